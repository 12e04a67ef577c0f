import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { isObject, textAt } from './json-reading';
import { bodyOf, type Hit, isFirstParty, type PageApiCall, plainAnswer, type Vendor } from './kit';

import { createDecode } from './simple';

/**
 * Plausible, at its own host or behind the site's (https://plausible.io/docs/proxy/introduction). Keys of an event:
 * https://plausible.io/docs/events-api; its script shortens them to a letter. Automatic events: https://plausible.io/docs/script-extensions.
 */
const vendor = 'plausible';

const own: ReadonlyMap<string, Category> = new Map([
  ['pageview', 'page_view'],
  ['engagement', 'engagement'],
  ['Outbound Link: Click', 'auto'],
  ['Cloaked Link: Click', 'auto'],
  ['File Download', 'download'],
  ['Form: Submission', 'form_submit'],
  ['404', 'auto'],
]);

const dictionary = createDictionary(
  {
    n: ['Event', 'event'],
    name: ['Event', 'event'],
    u: ['Page address', 'page'],
    url: ['Page address', 'page'],
    d: ['Site', 'event'],
    domain: ['Site', 'event'],
    r: ['Referrer', 'page'],
    referrer: ['Referrer', 'page'],
    p: ['Event properties', 'event'],
    'p.': ['Event property', 'event'],
    'props.': ['Event property', 'event'],
    '$.amount': ['Revenue', 'event'],
    '$.currency': ['Currency', 'event'],
    'revenue.amount': ['Revenue', 'event'],
    'revenue.currency': ['Currency', 'event'],
    i: ['Counts as interaction', 'event'],
    v: ['Version', 'technical'],
  },
  ['p.', 'props.'],
);

const decodeEvent = createDecode(
  {
    vendor,
    dictionary,
    account: ['d', 'domain'],
    event: ['n', 'name'],
    json: ['p'],
    value: ['$.amount', 'revenue.amount'],
    currency: ['$.currency', 'revenue.currency'],
    paramsUnder: ['p.', 'props.'],
    pageUrl: ['u', 'url'],
    referrer: ['r', 'referrer'],
    refine(decoded, _sent, hit) {
      const [event] = decoded.events;
      if (!event) return null;
      event.category = categoryOf(event);
      if (event.category === 'auto' || event.name === 'File Download') decoded.automatic = true;
      decoded.firstParty = isFirstParty(hit, decoded.pageUrl);
      return decoded;
    },
  },
  [{ path: /\/api\/event\/?$/, kind: 'event' }],
);

export const plausible: Vendor = {
  facts: {
    id: vendor,
    name: 'Plausible',
    mark: 'Pl',
    consent: { required: false, source: 'Sets no cookie and no lasting identifier: https://plausible.io/data-policy' },
    oncePerPage: [],
    apis: ['plausible'],
    traits: ['routes-first-party'],
    wire: {
      reads: 'page views and events',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['plausible.io'],
  decode: read,
  shape: { marks: ['/api/event'], mayBe: ({ url }) => /\/api\/event\/?(?:\?|$)/.test(url), decode: read },
  readCall,
};

function categoryOf({ name }: DecodedEvent): Category {
  return own.get(name) ?? categoryByWords(name);
}

/** Many sites have an address of this name: name, page and site must all be there, and the page must be one. */
function read(hit: Hit): Decoded | null {
  const { host, path } = hit.address;
  if (host === 'plausible.io' && /^\/js\/.+\.js$/.test(path)) return plainAnswer(hit, { kind: 'library', vendor }, dictionary);
  const body = bodyOf(hit);
  if (body.kind !== 'json' || !isObject(body.json)) return null;
  const page = textAt(body.json, 'u') ?? textAt(body.json, 'url');
  const site = textAt(body.json, 'd') ?? textAt(body.json, 'domain');
  if (page === undefined || site === undefined || !/^[a-z]+:/.test(page) || !/^[\w.-]+\.[a-z]{2,}/i.test(site)) return null;
  return decodeEvent(hit);
}

/** `plausible('Lead', {props: {…}})` (https://plausible.io/docs/custom-event-goals). */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [event] = args;
  return typeof event === 'string' ? { vendor, kind: 'event', event } : null;
}
