import { testVendor } from '../../test/helpers/vendor-table';

testVendor('sixsense', [
  [
    'a page',
    'https://b.6sc.co/v1/beacon/img.gif?token=cd4ba9100b4470e1dde33ce034e651c7&event=a_pageload',
    { kind: 'event', accountId: 'cd4ba9100b4470e1dde33ce034e651c7', events: [{ name: 'a_pageload', category: 'page_view' }] },
  ],
  ['a look-up', 'https://epsilon.6sense.com/v3/company/details', { kind: 'identify', events: [{ category: 'identify' }] }],
  ['the library', 'https://j.6sc.co/j/0a1b2c3d-0000-4000-8000-000000000001.js', { kind: 'library' }],
  ['the product’s pages', 'https://6sense.com/platform/', null],
  ['a look-alike', 'https://b.6sc.co.evil.example/v1/beacon/img.gif?token=1&event=a', null],
]);
