import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Mouseflow records sessions and what is typed into forms.
 */
const vendor = 'mouseflow';

export const mouseflow: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Mouseflow',
    mark: 'Mf',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: [],
    traits: ['replays-sessions'],
    wire: {
      reads: 'library loads; recordings by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['mouseflow.com'],
  paths: [{ host: 'cdn.mouseflow.com', path: /^\/projects\/([0-9a-f-]{36})(?:_\w+)?\.js$/, kind: 'library' }],
  sealed: [{ host: 'o2.mouseflow.com', path: /./ }, { host: 'n2.mouseflow.com', path: /./ }, { path: /^\/b\.gif$/ }],
});
