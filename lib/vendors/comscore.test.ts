import { testVendor } from '../../test/helpers/vendor-table';

testVendor('comscore', [
  [
    'a page view',
    'https://sb.scorecardresearch.com/b?c1=2&c2=18896682&ns_site=shop',
    { kind: 'event', accountId: '18896682', events: [{ category: 'page_view' }] },
  ],
  ['without script', 'https://sb.scorecardresearch.com/p?c1=2&c2=20015427&cv=2.0&cj=1', { kind: 'event', accountId: '20015427' }],
  ['the library', 'https://sb.scorecardresearch.com/beacon.js', { kind: 'library' }],
  ['no client, no event', 'https://sb.scorecardresearch.com/p?c1=2', null],
  ['a look-alike', 'https://sb.scorecardresearch.com.evil.example/b?c2=1', null],
]);
