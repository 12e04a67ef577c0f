import { testVendor } from '../../test/helpers/vendor-table';

const data = 'https://sdk.iad-01.braze.com/api/v3/data/';
const list = [
  { name: 'ss', time: 1790000000 },
  { name: 'ce', data: { n: 'Quote Sent', p: { kind: 'roof' } } },
  { name: 'p', data: { pid: 'S1' } },
];

testVendor('braze', [
  [
    'a list of events',
    { url: data, body: JSON.stringify({ api_key: 'k1', device_id: 'd1', events: list }) },
    {
      kind: 'event',
      accountId: 'k1',
      encoding: 'json-batch',
      events: [
        { name: 'ss', category: 'auto' },
        { name: 'Quote Sent', category: 'custom', params: { kind: 'roof' } },
        { name: 'p', category: 'purchase' },
      ],
    },
  ],
  ['nothing happened', { url: data, body: '{"api_key":"k1","events":[]}' }, { kind: 'telemetry', events: [] }],
  ['the library', 'https://js.appboycdn.com/web-sdk/5.4/braze.min.js', { kind: 'library' }],
  ['no key', { url: data, body: '{"events":[]}' }, null],
  ['other requests of its kit', { url: 'https://sdk.iad-01.braze.com/api/v3/content_cards/sync', body: '{}' }, null],
  ['a look-alike', { url: 'https://sdk.iad-01.braze.com.evil.example/api/v3/data/', body: '{"api_key":"k","events":[]}' }, null],
]);
