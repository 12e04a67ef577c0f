import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const collect = 'https://k.clarity.ms/collect';

testVendor('clarity', [
  [
    // The order of the envelope: https://github.com/microsoft/clarity/blob/master/packages/clarity-js/src/data/envelope.ts
    'the last piece, as plain JSON',
    { url: collect, body: '{"e":["0.8.70",3,0,1200,"kx9inv42ab","u","s",1,1,1],"a":[]}' },
    { kind: 'event', accountId: 'kx9inv42ab', automatic: true, events: [{ name: 'recording', category: 'session_replay' }] },
  ],
  ['a packed piece', { url: collect, body: '(bytes)' }, { kind: 'opaque', encoding: 'gzip-binary' }],
  ['loaded by Microsoft Advertising', 'https://www.clarity.ms/tag/uet/12345678', { kind: 'library', accountId: '12345678' }],
  ['its main script', 'https://scripts.clarity.ms/0.8.70/clarity.js', { kind: 'library' }],
  ['a sync', 'https://c.clarity.ms/c.gif?ctsa=mr', { kind: 'sync' }],
  ['nothing sent', collect, null],
  ['a preflight', { method: 'OPTIONS', url: collect }, null],
  ['its own site', 'https://clarity.microsoft.com/tag/x', null],
  ['another path', { url: 'https://k.clarity.ms/collector', body: '{"e":[]}' }, null],
  ['a look-alike', { url: 'https://k.clarity.ms.evil.example/collect', body: '{"e":[]}' }, null],
]);

it.each([
  [['event', 'lead'], { kind: 'event', event: 'lead' }],
  [['consentv2', { ad_Storage: 'denied' }], { kind: 'consent' }],
  [['set', 'k', 'v'], { kind: 'other' }],
])('reads clarity%j', (args, expected) => {
  expect(readCall({ api: 'clarity', args })).toEqual({ vendor: 'clarity', ...expected });
});
