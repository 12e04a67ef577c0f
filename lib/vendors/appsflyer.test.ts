import { testVendor } from '../../test/helpers/vendor-table';

testVendor('appsflyer', [
  [
    'a page',
    {
      url: 'https://wa.appsflyer.com/events?site-id=0a1b2c3d-0000-4000-8000-000000000001',
      body: '{"data": {"eventType": "LOAD", "afWebUserId": "v1", "webAppId": "0a1b2c3d-0000-4000-8000-000000000001"}, "meta": {"locationHref": "https://www.shop.example/"}}',
    },
    {
      kind: 'event',
      accountId: '0a1b2c3d-0000-4000-8000-000000000001',
      pageUrl: 'https://www.shop.example/',
      events: [{ name: 'LOAD', category: 'page_view' }],
    },
  ],
  ['the library', 'https://websdk.appsflyer.com/?st=pba&', { kind: 'library' }],
  ['no body, no event', 'https://wa.appsflyer.com/events', null],
  ['the product’s pages', 'https://hq1.appsflyer.com/auth/login', null],
  ['a look-alike', 'https://websdk.appsflyer.com.evil.example/?st=pba', null],
]);
