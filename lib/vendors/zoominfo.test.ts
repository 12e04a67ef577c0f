import { testVendor } from '../../test/helpers/vendor-table';

testVendor('zoominfo', [
  [
    'a visit',
    'https://ws.zoominfo.com/pixel/61afb3db513e3b001ae445da',
    { kind: 'identify', accountId: '61afb3db513e3b001ae445da', events: [{ category: 'identify' }] },
  ],
  ['reading forms', { url: 'https://ws.zoominfo.com/formcomplete-v2/forms', body: '{"url":"u"}' }, { kind: 'opaque' }],
  ['the library', 'https://js.zi-scripts.com/zi-tag.js', { kind: 'library' }],
  ['the product’s pages', 'https://www.zoominfo.com/pixel/', null],
  ['a look-alike', 'https://ws.zoominfo.com.evil.example/pixel/61afb3db513e3b001ae445da', null],
]);
