import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode, readCall } from '.';

const iu3 = 'https://s.amazon-adsystem.com/iu3?pid=7e6d5c4b-0000-4000-8000-0000000a11ce&event=PageView';

testVendor('amazon_ads', [
  [
    'a page view',
    `${iu3}&ts=1`,
    {
      kind: 'event',
      accountId: '7e6d5c4b-0000-4000-8000-0000000a11ce',
      events: [{ name: 'PageView', category: 'page_view' }],
    },
  ],
  ['the same in Europe', iu3.replace('s.amazon-adsystem.com', 'aax-eu.amazon-adsystem.com/s'), { kind: 'event' }],
  [
    'the older pixel',
    'https://s.amazon-adsystem.com/iu3?d=generic&ex-fargs=%3Fid%3Dabc-1%26type%3D4&ex-fch=416613',
    {
      kind: 'event',
      accountId: 'abc-1',
      events: [{ category: 'remarketing' }],
    },
  ],
  ['a publisher’s sync', 'https://aax-eu.amazon-adsystem.com/s/iu3?d=dtb-pub', { kind: 'sync', accountId: undefined }],
  ['no event', 'https://s.amazon-adsystem.com/iu3?pid=7e6d5c4b', null],
  ['nothing', 'https://s.amazon-adsystem.com/iu3', null],
  ['an ad', 'https://aax-eu.amazon-adsystem.com/e/dtb/bid?pid=1&event=x', null],
  ['a publisher’s script', 'https://c.amazon-adsystem.com/aax2/apstag.js', null],
  ['a look-alike', iu3.replace('amazon-adsystem.com', 'amazon-adsystem.com.evil.example'), null],
]);

it('folds the attribution copy into its event', () => {
  const copy = decode({
    method: 'GET',
    url: 'https://ara.paa-reporting-advertising.amazon/aat?event=PageView&pid=7e6d5c4b-0000-4000-8000-0000000a11ce',
  });
  expect([copy.kind, copy.foldKey]).toEqual(['mirror', decode({ method: 'GET', url: iu3 }).foldKey]);
});

it('reads amzn', () => {
  expect(readCall({ api: 'amzn', args: ['trackEvent', 'Lead', { clientDedupeId: 'e' }] })).toMatchObject({
    event: 'Lead',
    eventId: 'e',
  });
  expect(readCall({ api: 'amzn', args: ['addTag', '7e6d'] })).toMatchObject({ kind: 'init', accounts: ['7e6d'] });
});
