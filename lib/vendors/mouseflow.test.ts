import { testVendor } from '../../test/helpers/vendor-table';

testVendor('mouseflow', [
  [
    'the library',
    'https://cdn.mouseflow.com/projects/0a1b2c3d-0000-4000-8000-000000000001.js',
    { kind: 'library', accountId: '0a1b2c3d-0000-4000-8000-000000000001' },
  ],
  ['a recording', { url: 'https://o2.mouseflow.com/dom', body: 'x' }, { kind: 'opaque' }],
  ['the product’s pages', 'https://www.mouseflow.com/', null],
  ['a look-alike', 'https://cdn.mouseflow.com.evil.example/projects/0a1b2c3d-0000-4000-8000-000000000001.js', null],
]);
