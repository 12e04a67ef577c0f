import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Crazy Egg draws heat maps and records sessions.
 */
const vendor = 'crazy_egg';

export const crazyEgg: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Crazy Egg',
    mark: 'Ce',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/CrazyEgg.js',
    },
    oncePerPage: [],
    traits: ['replays-sessions'],
    wire: {
      reads: 'library loads; recordings by address only',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/CrazyEgg.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['crazyegg.com', 'cetrk.com'],
  paths: [{ host: 'script.crazyegg.com', path: /^\/pages\/scripts\/(\d+\/\d+)\.js$/, kind: 'library' }],
  sealed: [{ host: 'trk.cetrk.com', path: /./ }],
});
