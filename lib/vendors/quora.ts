import type { Category } from '../model';
import { createDictionary } from './dictionary';
import { firstOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';

/** Quora Pixel. Events: https://quoraadsupport.zendesk.com/hc/en-us/articles/115010466208. */
const vendor = 'quora';

const vocabulary: Readonly<Record<string, Category>> = {
  ViewContent: 'view_content',
  Search: 'search',
  AddToCart: 'add_to_cart',
  AddToWishlist: 'add_to_wishlist',
  InitiateCheckout: 'initiate_checkout',
  Purchase: 'purchase',
  GenerateLead: 'lead',
  CompleteRegistration: 'complete_registration',
};

const dictionary = createDictionary({
  tag: ['Event', 'event'],
  value: ['Value', 'event'],
  u: ['Page address', 'page'],
  i: ['Integration', 'technical'],
  noscript: ['Sent without script', 'technical'],
});
const { at } = dictionary;

export const quora = simpleVendor({
  facts: {
    id: vendor,
    name: 'Quora',
    mark: 'Qu',
    consent: { required: true, source: 'Not in the IAB vendor list (searched by name in v45 of 2024-03)' },
    oncePerPage: [],
    apis: ['qp'],
    wire: {
      reads: 'events by their names',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['q.quora.com', 'a.quora.com'],
  paths: [
    { host: 'q.quora.com', path: /^\/_\/ad\/([0-9a-f]{32})\/pixel$/, kind: 'event' },
    { host: 'a.quora.com', path: '/qevents.js', kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: [],
    event: ['tag'],
    vocabulary,
    value: ['value'],
    pageUrl: ['u'],
    integration: ['i'],
    refine(decoded, sent) {
      if (firstOf(sent, at.noscript) === '1') decoded.noscript = true;
      return decoded;
    },
  },
  readCall: trackCall({ vendor, init: ['init'], track: ['track'] }),
});
