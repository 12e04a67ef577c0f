import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Comscore measures audiences.
 */
const vendor = 'comscore';

const dictionary = createDictionary({
  c1: ['Kind of measurement', 'event'],
  c2: ['Client', 'event'],
  ns_site: ['Site', 'event'],
  name: ['Event', 'event'],
});

export const comscore: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Comscore',
    mark: 'Co',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Comscore.js',
    },
    oncePerPage: ['page_view'],
    wire: {
      reads: 'page views with client',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Comscore.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['scorecardresearch.com'],
  paths: [
    { host: 'sb.scorecardresearch.com', path: /^\/(?:(?:internal-)?c2\/\w+\/|cs\/\w+\/)?(?:beacon|cs)\.js$/, kind: 'library' },
    {
      host: 'sb.scorecardresearch.com',
      path: /^\/(?:b2?|p)$/,
      kind: 'event',
      event: { name: 'page view', category: 'page_view' },
    },
  ],
  reading: { vendor, dictionary, account: ['c2'], label: ['name'] },
});
