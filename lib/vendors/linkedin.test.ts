import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode, readCall } from '.';

const collect = 'https://px.ads.linkedin.com/collect?pid=5512347&time=1';
const action = (json: unknown) => gzipSync(JSON.stringify(json)).toString('base64');

testVendor('linkedin', [
  ['a page view', collect, { kind: 'event', events: [{ name: 'PageView', category: 'page_view' }] }],
  [
    'a conversion',
    `${collect}&conversionId=1&eventId=e`,
    { events: [{ name: 'conversion 1', conversionId: '1', eventId: 'e', category: 'conversion' }] },
  ],
  [
    'several partners with spaces',
    'https://px.ads.linkedin.com/collect?pid=1,%202,,3',
    { accountId: '1', accountIds: ['1', '2', '3'] },
  ],
  [
    'a page visit it saw by itself',
    {
      url: 'https://px.ads.linkedin.com/wa/',
      body: action({ pids: [5512347], signalType: 'PAGE_VISIT', url: 'https://a.example/' }),
    },
    { automatic: true, accountId: '5512347', events: [{ name: 'PAGE_VISIT', category: 'auto' }] },
  ],
  [
    'an action as plain JSON',
    { url: 'https://px.ads.linkedin.com/wa/', body: '{"pids":["1"],"signalType":"CLICK"}' },
    { encoding: 'json', events: [{ name: 'CLICK' }] },
  ],
  ['an action that is cut', { url: 'https://px.ads.linkedin.com/wa/', body: 'H4sIAAAA' }, { kind: 'opaque' }],
  ['a sync', 'https://www.linkedin.com/px/li_sync?redirect=x', { kind: 'sync' }],
  ['the library', 'https://snap.licdn.com/li.lms-analytics/insight.min.js', { kind: 'library' }],
  ['no partner', 'https://px.ads.linkedin.com/collect?v=2', null],
  ['a share button', 'https://www.linkedin.com/shareArticle?url=x', null],
  ['another script', 'https://snap.licdn.com/x.js', null],
]);

it('folds the copy into its event by partner, conversion and instant', () => {
  const main = decode({ method: 'GET', url: `${collect}&conversionId=1` });
  const copy = decode({ method: 'GET', url: `${collect}&conversionId=1`.replace('px.', 'px4.') });
  expect([copy.kind, copy.foldKey === main.foldKey, copy.role === main.role]).toEqual(['mirror', true, false]);
});

describe('lintrk', () => {
  it.each([
    [['track', { conversion_id: 18801234, event_id: 'e' }], { kind: 'event', event: 'conversion 18801234', eventId: 'e' }],
    [['track'], { kind: 'event', event: 'PageView' }],
    [['setUserData', { email: 'x' }], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'lintrk', args })).toEqual({ vendor: 'linkedin', ...expected });
  });
  it('reads nothing out of another word', () => {
    expect(readCall({ api: 'lintrk', args: ['x'] })).toBeNull();
  });
});
