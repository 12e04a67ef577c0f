import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Adform tracking points. What a point is worth is set in the account.
 */
const vendor = 'adform';

const dictionary = createDictionary({
  pm: ['Tracking id', 'event'],
  ADFPageName: ['Page name', 'event'],
  ADFdivider: ['Divider of the page name', 'technical'],
  lid: ['Tracking point', 'event'],
});

export const adform: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Adform',
    mark: 'Ad',
    consent: {
      required: true,
      gvlId: 50,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 10],
      source: 'IAB vendor list entry 50, Adform (v45 of 2024-03)',
    },
    oncePerPage: ['page_view'],
    wire: {
      reads: 'tracking points by their page name',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Adform.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['adform.net'],
  paths: [
    { path: /^\/(?:banners\/scripts\/st\/trackpoint-async\.js|serving\/scripts\/trackpoint\/(?:async\/)?)$/i, kind: 'library' },
    { host: 'track.adform.net', path: /^\/Serving\/TrackPoint\/?$/i, kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['pm'],
    event: ['ADFPageName'],
    unnamed: { name: 'tracking point', category: 'custom' },
    conversionId: ['lid'],
  },
});
