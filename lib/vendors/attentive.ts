import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Attentive, text messages to visitors who left a number.
 */
const vendor = 'attentive';

export const attentive: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Attentive',
    mark: 'At',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-visitors', 'matches-by-hash'],
    wire: {
      reads: 'library loads; the rest by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['attn.tv', 'attentivemobile.com'],
  paths: [{ host: 'cdn.attn.tv', path: /^\/([\w-]+)\/dtag\.js$/, kind: 'library' }],
  sealed: [{ path: /^\/d$/ }, { host: 'events.attentivemobile.com', path: /^\/e$/ }],
});
