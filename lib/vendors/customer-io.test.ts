import { testVendor } from '../../test/helpers/vendor-table';

testVendor('customer_io', [
  [
    'a page view',
    'https://track.customer.io/events/page.gif?name=%2Foffer&s=0a1b2c3d4e5f',
    { kind: 'event', accountId: '0a1b2c3d4e5f', events: [{ name: 'page', category: 'page_view', label: '/offer' }] },
  ],
  ['the library', 'https://assets.customer.io/assets/track-eu.js', { kind: 'library' }],
  [
    'the newer library',
    'https://cdp.customer.io/v1/analytics-js/snippet/abc123/analytics.min.js',
    { kind: 'library', accountId: 'abc123' },
  ],
  ['the newer one’s events', { url: 'https://cdp.customer.io/v1/t', body: '{}' }, { kind: 'opaque' }],
  ['the product’s pages', 'https://fly.customer.io/login', null],
  ['a look-alike', 'https://track.customer.io.evil.example/events/page.gif?s=1', null],
]);
