import type { Category } from '../model';
import { createDictionary } from './dictionary';
import { firstOf, textOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';

/**
 * Xandr (Microsoft Monetize, formerly AppNexus): universal pixel, whose events are listed at
 * https://learn.microsoft.com/xandr/log-level-data/universal-pixel-feed, and the older conversion and segment pixels
 * (https://learn.microsoft.com/xandr/invest/conversion-pixels-advanced).
 */
const vendor = 'xandr';

const vocabulary: Readonly<Record<string, Category>> = {
  PageView: 'page_view',
  LandingPage: 'page_view',
  ItemView: 'view_content',
  AddToCart: 'add_to_cart',
  InitiateCheckout: 'initiate_checkout',
  Purchase: 'purchase',
  Lead: 'lead',
};

const dictionary = createDictionary({
  pi: ['Pixel', 'event'],
  id: ['Pixel', 'event'],
  add: ['Segment', 'event'],
  e: ['Event', 'event'],
  v: ['Value', 'event'],
  c: ['Currency', 'event'],
  value: ['Value', 'event'],
  order_id: ['Order id', 'event'],
  script: ['Sent by a script', 'technical'],
  consent: ['Consent', 'consent'],
  t: ['Answer format', 'technical'],
});
const { at } = dictionary;

export const xandr = simpleVendor({
  facts: {
    id: vendor,
    name: 'Xandr',
    mark: 'Xa',
    consent: {
      required: true,
      gvlId: 32,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 10],
      source: 'IAB vendor list entry 32, Xandr (as of 2026-09)',
    },
    oncePerPage: [],
    apis: ['pixie'],
    wire: {
      reads: 'events, conversions and segments',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['ib.adnxs.com', 'secure.adnxs.com', 'acdn.adnxs.com'],
  paths: [
    { host: 'ib.adnxs.com', path: '/pixie', kind: 'event' },
    { path: '/px', kind: 'event', event: { name: 'conversion', category: 'conversion' } },
    { path: '/seg', kind: 'event', event: { name: 'segment', category: 'remarketing' } },
    { path: /^\/(?:getuid|getuidnb|setuid|mapuid|bounce)$/, kind: 'sync' },
    { host: 'acdn.adnxs.com', path: '/dmp/up/pixie.js', kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['pi', 'id', 'add'],
    event: ['e'],
    unnamed: { name: 'PageView', category: 'page_view' },
    vocabulary,
    value: ['value', 'v'],
    currency: ['c'],
    orderId: ['order_id'],
    consent(sent) {
      const consent = textOf(sent, at.consent);
      return consent === '0' || consent === '1' ? { granted: consent === '1', raw: { consent } } : undefined;
    },
    refine(decoded, sent) {
      if (firstOf(sent, at.script) === '0') decoded.noscript = true;
      return decoded;
    },
  },
  readCall: trackCall({ vendor, init: ['init'], track: ['event'] }),
});
