import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * 6sense tells which company a visitor belongs to.
 */
const vendor = 'sixsense';

const dictionary = createDictionary({
  token: ['Account', 'event'],
  event: ['Event', 'event'],
});

export const sixsense: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: '6sense',
    mark: 'Se',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-companies'],
    wire: {
      reads: 'beacons and company look-ups',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['6sc.co', '6sense.com'],
  paths: [
    { host: 'j.6sc.co', path: /\.js$/, kind: 'library' },
    { host: 'b.6sc.co', path: /^\/v1\/beacon\/img\.gif$/, kind: 'event' },
    {
      host: 'epsilon.6sense.com',
      path: /^\/v3\/company\/details$/,
      kind: 'identify',
      event: { name: 'company look-up', category: 'identify' },
    },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['token'],
    mayLackAccount: true,
    event: ['event'],
    vocabulary: { a_pageload: 'page_view' },
  },
});
