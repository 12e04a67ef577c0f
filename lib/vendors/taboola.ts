import type { CarriedConsent, Category, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import type { PageApiCall } from './kit';
import { type Sent, textOf } from './sent';
import { simpleVendor } from './simple';

/**
 * Taboola Pixel. Events: https://developers.taboola.com/pixel/docs/standard-events. It has no event id: events of one name are taken for one
 * within fixed times (https://developers.taboola.com/pixel/docs/heuristic-deduplication).
 */
const vendor = 'taboola';

const vocabulary: Readonly<Record<string, Category>> = {
  page_view: 'page_view',
  view_content: 'view_content',
  search: 'search',
  add_to_cart: 'add_to_cart',
  add_to_wishlist: 'add_to_wishlist',
  start_checkout: 'initiate_checkout',
  make_purchase: 'purchase',
  lead: 'lead',
  contact: 'contact',
  schedule: 'schedule',
  submit_application: 'submit_application',
  complete_registration: 'complete_registration',
  sign_up: 'complete_registration',
  start_trial: 'start_trial',
  subscribe: 'subscribe',
};

const dictionary = createDictionary({
  en: ['Event', 'event'],
  revenue: ['Value', 'event'],
  currency: ['Currency', 'event'],
  orderid: ['Order id', 'event'],
  quantity: ['Quantity', 'event'],
  'item-url': ['Page address', 'page'],
  ref: ['Referrer', 'page'],
  ui: ['Browser id', 'user'],
  unified_id: ['E-mail, hashed', 'user'],
  tcs: ['TCF string', 'consent'],
  ccpaPs: ['US Privacy string', 'consent'],
  ccpa: ['US Privacy string', 'consent'],
  cbp: ['Consent management platform', 'consent'],
  cbpv: ['Version of the consent management platform', 'consent'],
  cmps: ['Consent status', 'consent'],
  data: ['Page view data', 'event'],
  'data.': ['Page view data', 'event'],
  'data.mpvd.en': ['Event', 'event'],
  'data.u': ['Page address', 'page'],
  'data.e': ['Referrer', 'page'],
  tim: ['Event time', 'event'],
  it: ['Kind of integration', 'technical'],
  cv: ['Version', 'technical'],
});
const { at } = dictionary;

export const taboola = simpleVendor({
  facts: {
    id: vendor,
    name: 'Taboola',
    mark: 'Tb',
    consent: {
      required: true,
      gvlId: 42,
      consentPurposes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      flexiblePurposes: [2, 7, 8, 9, 10, 11],
      source: 'IAB vendor list entry 42, Taboola Europe Limited (as of 2026-09)',
    },
    oncePerPage: [],
    apis: ['_tfa'],
    wire: {
      reads: 'events with parameters and consent',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['trc.taboola.com', 'trc-events.taboola.com', 'cdn.taboola.com'],
  paths: [
    { path: /^\/([^/]+)\/log\/3\/(?:unip|action|mark)$/, kind: 'event' },
    { host: 'trc.taboola.com', path: /^\/([^/]+)\/trc\/3\/json$/, kind: 'event' },
    { host: 'cdn.taboola.com', path: /^\/libtrc\/unip\/([^/]+)\/tfa\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: [],
    event: ['en', 'data.mpvd.en'],
    vocabulary,
    json: ['data'],
    value: ['revenue'],
    currency: ['currency'],
    orderId: ['orderid'],
    params: ['quantity'],
    pageUrl: ['item-url', 'data.u'],
    referrer: ['ref', 'data.e'],
    userData: ['unified_id'],
    consent: consentOf,
    refine(decoded, sent) {
      // How long the page was looked at, sent by the script of its own accord.
      if (!textOf(sent, at.en)?.startsWith('pre_d_eng')) return decoded;
      decoded.kind = 'telemetry';
      decoded.events = [];
      delete decoded.role;
      return decoded;
    },
  },
  readCall,
});

function consentOf(sent: Sent): CarriedConsent | undefined {
  const tcf = textOf(sent, at.tcs);
  const usPrivacy = textOf(sent, at.ccpaPs) ?? textOf(sent, at.ccpa);
  const cmp = textOf(sent, at.cbp);
  if ((tcf ?? usPrivacy ?? cmp) === undefined) return undefined;
  return {
    ...(tcf === undefined ? {} : { tcf }),
    ...(usPrivacy === undefined ? {} : { usPrivacy }),
    ...(cmp === undefined ? {} : { cmp }),
  };
}

/** `_tfa.push({notify: 'event', name: 'lead', id: 1900456})`: the command names its account. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [said] = args;
  if (!isObject(said)) return null;
  const event = textAt(said, 'name');
  const account = textAt(said, 'id');
  if (said.notify !== 'event' || event === undefined) return { vendor, kind: 'other' };
  return { vendor, kind: 'event', ...(account === undefined ? {} : { accounts: [account] }), event };
}
