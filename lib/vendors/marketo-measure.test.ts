import { testVendor } from '../../test/helpers/vendor-table';

testVendor('marketo_measure', [
  [
    'a page view',
    'https://cdn.bizible.com/ipv?_biz_r=&_biz_h=800054037&_biz_u=6cd305d62a4c402de07902b3246ffbbc&_biz_l=https%3A%2F%2Fwww.shop.example%2F&_biz_t=1790000000000',
    { kind: 'event', pageUrl: 'https://www.shop.example/', referrer: '', events: [{ category: 'page_view' }] },
  ],
  ['the library', 'https://cdn.bizible.com/scripts/bizible.js', { kind: 'library' }],
  ['an id sync', 'https://cdn.bizibly.com/u?mapType=x', { kind: 'sync' }],
  ['the product’s pages', 'https://apps.bizible.com/login', null],
  ['a look-alike', 'https://cdn.bizible.com.evil.example/ipv?_biz_u=1', null],
]);
