import { testVendor } from '../../test/helpers/vendor-table';

testVendor('clearbit', [
  [
    'a look-up',
    'https://reveal.clearbit.com/v1/companies/reveal?authorization=pk_b6ba',
    { kind: 'identify', accountId: 'pk_b6ba', events: [{ category: 'identify' }] },
  ],
  ['a page', { url: 'https://app.clearbit.com/v1/p', body: '{}' }, { kind: 'event', events: [{ category: 'page_view' }] }],
  ['an event', { url: 'https://app.clearbit.com/v1/t', body: '{}' }, { kind: 'opaque' }],
  [
    'the library',
    'https://tag.clearbitscripts.com/v1/pk_0ff2488f59791c47711ae8173845dff6/tags.js',
    { kind: 'library', accountId: 'pk_0ff2488f59791c47711ae8173845dff6' },
  ],
  ['a logo', 'https://logo.clearbit.com/shop.example', null],
  ['a look-alike', 'https://reveal.clearbit.com.evil.example/v1/companies/reveal?authorization=pk_1', null],
]);
