import { testVendor } from '../../test/helpers/vendor-table';

testVendor('applovin', [
  [
    'an event',
    { url: 'https://b.applovin.com/v1/pixel', body: 'x' },
    { kind: 'opaque', reason: 'This is AppLovin’s by its address; its format is not documented.' },
  ],
  ['the library', 'https://s.axon.ai/pixel.js', { kind: 'library' }],
  ['its spare', 'https://res4.applovin.com/p/l/loader.iife.js', { kind: 'library' }],
  [
    'its settings',
    'https://b.applovin.com/v1/pixel/config?event_key=0a1b2c3d-0000-4000-8000-000000000001',
    { kind: 'config', accountId: '0a1b2c3d-0000-4000-8000-000000000001' },
  ],
  ['the product’s pages', 'https://support.axon.ai/en/growth/', null],
  ['a look-alike', { url: 'https://b.applovin.com.evil.example/v1/pixel', body: 'x' }, null],
]);
