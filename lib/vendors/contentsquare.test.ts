import { testVendor } from '../../test/helpers/vendor-table';

testVendor('contentsquare', [
  [
    'a page view',
    'https://c.contentsquare.net/pageview?pid=4451&uu=1b2e2d2d-c17f-a751-ab02-ff84a9f00d01&sn=1&pn=1&dr=&url=https%3A%2F%2Fwww.shop.example%2F&la=en',
    { kind: 'event', accountId: '4451', pageUrl: 'https://www.shop.example/', events: [{ category: 'page_view' }] },
  ],
  ['a recording', { url: 'https://k-aeu1.contentsquare.net/v2/recording?rt=5&pid=276', body: 'x' }, { kind: 'opaque' }],
  ['the library', 'https://t.contentsquare.net/uxa/355d5ac78f8a5.js', { kind: 'library', accountId: '355d5ac78f8a5' }],
  ['Hotjar’s library on its host', 'https://static.hj.contentsquare.net/c/hotjar-5204814.js', null],
  ['no project', 'https://c.contentsquare.net/pageview?uu=1', null],
  ['a look-alike', 'https://c.contentsquare.net.evil.example/pageview?pid=1', null],
]);
