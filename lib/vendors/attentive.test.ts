import { testVendor } from '../../test/helpers/vendor-table';

testVendor('attentive', [
  ['the library', 'https://cdn.attn.tv/acme/dtag.js', { kind: 'library', accountId: 'acme' }],
  ['an event', 'https://events.attentivemobile.com/e?v=1&t=p', { kind: 'opaque' }],
  ['its visitor call', 'https://acme-us.attn.tv/d?attn_vid=3146', { kind: 'opaque' }],
  ['a picture', 'https://cdn.attn.tv/acme/creative.png', null],
  ['a look-alike', 'https://cdn.attn.tv.evil.example/acme/dtag.js', null],
]);
