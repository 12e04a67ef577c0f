import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Clearbit, now of HubSpot, tells which company a visitor belongs to.
 */
const vendor = 'clearbit';

const dictionary = createDictionary({
  authorization: ['Account', 'event'],
});

export const clearbit: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Clearbit',
    mark: 'Cb',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-companies'],
    wire: {
      reads: 'company look-ups and page calls; events by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['clearbit.com', 'clearbitjs.com', 'clearbitscripts.com'],
  paths: [
    { path: /^\/v\d\/(pk_\w+)\/[\w.]+\.js$/, kind: 'library' },
    {
      host: 'reveal.clearbit.com',
      path: /^\/v1\/companies\/reveal$/,
      kind: 'identify',
      event: { name: 'company look-up', category: 'identify' },
    },
    { host: 'app.clearbit.com', path: /^\/v1\/p$/, kind: 'event', event: { name: 'page', category: 'page_view' } },
  ],
  reading: { vendor, dictionary, account: ['authorization'], mayLackAccount: true },
  sealed: [{ host: 'app.clearbit.com', path: /^\/v1\/t$/ }],
});
