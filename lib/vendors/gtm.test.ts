import { testVendor } from '../../test/helpers/vendor-table';

const page = 'https://www.shop.example/';
testVendor('gtm', [
  [
    'a container',
    'https://www.googletagmanager.com/gtm.js?id=GTM-KX8V2QZ&l=ourLayer',
    { kind: 'library', accountId: 'GTM-KX8V2QZ' },
  ],
  ['the Google tag', 'https://www.googletagmanager.com/gtag/js?id=G-7XK2QPL9TD', { kind: 'library', accountId: 'G-7XK2QPL9TD' }],
  ['a destination', 'https://www.googletagmanager.com/gtag/destination?id=AW-1&cx=c', { kind: 'library', accountId: 'AW-1' }],
  ['the frame without script', 'https://www.googletagmanager.com/ns.html?id=GTM-KX8V2QZ', { kind: 'library', noscript: true }],
  ['reports', 'https://www.googletagmanager.com/a?id=GTM-KX8V2QZ&v=3', { kind: 'telemetry' }],
  [
    'a container on the site’s own host',
    { method: 'GET', url: 'https://sst.shop.example/m7/gtm.js?id=GTM-KX8V2QZ', initiatorPage: page },
    { kind: 'library', firstParty: true, accountId: 'GTM-KX8V2QZ' },
  ],
  [
    'the Google tag on the site’s own host',
    { method: 'GET', url: 'https://sst.shop.example/gtag/js?id=G-7XK2QPL9TD', initiatorPage: page },
    { kind: 'library', firstParty: true },
  ],
  ['a script that only looks like one', 'https://cdn.shop.example/js/app.js?st=KX8V2QZ', null],
  ['a container without an id', 'https://sst.shop.example/gtm.js', null],
  ['the product’s own pages', 'https://www.googletagmanager.com/debug/bootstrap?id=GTM-KX8V2QZ', null],
]);
