import type { Category } from '../model';
import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Branch: page views, and events by the names of its standard list.
 */
const vendor = 'branch';

const dictionary = createDictionary(
  {
    branch_key: ['Key', 'event'],
    name: ['Event', 'event'],
    metadata: ['Page', 'page'],
    'metadata.url': ['Page address', 'page'],
    'metadata.title': ['Page title', 'page'],
    user_data: ['Visitor', 'user'],
    event_data: ['Event data', 'event'],
    'event_data.transaction_id': ['Order', 'event'],
    'event_data.revenue': ['Revenue', 'event'],
    'event_data.currency': ['Currency', 'event'],
    custom_data: ['Custom data', 'event'],
    identity: ['User', 'user'],
    identity_id: ['Visitor', 'user'],
    browser_fingerprint_id: ['Browser', 'user'],
    session_id: ['Session', 'user'],
    initial_referrer: ['Referrer', 'page'],
    sdk: ['Version', 'technical'],
    'custom_data.': ['Custom data', 'event'],
  },
  ['custom_data.'],
);

/** https://help.branch.io/docs/track-commerce-content-lifecycle-events */
const vocabulary: Readonly<Record<string, Category>> = {
  ADD_TO_CART: 'add_to_cart',
  ADD_TO_WISHLIST: 'add_to_wishlist',
  COMPLETE_REGISTRATION: 'complete_registration',
  INITIATE_PURCHASE: 'initiate_checkout',
  PURCHASE: 'purchase',
  SEARCH: 'search',
  START_TRIAL: 'start_trial',
  SUBSCRIBE: 'subscribe',
  VIEW_ITEM: 'view_content',
};

export const branch: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Branch',
    mark: 'Br',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/managed-components/branch/blob/main/src/index.ts',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'page views, events and identities',
      source: 'https://github.com/managed-components/branch/blob/main/src/index.ts',
      verified: '2026-11-25',
    },
  },
  hosts: ['branch.io'],
  paths: [
    { host: 'cdn.branch.io', path: /^\/branch-(?:latest|[\d.]+)(?:\.min)?\.js$/, kind: 'library' },
    { host: 'api2.branch.io', path: /^\/v1\/pageview$/, kind: 'event', event: { name: 'pageview', category: 'page_view' } },
    { host: 'api2.branch.io', path: /^\/v1\/profile$/, kind: 'identify', event: { name: 'profile', category: 'identify' } },
    { host: 'api2.branch.io', path: /^\/v1\/(?:open|logout)$/, kind: 'telemetry' },
    { host: 'api2.branch.io', path: /^\/v2\/event\/(?:standard|custom)$/, kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['branch_key'],
    event: ['name'],
    vocabulary,
    value: ['event_data.revenue'],
    currency: ['event_data.currency'],
    orderId: ['event_data.transaction_id'],
    pageUrl: ['metadata.url'],
    referrer: ['initial_referrer'],
    json: ['metadata', 'user_data', 'event_data', 'custom_data'],
    paramsUnder: ['custom_data.'],
  },
});
