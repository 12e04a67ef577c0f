import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Customer.io: page and event images of its older snippet; the newer one is closed here.
 */
const vendor = 'customer_io';

const dictionary = createDictionary({
  s: ['Site', 'event'],
  name: ['Event', 'event'],
});

export const customerIo: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Customer.io',
    mark: 'Ci',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'page views and events of the older snippet; the newer one by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['customer.io'],
  paths: [
    { host: 'assets.customer.io', path: /^\/assets\/track(?:-eu)?\.js$/, kind: 'library' },
    { path: /^\/v1\/analytics-js\/snippet\/([\w-]+)\/analytics\.min\.js$/, kind: 'library' },
    { path: /^\/events\/page\.gif$/, kind: 'event', event: { name: 'page', category: 'page_view' } },
    { path: /^\/events\/event\.gif$/, kind: 'event' },
  ],
  reading: { vendor, dictionary, account: ['s'], event: ['name'], label: ['name'] },
  sealed: [
    { host: 'cdp.customer.io', path: /^\/v1\/[a-z]+$/ },
    { host: 'cdp-eu.customer.io', path: /^\/v1\/[a-z]+$/ },
  ],
});
