import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { isFirstParty } from './kit';
import { type Sent, textOf } from './sent';
import { wideVendor } from './wide';

/**
 * Umami, in its cloud or on the site’s own server.
 */
const vendor = 'umami';

const dictionary = createDictionary(
  {
    type: ['Kind', 'event'],
    'payload.website': ['Site', 'event'],
    'payload.name': ['Event', 'event'],
    'payload.url': ['Page address', 'page'],
    'payload.referrer': ['Referrer', 'page'],
    'payload.title': ['Page title', 'page'],
    'payload.hostname': ['Host of the page', 'page'],
    'payload.tag': ['Tag', 'event'],
    'payload.id': ['User', 'user'],
    'payload.vid': ['Visitor', 'user'],
    'payload.screen': ['Screen', 'technical'],
    'payload.language': ['Language', 'technical'],
    'payload.data.': ['Event data', 'event'],
  },
  ['payload.data.'],
);

const { at } = dictionary;

export const umami: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Umami',
    mark: 'Um',
    consent: {
      required: false,
      source:
        'No cookie is set; what newer trackers keep is an id in local storage that the site can switch off: https://github.com/umami-software/umami/blob/master/src/tracker/index.js',
    },
    oncePerPage: ['page_view'],
    traits: ['routes-first-party'],
    wire: {
      reads: 'page views, events and identities',
      source: 'https://github.com/umami-software/umami/blob/master/src/tracker/index.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['umami.is', 'umami.dev'],
  paths: [
    { host: 'cloud.umami.is', path: /^\/script\.js$/, kind: 'library' },
    { path: /\/api\/send$/, kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['payload.website'],
    event: ['payload.name'],
    unnamed: { name: 'pageview', category: 'page_view' },
    pageUrl: ['payload.url'],
    referrer: ['payload.referrer'],
    paramsUnder: ['payload.data.'],
    refine,
  },
  shape: {
    marks: ['/api/send'],
    mayBe: ({ url, body }) =>
      /\/api\/send\/?$/.test(url) && body !== undefined && /"payload"\s*:\s*\{/.test(body) && body.includes('"website"'),
    decode: (hit) => {
      const found = umami.decode(hit);
      return found && { ...found, firstParty: isFirstParty(hit, found.pageUrl) };
    },
  },
});

function refine(decoded: Decoded, sent: Sent): Decoded {
  if (textOf(sent, at.type) !== 'identify') return decoded;
  return { ...decoded, kind: 'identify', events: [{ name: 'identify', category: 'identify' }] };
}
