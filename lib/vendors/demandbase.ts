import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Demandbase tells which company a visitor belongs to.
 */
const vendor = 'demandbase';

const dictionary = createDictionary({
  key: ['Account', 'event'],
  page: ['Page address', 'page'],
  page_title: ['Page title', 'page'],
  referrer: ['Referrer', 'page'],
  src: ['Called from', 'technical'],
  type: ['Event', 'event'],
});

export const demandbase: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Demandbase',
    mark: 'Db',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/DemandbaseEngagement.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-companies'],
    wire: {
      reads: 'company look-ups and events by their type',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/DemandbaseEngagement.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['company-target.com', 'demandbase.com'],
  paths: [
    { host: 'tag.demandbase.com', path: /^\/([\w-]+?)(?:\.min)?\.js$/, kind: 'library' },
    { host: 'scripts.demandbase.com', path: /^\/([\w-]+?)(?:\.min)?\.js$/, kind: 'library' },
    {
      host: 'api.company-target.com',
      path: /^\/api\/v\d\/ip\.json$/,
      kind: 'identify',
      event: { name: 'company look-up', category: 'identify' },
    },
    { host: 'et.company-target.com', path: /^\/events\/?$/, kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['key'],
    mayLackAccount: true,
    event: ['type'],
    pageUrl: ['page'],
    referrer: ['referrer'],
  },
});
