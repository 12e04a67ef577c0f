import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const pixel = 'https://flask.nextdoor.com/pixel?pid=c0ffee00';

// Events of https://developer.nextdoor.com/reference/conversions-track
testVendor('nextdoor', [
  [
    'a page view without script',
    `${pixel}&ev=PAGE_VIEW&noscript=1`,
    { kind: 'event', noscript: true, events: [{ category: 'page_view' }] },
  ],
  ['a registration', `${pixel}&ev=SIGN_UP`, { events: [{ name: 'SIGN_UP', category: 'complete_registration' }] }],
  ['a conversion of the advertiser’s own', `${pixel}&ev=CUSTOM_CONVERSION_3`, { events: [{ category: 'conversion' }] }],
  ['its script', 'https://ads.nextdoor.com/public/pixel/ndp.js?id=c0ffee00', { kind: 'library' }],
  ['no pixel', 'https://flask.nextdoor.com/pixel?ev=LEAD', null],
  ['no event', pixel, null],
  ['a neighbour', 'https://nextdoor.com/pixel?pid=c0ffee00&ev=LEAD', null],
  ['the server’s API', 'https://ads.nextdoor.com/v2/api/conversions/track', null],
  ['a look-alike', pixel.replace('nextdoor.com', 'nextdoor.com.evil.example').concat('&ev=LEAD'), null],
]);

it('reads ndp', () => {
  expect(readCall({ api: 'ndp', args: ['track', 'LEAD', { event_id: 'e' }] })).toMatchObject({ event: 'LEAD', eventId: 'e' });
  expect(readCall({ api: 'ndp', args: ['init', 'c0ffee00', {}] })).toMatchObject({ kind: 'init', accounts: ['c0ffee00'] });
});
