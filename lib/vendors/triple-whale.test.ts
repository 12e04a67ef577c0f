import { testVendor } from '../../test/helpers/vendor-table';

testVendor('triple_whale', [
  [
    'the first request of a page',
    {
      url: 'https://api.config-security.com/event',
      body: '{"id": "v1", "action": "profile", "host": "acme.myshopify.com", "plat": "SHOPIFY", "url": "https://www.shop.example/", "ref": ""}',
    },
    {
      kind: 'event',
      accountId: 'acme.myshopify.com',
      pageUrl: 'https://www.shop.example/',
      events: [{ name: 'profile', category: 'custom' }],
    },
  ],
  ['its settings', 'https://conf.config-security.com/model', { kind: 'config' }],
  ['no shop, no event', { url: 'https://api.config-security.com/event', body: '{"action":"profile"}' }, null],
  ['a look-alike', { url: 'https://api.config-security.com.evil.example/event', body: '{"action":"profile","host":"a"}' }, null],
]);
