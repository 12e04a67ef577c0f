import { testVendor } from '../../test/helpers/vendor-table';

testVendor('adroll', [
  [
    'a page view',
    'https://d.adroll.com/pixel/RUQAFPWNWZHLFCRPB4GQJ6/FMKQFSM6T5FS7PYP72Y7BW?pv=978.6&arrfrr=https%3A%2F%2Fwww.shop.example%2F&adroll_s_ref=&keyw=',
    {
      kind: 'event',
      accountId: 'RUQAFPWNWZHLFCRPB4GQJ6',
      pageUrl: 'https://www.shop.example/',
      referrer: '',
      events: [{ category: 'page_view' }],
    },
  ],
  [
    'its question about consent',
    'https://d.adroll.com/pex/RUQAFPWNWZHLFCRPB4GQJ6/FMKQFSM6T5FS7PYP72Y7BW?ev=chktcf',
    { kind: 'telemetry', events: [] },
  ],
  ['an id sync', 'https://d.adroll.com/cm/g/out?advertisable=x', { kind: 'sync' }],
  [
    'the library',
    'https://s.adroll.com/j/RUQAFPWNWZHLFCRPB4GQJ6/roundtrip.js',
    { kind: 'library', accountId: 'RUQAFPWNWZHLFCRPB4GQJ6' },
  ],
  ['the product’s pages', 'https://app.adroll.com/pixel/', null],
  ['a look-alike', 'https://d.adroll.com.evil.example/pixel/A/B', null],
]);
