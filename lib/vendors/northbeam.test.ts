import { testVendor } from '../../test/helpers/vendor-table';

testVendor('northbeam', [
  ['the library', 'https://j.northbeam.io/vendor/nb-sp.min.js', { kind: 'library' }],
  ['the product’s pages', 'https://dashboard.northbeam.io/', null],
  ['its interface', 'https://api.northbeam.io/v2/orders', null],
  ['a look-alike', 'https://j.northbeam.io.evil.example/vendor/nb-sp.min.js', null],
]);
