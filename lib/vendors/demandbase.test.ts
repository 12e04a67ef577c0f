import { testVendor } from '../../test/helpers/vendor-table';

testVendor('demandbase', [
  [
    'a look-up',
    'https://api.company-target.com/api/v2/ip.json?key=abc123&page=https%3A%2F%2Fwww.shop.example%2F&referrer=',
    {
      kind: 'identify',
      accountId: 'abc123',
      pageUrl: 'https://www.shop.example/',
      referrer: '',
      events: [{ category: 'identify' }],
    },
  ],
  [
    'an event',
    { url: 'https://et.company-target.com/events/', body: '{"type":"experience_fired"}' },
    { kind: 'event', events: [{ name: 'experience_fired', category: 'custom' }] },
  ],
  ['the library', 'https://tag.demandbase.com/abc123.min.js', { kind: 'library', accountId: 'abc123' }],
  ['the product’s pages', 'https://www.demandbase.com/solutions/', null],
  ['a look-alike', 'https://api.company-target.com.evil.example/api/v2/ip.json?key=1', null],
]);
