import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Quantum Metric records sessions. What it sends is packed and not documented.
 */
const vendor = 'quantum_metric';

export const quantumMetric: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Quantum Metric',
    mark: 'Qm',
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
  hosts: ['quantummetric.com'],
  paths: [{ host: 'cdn.quantummetric.com', path: /\/quantum-([\w-]+)\.js$/, kind: 'library' }],
  sealed: [{ path: /^\/horizon\/([\w-]+)/ }],
});
