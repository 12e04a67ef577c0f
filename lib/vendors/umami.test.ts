import { testVendor } from '../../test/helpers/vendor-table';

testVendor('umami', [
  [
    'a page view',
    {
      url: 'https://gateway.umami.is/api/send',
      body: '{"type": "event", "payload": {"website": "0a1b2c3d-0000-4000-8000-000000000001", "url": "https://www.shop.example/", "referrer": "", "title": "Shop"}}',
    },
    {
      kind: 'event',
      accountId: '0a1b2c3d-0000-4000-8000-000000000001',
      pageUrl: 'https://www.shop.example/',
      events: [{ name: 'pageview', category: 'page_view' }],
    },
  ],
  [
    'an event',
    {
      url: 'https://api-gateway.umami.dev/api/send',
      body: '{"type": "event", "payload": {"website": "w1", "name": "quote", "data": {"kind": "roof"}}}',
    },
    { kind: 'event', events: [{ name: 'quote', category: 'custom', params: { kind: 'roof' } }] },
  ],
  [
    'an identity',
    { url: 'https://gateway.umami.is/api/send', body: '{"type": "identify", "payload": {"website": "w1", "id": "u1"}}' },
    { kind: 'identify' },
  ],
  [
    'the site’s own server',
    {
      url: 'https://stats.shop.example/api/send',
      initiatorPage: 'https://www.shop.example/',
      body: '{"type": "event", "payload": {"website": "w1", "url": "https://www.shop.example/"}}',
    },
    { kind: 'event', accountId: 'w1', firstParty: true },
  ],
  ['the library', 'https://cloud.umami.is/script.js', { kind: 'library' }],
  ['a site’s own interface', { url: 'https://www.shop.example/api/send', body: '{"message":"hello"}' }, null],
  [
    'a look-alike',
    { url: 'https://gateway.umami.is.evil.example/api/send', body: '{"type": "event", "payload": {"website": "w1"}}' },
    null,
  ],
]);
