import { testVendor } from '../../test/helpers/vendor-table';

testVendor('quantcast', [
  [
    'a page view',
    'https://pixel.quantserve.com/pixel;r=1275226977;a=p-3aud4J6uA4Z6Y;labels=home;fpan=0;fpa=P0-1-2;sr=1440x900x24;ref=;url=https%3A%2F%2Fwww.shop.example%2F;ogl=',
    {
      kind: 'event',
      accountId: 'p-3aud4J6uA4Z6Y',
      encoding: 'matrix',
      pageUrl: 'https://www.shop.example/',
      referrer: '',
      events: [{ name: 'page view', category: 'page_view', label: 'home' }],
    },
  ],
  [
    'an order',
    'https://pixel.quantserve.com/pixel;r=1;a=p-3aud4J6uA4Z6Y;orderid=A-17;revenue=45.5;url=https%3A%2F%2Fwww.shop.example%2F',
    { kind: 'event', events: [{ name: 'order', category: 'purchase', orderId: 'A-17', value: 45.5 }] },
  ],
  [
    'without script',
    'https://pixel.quantserve.com/pixel/p-QEZzGPnZe_xCx.gif?labels=x',
    { kind: 'event', accountId: 'p-QEZzGPnZe_xCx', noscript: true },
  ],
  ['the library', 'https://secure.quantserve.com/quant.js', { kind: 'library' }],
  ['its rules', 'https://rules.quantcount.com/rules-p-QEZzGPnZe_xCx.js', { kind: 'config', accountId: 'p-QEZzGPnZe_xCx' }],
  ['no account, no event', 'https://pixel.quantserve.com/pixel;r=1', null],
  ['a look-alike', 'https://pixel.quantserve.com.evil.example/pixel;a=p-1', null],
]);
