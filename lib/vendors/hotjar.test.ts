import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

testVendor('hotjar', [
  [
    'a recording through a socket',
    'wss://ws.hotjar.com/api/v2/client/ws?v=7&site_id=3456789',
    { kind: 'opaque', encoding: 'websocket' },
  ],
  [
    'a packed piece',
    { url: 'https://content.hotjar.io/?site_id=3456789&gzip=1', body: '(bytes)' },
    { kind: 'opaque', encoding: 'binary' },
  ],
  [
    'whether a visit is counted',
    'https://vc.hotjar.io/sessions/3456789?s=0.25&r=0.1',
    { kind: 'telemetry', accountId: '3456789' },
  ],
  [
    'another request of its library',
    { url: 'https://in.hotjar.com/api/v2/client/sites/3456789/visit-data', body: '{}' },
    { kind: 'opaque', accountId: '3456789' },
  ],
  ['its main script', 'https://script.hotjar.com/modules.0123.js', { kind: 'library' }],
  ['another file', 'https://static.hotjar.com/logo.png', null],
  ['its own site', 'https://www.hotjar.com/pricing', null],
  ['its help', 'https://help.hotjar.com/hc/en-us', null],
  ['its users’ own pages', 'https://insights.hotjar.com/sites/3456789', null],
  ['a preflight', { method: 'OPTIONS', url: 'https://content.hotjar.io/' }, null],
  ['a look-alike', 'https://static.hotjar.com.evil.example/c/hotjar-3456789.js', null],
]);

it('reads hj()', () => {
  // https://help.hotjar.com/hc/en-us/articles/4405109971095
  expect(readCall({ api: 'hj', args: ['event', 'lead_sent'] })).toEqual({ vendor: 'hotjar', kind: 'event', event: 'lead_sent' });
  expect(readCall({ api: 'hj', args: ['identify', 'u', {}] })).toEqual({ vendor: 'hotjar', kind: 'other' });
});
