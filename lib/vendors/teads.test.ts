import { testVendor } from '../../test/helpers/vendor-table';

testVendor('teads', [
  [
    'a page view',
    'https://t.teads.tv/track?action=pageView&buyer_pixel_id=1815&tag_version=7.0.0',
    { kind: 'event', accountId: '1815', events: [{ name: 'pageView', category: 'page_view' }] },
  ],
  [
    'a lead',
    'https://t.teads.tv/track?action=Lead&buyer_pixel_id=1815&tag_version=7.0.0',
    { kind: 'event', events: [{ category: 'lead' }] },
  ],
  ['the library', 'https://p.teads.tv/teads-fellow.js', { kind: 'library' }],
  ['an advertisement’s own tracking', 'https://t.teads.tv/track?action=click&vid=1&pid=84242', null],
  ['a look-alike', 'https://t.teads.tv.evil.example/track?action=Lead&buyer_pixel_id=1', null],
]);
