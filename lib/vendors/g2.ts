import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * G2 tells which company looked at which product, and joins visits to it.
 */
const vendor = 'g2';

const dictionary = createDictionary({
  sid: ['Account', 'event'],
  p: ['Page address', 'page'],
  e: ['User', 'user'],
  stage: ['Stage', 'event'],
  stype: ['Kind of stage', 'event'],
});

export const g2: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'G2',
    mark: 'G2',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-companies'],
    wire: {
      reads: 'visits and funnel stages',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['g2crowd.com', 'g2.com'],
  paths: [
    { host: 'tracking.g2crowd.com', path: /^\/attribution_tracking\/conversions\/(\d+)\.js$/, kind: 'library' },
    {
      host: 'tracking-api.g2.com',
      path: /^\/attribution_tracking\/conversions\/assign$/,
      kind: 'event',
      event: { name: 'buyer intent visit', category: 'page_view' },
    },
    {
      host: 'tracking.g2crowd.com',
      path: /^\/funnels\/([0-9a-f-]{36})\.gif$/,
      kind: 'event',
      event: { name: 'funnel', category: 'conversion' },
    },
  ],
  reading: { vendor, dictionary, account: ['sid'], label: ['stage'], pageUrl: ['p'] },
});
