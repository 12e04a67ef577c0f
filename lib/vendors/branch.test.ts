import { testVendor } from '../../test/helpers/vendor-table';

testVendor('branch', [
  [
    'a page view',
    {
      url: 'https://api2.branch.io/v1/pageview',
      body: 'branch_key=key_live_abc&event=pageview&metadata=%7B%22url%22%3A%22https%3A%2F%2Fwww.shop.example%2F%22%7D',
    },
    { kind: 'event', accountId: 'key_live_abc', pageUrl: 'https://www.shop.example/', events: [{ category: 'page_view' }] },
  ],
  [
    'a purchase',
    {
      url: 'https://api2.branch.io/v2/event/standard',
      body: 'name=PURCHASE&branch_key=key_live_abc&event_data=%7B%22transaction_id%22%3A%22A-17%22%2C%22revenue%22%3A45%2C%22currency%22%3A%22EUR%22%7D',
    },
    { kind: 'event', events: [{ name: 'PURCHASE', category: 'purchase', orderId: 'A-17', value: 45, currency: 'EUR' }] },
  ],
  [
    'a custom event',
    {
      url: 'https://api2.branch.io/v2/event/custom',
      body: 'name=Quote&branch_key=key_live_abc&custom_data=%7B%22kind%22%3A%22roof%22%7D',
    },
    { kind: 'event', events: [{ name: 'Quote', category: 'custom', params: { kind: 'roof' } }] },
  ],
  [
    'an identity',
    { url: 'https://api2.branch.io/v1/profile', body: 'branch_key=key_live_abc&identity=u1' },
    { kind: 'identify' },
  ],
  ['the library', 'https://cdn.branch.io/branch-latest.min.js', { kind: 'library' }],
  ['making a link', { url: 'https://api2.branch.io/v1/url', body: 'branch_key=key_live_abc' }, null],
  ['no key, no event', { url: 'https://api2.branch.io/v1/pageview', body: 'event=pageview' }, null],
  ['a look-alike', { url: 'https://api2.branch.io.evil.example/v1/pageview', body: 'branch_key=key_live_abc' }, null],
]);
