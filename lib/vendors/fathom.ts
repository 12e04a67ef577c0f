import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Fathom Analytics, which keeps nothing in the browser.
 */
const vendor = 'fathom';

const dictionary = createDictionary({
  sid: ['Site', 'event'],
  h: ['Host of the page', 'page'],
  p: ['Path of the page', 'page'],
  r: ['Referrer', 'page'],
  qs: ['Query of the page', 'page'],
  name: ['Event', 'event'],
  cid: ['Random number', 'technical'],
});

export const fathom: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Fathom',
    mark: 'Fa',
    consent: { required: false, source: 'No identifier is kept in the browser: https://usefathom.com/data' },
    oncePerPage: ['page_view'],
    wire: {
      reads: 'page views and events',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['usefathom.com'],
  paths: [
    { host: 'cdn.usefathom.com', path: /^\/(?:script|tracker)\.js$/, kind: 'library' },
    { path: '/', kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['sid'],
    event: ['name'],
    unnamed: { name: 'pageview', category: 'page_view' },
    referrer: ['r'],
    params: ['p'],
  },
});
