import { testVendor } from '../../test/helpers/vendor-table';

testVendor('crazy_egg', [
  ['the library', 'https://script.crazyegg.com/pages/scripts/0123/8463.js', { kind: 'library', accountId: '0123/8463' }],
  ['its tracking', 'https://trk.cetrk.com/0123/8463/u.gif', { kind: 'opaque' }],
  ['the product’s pages', 'https://www.crazyegg.com/overview', null],
  ['a look-alike', 'https://script.crazyegg.com.evil.example/pages/scripts/0123/8463.js', null],
]);
