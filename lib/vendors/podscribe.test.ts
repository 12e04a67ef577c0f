import { testVendor } from '../../test/helpers/vendor-table';

testVendor('podscribe', [
  [
    'a visit',
    'https://verifi.podscribe.com/tag?action=view&advertiser=acme&url=https%3A%2F%2Fwww.shop.example%2F',
    { kind: 'event', accountId: 'acme', pageUrl: 'https://www.shop.example/', events: [{ name: 'view', category: 'page_view' }] },
  ],
  [
    'a purchase',
    'https://verifi.podscribe.com/tag?action=purchase&advertiser=acme&order_value=45&order_number=A-17&currency=EUR&hashed_email=2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    {
      kind: 'event',
      events: [{ category: 'purchase', value: 45, orderId: 'A-17', currency: 'EUR' }],
      userData: [{ key: 'hashed_email', form: 'sha256' }],
    },
  ],
  ['the library', 'https://d34r8q7sht0t9k.cloudfront.net/tag.js', { kind: 'library' }],
  ['a podcast', 'https://verifi.podscribe.com/rss/p/traffic.example/a.mp3', null],
  ['somebody else’s distribution', 'https://d34r8q7sht0t9x.cloudfront.net/tag.js', null],
  ['a look-alike', 'https://verifi.podscribe.com.evil.example/tag?action=view&advertiser=a', null],
]);
