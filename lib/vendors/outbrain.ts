import type { Category } from '../model';
import { createDictionary } from './dictionary';
import { textOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';

/**
 * Outbrain Pixel: https://www.outbrain.com/help/advertisers/outbrain-pixel/. An event's name is free text; a conversion is the name that the account
 * maps.
 */
const vendor = 'outbrain';

const vocabulary: Readonly<Record<string, Category>> = {
  page_view: 'page_view',
  viewcontent: 'view_content',
  search: 'search',
  addtocart: 'add_to_cart',
  initiatecheckout: 'initiate_checkout',
  purchase: 'purchase',
  lead: 'lead',
  contact: 'contact',
  completeregistration: 'complete_registration',
  starttrial: 'start_trial',
  subscribe: 'subscribe',
};

const dictionary = createDictionary({
  marketerId: ['Account', 'event'],
  name: ['Event', 'event'],
  orderValue: ['Value', 'event'],
  currency: ['Currency', 'event'],
  orderId: ['Order id', 'event'],
  dl: ['Page address', 'page'],
  referrer: ['Referrer', 'page'],
  pRef: ['Referrer of the visit', 'page'],
  optOut: ['Opted out', 'consent'],
  cht: ['Integration', 'technical'],
  zone: ['Zone', 'technical'],
  obApiVersion: ['Version', 'technical'],
  obtpVersion: ['Version of the script', 'technical'],
  bust: ['Number against caching', 'technical'],
});
const { at } = dictionary;

export const outbrain = simpleVendor({
  facts: {
    id: vendor,
    name: 'Outbrain',
    mark: 'Ob',
    consent: {
      required: true,
      gvlId: 164,
      consentPurposes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      flexiblePurposes: [],
      source: 'IAB vendor list entry 164, Outbrain UK Ltd (as of 2026-09)',
    },
    oncePerPage: ['page_view'],
    apis: ['obApi'],
    wire: {
      reads: 'events with order values',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Outbrain.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['tr.outbrain.com', 'amplify.outbrain.com'],
  paths: [
    { host: 'tr.outbrain.com', path: /^\/(?:unifiedPixel|pixel)$/, kind: 'event' },
    { host: 'amplify.outbrain.com', path: '/cp/obtp.js', kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['marketerId'],
    event: ['name'],
    vocabulary,
    ignoreCase: true,
    value: ['orderValue'],
    currency: ['currency'],
    orderId: ['orderId'],
    pageUrl: ['dl'],
    referrer: ['referrer'],
    integration: ['cht'],
    consent: (sent) => (textOf(sent, at.optOut) === 'true' ? { granted: false, raw: { optOut: 'true' } } : undefined),
  },
  readCall: trackCall({ vendor, init: [], track: ['track'] }),
});
