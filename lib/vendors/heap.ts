import type { VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { opaque, type PageApiCall, queryOf, type Vendor } from './kit';
import { textOf } from './sent';
import { createDecode } from './simple';

/**
 * Heap. Its older library sends images of short keys, its newer one binary messages whose format is not published. Calls:
 * https://developers.heap.io/reference/track-1.
 */
const vendor = 'heap';

const dictionary = createDictionary({
  a: ['Environment', 'event'],
  u: ['User', 'user'],
  v: ['Page view', 'page'],
  s: ['Session', 'user'],
  b: ['Library', 'technical'],
  tv: ['Version of the library', 'technical'],
  h: ['Path', 'page'],
  d: ['Host', 'page'],
  t: ['Event or title', 'event'],
  r: ['Referrer', 'page'],
  z: null,
});
const { at } = dictionary;

const decodeImage = createDecode(
  {
    vendor,
    dictionary,
    account: ['a'],
    unnamed: { name: 'pageview', category: 'page_view' },
    params: ['h'],
    referrer: ['r'],
    refine(decoded, sent) {
      const domain = textOf(sent, at.d);
      const path = textOf(sent, at.h);
      if (decoded.kind === 'event' && domain !== undefined && path?.startsWith('/')) decoded.pageUrl = `https://${domain}${path}`;
      return decoded;
    },
  },
  [
    { host: 'heapanalytics.com', path: '/h', kind: 'event' },
    { path: /^\/js\/heap-(\d+)\.js$/, kind: 'library' },
    { path: /^\/v\d+\/heapjs-static\/.+\.js$/, kind: 'library' },
    { path: /^\/config\/(\d+)\/heap_config\.js$/, kind: 'config' },
  ],
);

export const heap: Vendor = {
  facts: {
    id: vendor,
    name: 'Heap',
    mark: 'He',
    consent: { required: true, source: 'Sets an identifier: https://developers.heap.io/docs/web#cookies' },
    oncePerPage: [],
    apis: ['heap'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'page views; packed events by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['heapanalytics.com', 'heap-api.com'],
  decode(hit) {
    if (!/\/api\/(?:capture|integrations)\/v\d+\//.test(hit.address.path)) return decodeImage(hit);
    return opaque(
      hit,
      { vendor, accountId: textOf(queryOf(hit, dictionary), at.a), reason: 'A binary message: its format is not documented.' },
      dictionary,
    );
  },
  readCall,
};

/** `heap.track('Lead', {…})`; the stub queues `['track', 'Lead']`. */
function readCall({ method, args }: PageApiCall): VendorCall | null {
  const [first] = args;
  const list: readonly unknown[] =
    method === undefined || method === 'push' ? (Array.isArray(first) ? first : args) : [method, ...args];
  const [command, name] = list;
  if (typeof command !== 'string') return null;
  if (command === 'load') return { vendor, kind: 'init', ...(name === undefined ? {} : { accounts: [String(name)] }) };
  return command === 'track' && typeof name === 'string' ? { vendor, kind: 'event', event: name } : { vendor, kind: 'other' };
}
