import { testVendor } from '../../test/helpers/vendor-table';

testVendor('fathom', [
  [
    'a page view',
    'https://cdn.usefathom.com/?h=https%3A%2F%2Fwww.shop.example&p=%2Foffer&r=&sid=PMFMDJGK&qs=%7B%7D&cid=62743028',
    {
      kind: 'event',
      accountId: 'PMFMDJGK',
      referrer: '',
      events: [{ name: 'pageview', category: 'page_view', params: { p: '/offer' } }],
    },
  ],
  [
    'an event',
    'https://cdn.usefathom.com/?h=https%3A%2F%2Fwww.shop.example&sid=PMFMDJGK&name=quote%20sent&cid=1',
    { kind: 'event', events: [{ name: 'quote sent', category: 'custom' }] },
  ],
  ['the library', 'https://cdn.usefathom.com/script.js', { kind: 'library' }],
  ['the product’s pages', 'https://usefathom.com/', null],
  ['a look-alike', 'https://cdn.usefathom.com.evil.example/?sid=PMFMDJGK', null],
]);
