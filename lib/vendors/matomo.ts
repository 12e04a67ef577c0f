import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { isObject } from './json-reading';
import {
  bodyOf,
  complete,
  completeEvent,
  fieldsOf,
  type Hit,
  isFirstParty,
  type PageApiCall,
  plainAnswer,
  queryOf,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { addJson, addQuery, firstOf, nothingSent, type Sent, textOf } from './sent';

/**
 * Matomo (formerly Piwik), mostly at its owners' hosts. Parameters and bulk requests: https://developer.matomo.org/api-reference/tracking-api;
 * calls: https://developer.matomo.org/api-reference/tracking-javascript.
 */
const vendor = 'matomo';

const dictionary = createDictionary({
  idsite: ['Site', 'event'],
  rec: ['Recording', 'technical'],
  action_name: ['Page title', 'page'],
  url: ['Page address', 'page'],
  urlref: ['Referrer', 'page'],
  _id: ['Visitor id', 'user'],
  cid: ['Visitor id', 'user'],
  uid: ['User id', 'user'],
  rand: ['Number against caching', 'technical'],
  r: ['Number against caching', 'technical'],
  apiv: ['Version', 'technical'],
  h: ['Hour of the visitor', 'technical'],
  m: ['Minute of the visitor', 'technical'],
  s: ['Second of the visitor', 'technical'],
  res: ['Screen size', 'technical'],
  cookie: ['Cookies allowed', 'technical'],
  ua: ['Browser', 'technical'],
  lang: ['Language', 'technical'],
  pv_id: ['Page view id', 'page'],
  new_visit: ['New visit', 'user'],
  _rcn: ['Campaign', 'campaign'],
  _rck: ['Campaign keyword', 'campaign'],
  e_c: ['Category', 'event'],
  e_a: ['Action', 'event'],
  e_n: ['Name', 'event'],
  e_v: ['Value', 'event'],
  c_n: ['Content', 'event'],
  c_p: ['Piece of content', 'event'],
  c_t: ['Target of the content', 'event'],
  c_i: ['Interaction with content', 'event'],
  search: ['Search words', 'event'],
  search_cat: ['Search category', 'event'],
  search_count: ['Search results', 'event'],
  link: ['Link left by', 'event'],
  download: ['Download', 'event'],
  idgoal: ['Goal', 'event'],
  revenue: ['Value', 'event'],
  ec_id: ['Order id', 'event'],
  ec_items: ['Items', 'items'],
  ec_st: ['Subtotal', 'event'],
  ec_tx: ['Tax', 'event'],
  ec_sh: ['Shipping', 'event'],
  ec_dt: ['Discount', 'event'],
  ping: ['Heartbeat', 'technical'],
  ca: ['Own action', 'technical'],
  send_image: ['Answer with an image', 'technical'],
  dimension: ['Dimension', 'event'],
  token_auth: ['Access token', 'technical'],
  ma_id: ['Media', 'event'],
  requests: ['Requests', 'technical'],
});
const { at } = dictionary;

export const matomo: Vendor = {
  facts: {
    id: vendor,
    name: 'Matomo',
    mark: 'Ma',
    consent: {
      required: true,
      source:
        'Not in the IAB vendor list (v45 of 2024-03); sets an identifier unless told not to: https://matomo.org/faq/new-to-piwik/how-do-i-use-matomo-analytics-without-consent-or-cookie-banner/',
    },
    oncePerPage: [],
    apis: ['_paq'],
    traits: ['routes-first-party'],
    wire: {
      reads: 'page views, events, goals and orders',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Matomo.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['matomo.cloud'],
  decode: read,
  shape: {
    marks: ['/matomo.', '/piwik.'],
    mayBe: ({ url }) => /\/(?:matomo|piwik)\.(?:php|js)(?:\?|$)/.test(url),
    decode: read,
  },
  readCall,
};

function read(hit: Hit): Decoded | null {
  const file = /\/(?:matomo|piwik)\.(php|js)$/.exec(hit.address.path)?.[1];
  if (file === undefined) return null;
  if (file === 'js') return plainAnswer(hit, { kind: 'library', vendor }, dictionary);
  const body = bodyOf(hit);
  if (body.kind === 'json' && isObject(body.json) && Array.isArray(body.json.requests))
    return bulk(hit, body.json, body.json.requests);
  const { sent, encoding } = fieldsOf(hit, dictionary);
  const idsite = siteOf(sent);
  if (idsite === undefined) return null;
  const event = eventOf(sent);
  const pageUrl = textOf(sent, at.url);
  return complete(
    { kind: event ? 'event' : 'telemetry', vendor, events: event ? [event] : [], parameters: sent.parameters },
    {
      accountId: idsite,
      encoding,
      pageUrl,
      referrer: firstOf(sent, at.urlref),
      userData: userOf(sent),
      firstParty: isFirstParty(hit, pageUrl),
      automatic: event?.category === 'auto',
      role: event ? 'main' : undefined,
    },
  );
}

/** The site's number, of a request that is to be recorded. */
function siteOf(sent: Sent<never>): string | undefined {
  return textOf(sent, at.rec) === '1' ? textOf(sent, at.idsite) : undefined;
}

/** A list of addresses' queries, as texts or as objects of fields. */
function bulk(hit: Hit, json: Record<string, unknown>, requests: readonly unknown[]): Decoded | null {
  const shared = queryOf(hit, dictionary);
  addJson(shared, json, 'body', 'requests');
  const events: DecodedEvent[] = [];
  const accounts: string[] = [];
  const parameters = [...shared.parameters];
  let first: Sent<never> | undefined;
  // Heartbeats are no events: their parameters are numbered behind those of the last one.
  const beats: Sent<never>[] = [];
  for (const request of requests) {
    const sent = nothingSent(dictionary, { event: events.length });
    if (typeof request === 'string') addQuery(sent, request.replace(/^\?/, ''), 'body');
    else addJson(sent, request, 'body');
    const idsite = siteOf(sent);
    const event = idsite === undefined ? undefined : eventOf(sent);
    if (!event) {
      beats.push(sent);
      continue;
    }
    first ??= sent;
    events.push(event);
    parameters.push(...sent.parameters);
    if (idsite !== undefined && !accounts.includes(idsite)) accounts.push(idsite);
  }
  for (const [n, beat] of beats.entries()) {
    for (const parameter of beat.parameters) parameters.push({ ...parameter, event: events.length + n });
    const idsite = siteOf(beat);
    if (idsite !== undefined && !accounts.includes(idsite)) accounts.push(idsite);
  }
  if (accounts.length === 0) return null;
  const pageUrl = first && textOf(first, at.url);
  return complete(
    { kind: events.length > 0 ? 'event' : 'telemetry', vendor, events, parameters },
    {
      accountId: accounts[0],
      accountIds: accounts,
      encoding: 'json-batch',
      pageUrl,
      referrer: first && firstOf(first, at.urlref),
      userData: first && userOf(first),
      firstParty: isFirstParty(hit, pageUrl),
      automatic: events.length > 0 && events.every(({ category }) => category === 'auto'),
      role: events.length > 0 ? 'main' : undefined,
    },
  );
}

/** A user id is the site's own; some use the e-mail address. */
function userOf(sent: Sent<never>): { key: string; form: string }[] {
  return textOf(sent, at.uid)?.includes('@') ? [{ key: 'uid', form: 'clear' }] : [];
}

const own = [
  'action_name',
  'e_c',
  'e_a',
  'e_n',
  'e_v',
  'c_n',
  'c_p',
  'c_t',
  'c_i',
  'search',
  'search_cat',
  'link',
  'download',
  'idgoal',
  'revenue',
  'ec_id',
] as const;

/** `undefined` for a heartbeat. */
function eventOf(sent: Sent<never>): DecodedEvent | undefined {
  if (textOf(sent, at.ping) === '1') return undefined;
  const params: Record<string, string> = {};
  for (const key of own) {
    const value = firstOf(sent, at[key]);
    if (value !== undefined) params[key] = value;
  }
  const goal = textOf(sent, at.idgoal);
  const revenue = numberOf(textOf(sent, at.revenue));
  if (goal === '0') {
    const orderId = textOf(sent, at.ec_id);
    const [name, category]: [string, Category] =
      orderId === undefined ? ['ecommerce cart', 'custom'] : ['ecommerce order', 'purchase'];
    return completeEvent({ name, category }, { value: revenue, orderId, items: itemsIn(textOf(sent, at.ec_items)), params });
  }
  if (goal !== undefined)
    return completeEvent({ name: `goal ${goal}`, category: 'conversion' }, { value: revenue, conversionId: goal, params });
  const event = textOf(sent, at.e_c);
  if (event !== undefined) {
    const parts = [event, textOf(sent, at.e_a), textOf(sent, at.e_n)].filter((part) => part !== undefined);
    return completeEvent(
      { name: parts.join(' / '), category: categoryByWords(parts.slice(0, 2).join(' ')) },
      { value: numberOf(textOf(sent, at.e_v)), params },
    );
  }
  const { name, category } = plainEvent(sent);
  return completeEvent({ name, category }, { params });
}

function plainEvent(sent: Sent<never>): Pick<DecodedEvent, 'name' | 'category'> {
  if (textOf(sent, at.search) !== undefined) return { name: 'site search', category: 'search' };
  if (textOf(sent, at.download) !== undefined) return { name: 'download', category: 'download' };
  if (textOf(sent, at.link) !== undefined) return { name: 'outlink', category: 'engagement' };
  if (textOf(sent, at.c_n) !== undefined)
    return { name: textOf(sent, at.c_i) === undefined ? 'content impression' : 'content interaction', category: 'engagement' };
  if (textOf(sent, at.ma_id) !== undefined) return { name: 'media', category: 'engagement' };
  // Plug-ins send what only they explain, and say that it is no page view.
  if (textOf(sent, at.ca) === '1') return { name: 'own action', category: 'auto' };
  return { name: 'pageview', category: 'page_view' };
}

/** `[[sku, name, category, price, quantity], …]` */
function itemsIn(text: string | undefined): Record<string, string | number>[] {
  let list: unknown;
  try {
    list = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    if (!Array.isArray(one)) return [];
    const item: Record<string, string | number> = {};
    for (const [n, key] of ['id', 'name', 'category', 'price', 'quantity'].entries()) {
      const value: unknown = one[n];
      if (typeof value === 'string' || typeof value === 'number') item[key] = value;
    }
    return [item];
  });
}

/** `_paq.push(['trackEvent', category, action, name, value])`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [list] = args;
  if (!Array.isArray(list)) return null;
  const [command, ...rest] = list as unknown[];
  if (typeof command !== 'string') return null;
  const said = rest.filter((part) => typeof part === 'string' || typeof part === 'number').map(String);
  const event = (name: string): VendorCall => ({ vendor, kind: 'event', event: name });
  switch (command) {
    case 'trackPageView':
      return event('pageview');
    case 'trackEvent':
      return event(said.slice(0, 3).join(' / '));
    case 'trackGoal':
      return event(`goal ${said[0] ?? ''}`);
    case 'trackEcommerceOrder':
      return event('ecommerce order');
    case 'trackSiteSearch':
      return event('site search');
    case 'setSiteId':
      return { vendor, kind: 'init', ...(said[0] === undefined ? {} : { accounts: [said[0]] }) };
    default:
      return { vendor, kind: /consent|optuserout|forgetuseroptout/i.test(command) ? 'consent' : 'other' };
  }
}
