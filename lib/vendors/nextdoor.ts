import type { Category } from '../model';
import { createDictionary } from './dictionary';
import { firstOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';

/**
 * Nextdoor Universal Pixel. Events, and `event_id` for deduplication with the server's API:
 * https://developer.nextdoor.com/reference/conversions-track.
 */
const vendor = 'nextdoor';

const vocabulary: Readonly<Record<string, Category>> = {
  page_view: 'page_view',
  view_content: 'view_content',
  search: 'search',
  add_to_cart: 'add_to_cart',
  add_to_wishlist: 'add_to_wishlist',
  initiate_checkout: 'initiate_checkout',
  purchase: 'purchase',
  lead: 'lead',
  sign_up: 'complete_registration',
  subscribe: 'subscribe',
  conversion: 'conversion',
};

const dictionary = createDictionary({
  pid: ['Pixel', 'event'],
  ev: ['Event', 'event'],
  event_id: ['Event id', 'event'],
  pl: ['Page address', 'page'],
  noscript: ['Sent without script', 'technical'],
});
const { at } = dictionary;

export const nextdoor = simpleVendor({
  facts: {
    id: vendor,
    name: 'Nextdoor',
    mark: 'Nd',
    consent: { required: true, source: 'Not in the IAB vendor list (searched by name in v45 of 2024-03)' },
    oncePerPage: [],
    dedup: {
      idName: 'event_id',
      window: 'an unpublished window',
      windowMs: 48 * 3_600_000,
      source: 'https://developer.nextdoor.com/reference/conversions-track',
    },
    apis: ['ndp'],
    wire: {
      reads: 'events by their names',
      source: 'https://github.com/mbaersch/tracking-auditor-extension',
      verified: '2026-11-23',
    },
  },
  hosts: ['flask.nextdoor.com', 'ads.nextdoor.com'],
  paths: [
    { host: 'flask.nextdoor.com', path: '/pixel', kind: 'event' },
    { host: 'ads.nextdoor.com', path: '/public/pixel/ndp.js', kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['pid'],
    event: ['ev'],
    vocabulary,
    ignoreCase: true,
    eventId: ['event_id'],
    pageUrl: ['pl'],
    refine(decoded, sent) {
      if (firstOf(sent, at.noscript) === '1') decoded.noscript = true;
      const [event] = decoded.events;
      if (event && /^custom_conversion_\d+$/i.test(event.name)) event.category = 'conversion';
      return decoded;
    },
  },
  readCall: trackCall({ vendor, init: ['init'], track: ['track'], eventId: ['event_id'] }),
});
