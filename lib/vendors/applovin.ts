import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * AppLovin’s Axon pixel. Its body is packed, and its names are not documented.
 */
const vendor = 'applovin';

const dictionary = createDictionary({
  event_key: ['Event key', 'event'],
});

export const applovin: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'AppLovin',
    mark: 'Al',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://support.axon.ai/en/growth/promoting-your-websites/getting-started',
    },
    oncePerPage: ['page_view'],
    traits: ['matches-by-hash'],
    wire: {
      reads: 'library loads and settings; events by address only',
      source: 'https://support.axon.ai/en/growth/promoting-your-websites/getting-started',
      verified: '2026-11-25',
    },
  },
  hosts: ['applovin.com', 'axon.ai'],
  paths: [
    { host: 's.axon.ai', path: '/pixel.js', kind: 'library' },
    { path: /^\/p\/l\/loader\.iife\.js$/, kind: 'library' },
    { host: 'b.applovin.com', path: /^\/v1\/pixel\/config$/, kind: 'config' },
  ],
  reading: { vendor, dictionary, account: ['event_key'] },
  sealed: [{ host: 'b.applovin.com', path: /^\/v1\/pixel/ }],
});
