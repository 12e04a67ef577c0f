import { testVendor } from '../../test/helpers/vendor-table';

testVendor('g2', [
  [
    'a visit',
    {
      url: 'https://tracking-api.g2.com/attribution_tracking/conversions/assign',
      body: 'sid=1399&p=https%3A%2F%2Fwww.shop.example%2F',
    },
    { kind: 'event', accountId: '1399', pageUrl: 'https://www.shop.example/', events: [{ category: 'page_view' }] },
  ],
  [
    'a stage',
    'https://tracking.g2crowd.com/funnels/938455d7-8e96-4676-9ae2-427524d169d9.gif?stage=finish&stype=offer',
    {
      kind: 'event',
      accountId: '938455d7-8e96-4676-9ae2-427524d169d9',
      events: [{ name: 'funnel', category: 'conversion', label: 'finish' }],
    },
  ],
  [
    'the library',
    'https://tracking.g2crowd.com/attribution_tracking/conversions/1009095.js?p=https://www.shop.example/&e=',
    { kind: 'library', accountId: '1009095' },
  ],
  ['the product’s pages', 'https://www.g2.com/products/acme/reviews', null],
  ['a look-alike', 'https://tracking.g2crowd.com.evil.example/attribution_tracking/conversions/1.js', null],
]);
