import type { Category } from '../model';
import { createDictionary } from './dictionary';
import { firstOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';

/**
 * Pinterest tag. Events: https://help.pinterest.com/en/business/article/add-event-codes (`checkout` is a finished order); the image tag for
 * browsers without script writes `ed[value]` and `pd[em]` for `ed` and `pd`, which else are JSON. Consent: `pintrk('setconsent', …)`.
 */
const vendor = 'pinterest';

const vocabulary: Readonly<Record<string, Category>> = {
  pagevisit: 'page_view',
  viewcategory: 'view_content',
  viewcontent: 'view_content',
  search: 'search',
  addtocart: 'add_to_cart',
  addtowishlist: 'add_to_wishlist',
  initiatecheckout: 'initiate_checkout',
  checkout: 'purchase',
  lead: 'lead',
  contact: 'contact',
  signup: 'complete_registration',
  submitapplication: 'submit_application',
  schedule: 'schedule',
  subscribe: 'subscribe',
  starttrial: 'start_trial',
  watchvideo: 'engagement',
};

const dictionary = createDictionary(
  {
    tid: ['Tag', 'event'],
    event: ['Event', 'event'],
    ed: ['Event data', 'event'],
    pd: ['Partner data', 'user'],
    ad: ['Page data', 'page'],
    'ed.': ['Event data', 'event'],
    'ed[': ['Event data', 'event'],
    'pd.': ['Partner data', 'user'],
    'pd[': ['Partner data', 'user'],
    'ad.': ['Page data', 'page'],
    'ed.event_id': ['Event id', 'event'],
    'ed[event_id]': ['Event id', 'event'],
    'ed.value': ['Value', 'event'],
    'ed[value]': ['Value', 'event'],
    'ed.currency': ['Currency', 'event'],
    'ed[currency]': ['Currency', 'event'],
    'ed.order_id': ['Order id', 'event'],
    'ed[order_id]': ['Order id', 'event'],
    'ed.order_quantity': ['Quantity', 'event'],
    'ed.lead_type': ['Kind of lead', 'event'],
    'ed.promo_code': ['Promotion code', 'event'],
    'ed.search_query': ['Search words', 'event'],
    'ed.video_title': ['Video', 'event'],
    'ed.line_items.': ['Items', 'items'],
    'ed.np': ['Integration', 'technical'],
    'ed[np]': ['Integration', 'technical'],
    'pd.np': ['Integration', 'technical'],
    'pd.em': ['E-mail, hashed', 'user'],
    'pd[em]': ['E-mail, hashed', 'user'],
    'pd.ph': ['Telephone, hashed', 'user'],
    'pd.fn': ['First name, hashed', 'user'],
    'ad.loc': ['Page address', 'page'],
    'ad.ref': ['Referrer', 'page'],
    'ad.if': ['In a frame', 'page'],
    'ad.is_eu': ['Visitor in Europe', 'consent'],
    'ad.sw': ['Screen width', 'technical'],
    'ad.sh': ['Screen height', 'technical'],
    cb: ['Number against caching', 'technical'],
    noscript: ['Sent without script', 'technical'],
  },
  ['ed.', 'ed['],
);
const { at } = dictionary;

export const pinterest = simpleVendor({
  facts: {
    id: vendor,
    name: 'Pinterest',
    mark: 'Pi',
    consent: {
      required: true,
      source: 'Not in the IAB vendor list (v45 of 2024-03); asks for consent: help.pinterest.com/business/article/enhanced-match',
    },
    oncePerPage: [],
    dedup: {
      idName: 'event_id',
      window: 'an unpublished window',
      windowMs: 48 * 3_600_000,
      source: 'https://docs.tealium.com/client-side-tags/pinterest-tag/',
    },
    // Names as help pages write them; the tag sends them in small letters.
    aliases: {
      PageVisit: ['pagevisit'],
      ViewCategory: ['viewcategory'],
      Search: ['search'],
      AddToCart: ['addtocart'],
      Checkout: ['checkout'],
      WatchVideo: ['watchvideo'],
      Signup: ['signup'],
      Lead: ['lead'],
      Custom: ['custom'],
    },
    apis: ['pintrk'],
    traits: ['matches-by-hash'],
    wire: {
      reads: 'events with parameters and matched data',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Pinterest.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['ct.pinterest.com', 's.pinimg.com'],
  paths: [
    { host: 'ct.pinterest.com', path: /^\/v3\/?$/, kind: 'event' },
    { host: 'ct.pinterest.com', path: /^\/user\/?$/, kind: 'sync' },
    { host: 's.pinimg.com', path: /^\/ct\/(?:core|lib\/main\.[^/]+)\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['tid'],
    event: ['event'],
    // The base code's own page view names no event.
    unnamed: { name: 'page', category: 'page_view' },
    vocabulary,
    ignoreCase: true,
    json: ['ed', 'pd', 'ad'],
    eventId: ['ed.event_id', 'ed[event_id]'],
    value: ['ed.value', 'ed[value]'],
    currency: ['ed.currency', 'ed[currency]'],
    orderId: ['ed.order_id', 'ed[order_id]'],
    paramsUnder: ['ed[', 'ed.'],
    pageUrl: ['ad.loc'],
    referrer: ['ad.ref'],
    integration: ['ed.np', 'ed[np]', 'pd.np'],
    userData: ['pd.em', 'pd[em]', 'pd.ph', 'pd.fn'],
    refine(decoded, sent) {
      if (firstOf(sent, at.noscript) !== undefined) decoded.noscript = true;
      if (firstOf(sent, at.event) !== 'init') return decoded;
      // The tag says that it was loaded.
      decoded.kind = 'telemetry';
      decoded.events = [];
      delete decoded.role;
      return decoded;
    },
  },
  readCall: trackCall({
    vendor,
    init: ['load'],
    track: ['track'],
    alone: { page: 'page' },
    consent: ['setconsent'],
    eventId: ['event_id'],
  }),
});
