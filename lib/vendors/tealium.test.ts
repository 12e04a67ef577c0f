import { testVendor } from '../../test/helpers/vendor-table';

testVendor('tealium', [
  ['the library', 'https://tags.tiqcdn.com/utag/acme/main/prod/utag.js', { kind: 'library', accountId: 'acme/main' }],
  ['one of its tags', 'https://tags.tiqcdn.com/utag/acme/main/prod/utag.14.js', { kind: 'config', accountId: 'acme/main' }],
  [
    'an event',
    {
      url: 'https://collect.tealiumiq.com/event',
      body: '{"tealium_account": "acme", "tealium_profile": "main", "tealium_event": "quote_sent"}',
    },
    { kind: 'event', accountId: 'acme', encoding: 'json', events: [{ name: 'quote_sent', category: 'custom' }] },
  ],
  [
    'a page view in the address',
    'https://collect.tealiumiq.com/event?tealium_account=acme&tealium_profile=main&tealium_event=page_view',
    { kind: 'event', accountId: 'acme', events: [{ category: 'page_view' }] },
  ],
  [
    'an image',
    {
      url: 'https://collect.tealiumiq.com/acme/main/2/i.gif',
      bodyFields: [['data', '{"tealium_account":"acme","tealium_event":"view"}']],
      contentType: 'multipart/form-data',
    },
    { kind: 'event', accountId: 'acme', events: [{ name: 'view' }] },
  ],
  ['no account, no event', 'https://collect.tealiumiq.com/event?tealium_event=view', null],
  ['the product’s pages', 'https://my.tealiumiq.com/tms', null],
  ['a look-alike', 'https://tags.tiqcdn.com.evil.example/utag/acme/main/prod/utag.js', null],
]);
