import { testVendor } from '../../test/helpers/vendor-table';

testVendor('quantum_metric', [
  ['the library', 'https://cdn.quantummetric.com/qscripts/quantum-acme.js', { kind: 'library', accountId: 'acme' }],
  [
    'a recording',
    { url: 'https://ingest.quantummetric.com/horizon/acme?T=B&u=https%3A%2F%2Fwww.shop.example%2F', body: 'x' },
    { kind: 'opaque', accountId: 'acme' },
  ],
  ['the product’s pages', 'https://www.quantummetric.com/platform', null],
  ['a look-alike', 'https://cdn.quantummetric.com.evil.example/qscripts/quantum-acme.js', null],
]);
