import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Simple Analytics, which keeps nothing in the browser. A site is named by its host.
 */
const vendor = 'simple_analytics';

const dictionary = createDictionary({
  hostname: ['Site', 'event'],
  type: ['Kind', 'event'],
  event: ['Event', 'event'],
  metadata: ['Metadata', 'event'],
  ua: ['Browser', 'technical'],
});

export const simpleAnalytics: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Simple Analytics',
    mark: 'Sa',
    consent: {
      required: false,
      source: 'No identifier is kept in the browser: https://docs.simpleanalytics.com/what-we-collect',
    },
    oncePerPage: ['page_view'],
    wire: {
      reads: 'page views and events',
      source: 'https://docs.simpleanalytics.com/events/server-side',
      verified: '2026-11-25',
    },
  },
  hosts: ['simpleanalyticscdn.com'],
  paths: [
    { host: 'scripts.simpleanalyticscdn.com', path: /^\/(?:latest|auto-events|proxy)\.js$/, kind: 'library' },
    { host: 'queue.simpleanalyticscdn.com', path: /^\/(?:simple\.gif|events)$/, kind: 'event' },
    {
      host: 'queue.simpleanalyticscdn.com',
      path: /^\/noscript\.gif$/,
      kind: 'event',
      event: { name: 'pageview', category: 'page_view' },
    },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['hostname'],
    mayLackAccount: true,
    event: ['event', 'type'],
    vocabulary: { pageview: 'page_view' },
  },
});
