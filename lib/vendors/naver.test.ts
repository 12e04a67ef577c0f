import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

testVendor('naver', [
  [
    'a page view',
    'https://wcs.naver.com/m?wa=s_1&u=https%3A%2F%2Fa.example%2F&e=',
    { kind: 'event', referrer: '', events: [{ name: 'pageview', category: 'page_view' }] },
  ],
  [
    'a beacon',
    { url: 'https://wcs.naver.com/b?wa=s_1', body: 'x' },
    { kind: 'opaque', accountId: 's_1', reason: 'A beacon of Naver’s script: its format is not documented.' },
  ],
  ['the library over plain http', 'http://wcs.naver.net/wcslog.js', { kind: 'library' }],
  ['no account', 'https://wcs.naver.com/m?u=https%3A%2F%2Fa.example%2F', null],
  ['the portal', 'https://www.naver.com/m?wa=s_1', null],
  ['another path', 'https://wcs.naver.com/n?wa=s_1', null],
  ['a preflight', { method: 'OPTIONS', url: 'https://wcs.naver.com/b?wa=s_1' }, null],
  ['a look-alike', 'https://wcs.naver.com.evil.example/m?wa=s_1', null],
]);

it('reads wcs_do() and wcs.trans()', () => {
  // https://naver.github.io/conversion-tracking/
  expect(readCall({ api: 'wcs_do', args: [] })).toEqual({ vendor: 'naver', kind: 'event', event: 'pageview' });
  expect(readCall({ api: 'wcs', method: 'trans', args: [{ type: 'lead' }] })).toEqual({
    vendor: 'naver',
    kind: 'event',
    event: 'lead',
  });
  expect(readCall({ api: 'wcs', method: 'inflow', args: [] })).toEqual({ vendor: 'naver', kind: 'other' });
});
