import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Northbeam’s tag. What it sends is not documented.
 */
const vendor = 'northbeam';

export const northbeam: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Northbeam',
    mark: 'Nb',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: [],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'library loads only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['northbeam.io'],
  paths: [{ host: 'j.northbeam.io', path: /\.js$/, kind: 'library' }],
});
