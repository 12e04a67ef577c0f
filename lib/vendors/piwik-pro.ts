import type { Decoded, DecodedEvent } from '../model';
import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { isFirstParty } from './kit';
import { type Sent, textOf } from './sent';
import { wideVendor } from './wide';

/**
 * Piwik PRO: requests of the tracker that Matomo once was, under a name of its own. Often on the site’s own domain.
 */
const vendor = 'piwik_pro';

const dictionary = createDictionary({
  idsite: ['Site', 'event'],
  rec: ['Recording', 'technical'],
  action_name: ['Page title', 'page'],
  url: ['Page address', 'page'],
  urlref: ['Referrer', 'page'],
  _id: ['Visitor', 'user'],
  cid: ['Visitor', 'user'],
  uid: ['User', 'user'],
  _idvc: ['Number of the visit', 'user'],
  _rcn: ['Campaign', 'campaign'],
  _rck: ['Campaign keyword', 'campaign'],
  e_c: ['Event category', 'event'],
  e_a: ['Event action', 'event'],
  e_n: ['Event name', 'event'],
  e_v: ['Event value', 'event'],
  idgoal: ['Goal', 'event'],
  revenue: ['Revenue', 'event'],
  ec_id: ['Order', 'event'],
  ec_items: ['Items', 'items'],
  search: ['Search word', 'event'],
  search_cat: ['Search category', 'event'],
  download: ['Download', 'event'],
  link: ['Link clicked', 'event'],
  ping: ['Heartbeat', 'technical'],
  pv_id: ['Page view', 'technical'],
  res: ['Screen', 'technical'],
  lang: ['Language', 'technical'],
  ua: ['Browser', 'technical'],
});

const { at } = dictionary;

export const piwikPro: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Piwik PRO',
    mark: 'Pp',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/PiwikPRO.js',
    },
    oncePerPage: ['page_view'],
    traits: ['routes-first-party'],
    wire: {
      reads: 'page views, events, goals, orders and searches',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/PiwikPRO.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['piwik.pro'],
  paths: [
    { path: /^\/containers\/([0-9a-z-]+)\.js$/, kind: 'library' },
    { path: /\/ppms\.php$/, kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['idsite'],
    unnamed: { name: 'pageview', category: 'page_view' },
    value: ['e_v', 'revenue'],
    orderId: ['ec_id'],
    pageUrl: ['url'],
    referrer: ['urlref'],
    params: ['e_c', 'e_a', 'e_n', 'action_name'],
    refine,
  },
  shape: {
    marks: ['/ppms.php'],
    mayBe: ({ url }) => /\/ppms\.php\?[^#]*\bidsite=/.test(url),
    decode: (hit) => {
      const found = piwikPro.decode(hit);
      return found && { ...found, firstParty: isFirstParty(hit, found.pageUrl) };
    },
  },
});

/** What a hit is shows in which of its parameters it carries. */
function refine(decoded: Decoded, sent: Sent): Decoded {
  if (textOf(sent, at.ping) !== undefined) return { ...decoded, kind: 'telemetry', events: [] };
  return { ...decoded, events: decoded.events.map((event) => ({ ...event, ...named(sent) })) };
}

function named(sent: Sent): Partial<DecodedEvent> {
  const goal = textOf(sent, at.idgoal);
  const action = [at.e_c, at.e_a, at.e_n].map((slot) => textOf(sent, slot)).filter((part) => part !== undefined);
  if (textOf(sent, at.ec_id) !== undefined) return { name: 'order', category: 'purchase' };
  if (goal !== undefined && goal !== '0') return { name: `goal ${goal}`, category: 'conversion', conversionId: goal };
  if (action.length > 0) return { name: action.join(' / '), category: 'custom' };
  if (textOf(sent, at.search) !== undefined) return { name: 'search', category: 'search' };
  if (textOf(sent, at.download) !== undefined) return { name: 'download', category: 'download' };
  return textOf(sent, at.link) === undefined ? {} : { name: 'link', category: 'engagement' };
}
