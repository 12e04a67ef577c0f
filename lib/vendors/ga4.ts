import type { Category, Decoded, DecodedEvent, DecodeRequest, UserDataField } from '../model';
import { type Body, textOfBase64 } from './body';
import { createDictionary } from './dictionary';
import { ga4Items } from './ga4-items';
import { consentLabels, consentReader } from './google-consent';
import { googleCountryHosts } from './google-hosts';
import { googleUserData } from './google-user-data';
import { gtagCall } from './gtag-call';
import { isObject } from './json-reading';
import {
  addBody,
  bodyOf,
  categoryOf,
  complete,
  completeEvent,
  type Hit,
  isFirstParty,
  opaque,
  queryOf,
  unreadReason,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { addJson, addQuery, firstOf, nothingSent, type Sent, textOf, under } from './sent';
import { formOf, withField } from './user-data';

/**
 * Google Analytics 4. Events: https://developers.google.com/analytics/devguides/collection/ga4/reference/events; automatic ones:
 * https://support.google.com/analytics/answer/9234069; `purchase` is folded by transaction id: support.google.com/analytics/answer/12313109.
 * The wire format is not documented by Google; it is as the tag sends it.
 */
const vendor = 'ga4';

const vocabulary: Readonly<Record<string, Category>> = {
  page_view: 'page_view',
  screen_view: 'page_view',
  view_item: 'view_content',
  view_item_list: 'view_content',
  search: 'search',
  view_search_results: 'search',
  add_to_cart: 'add_to_cart',
  add_to_wishlist: 'add_to_wishlist',
  begin_checkout: 'initiate_checkout',
  purchase: 'purchase',
  generate_lead: 'lead',
  sign_up: 'complete_registration',
  file_download: 'download',
  form_submit: 'form_submit',
  form_start: 'engagement',
  scroll: 'engagement',
  click: 'engagement',
  user_engagement: 'engagement',
  session_start: 'engagement',
  first_visit: 'engagement',
  video_start: 'engagement',
  video_progress: 'engagement',
  video_complete: 'engagement',
};

const dictionary = createDictionary(
  {
    ...consentLabels,
    v: ['Protocol version', 'technical'],
    tid: ['Measurement id', 'event'],
    en: ['Event', 'event'],
    'ep.': ['Event parameter', 'event'],
    'epn.': ['Event parameter, number', 'event'],
    'up.': ['User property', 'user'],
    'upn.': ['User property, number', 'user'],
    cu: ['Currency', 'event'],
    _c: ['Key event', 'event'],
    _et: ['Engagement time (ms)', 'event'],
    cid: ['Client id', 'user'],
    uid: ['User id', 'user'],
    sid: ['Session id', 'user'],
    sct: ['Session number', 'user'],
    seg: ['Session engaged', 'user'],
    em: ['User-provided data', 'user'],
    ec_mode: ['How user-provided data was found', 'user'],
    dl: ['Page address', 'page'],
    dr: ['Referrer', 'page'],
    dt: ['Page title', 'page'],
    dp: ['Page path', 'page'],
    measurement_id: ['Measurement id', 'event'],
    firebase_app_id: ['App id', 'event'],
    api_secret: ['API secret', 'technical'],
    client_id: ['Client id', 'user'],
    name: ['Event', 'event'],
    'params.': ['Event parameter', 'event'],
    'user_properties.': ['User property', 'user'],
    'user_data.': ['User-provided data', 'user'],
    ul: ['Language', 'technical'],
    sr: ['Screen', 'technical'],
    _p: ['Page load id', 'technical'],
    _s: ['Hit number', 'technical'],
    _ss: ['Session starts', 'event'],
    _nsi: ['New session id', 'event'],
    _fv: ['First visit', 'event'],
    _ee: ['External event', 'technical'],
    gtm: ['Tag Manager container print', 'technical'],
    tfd: ['Time from document start (ms)', 'technical'],
    'sst.': ['Server-side tagging', 'technical'],
    _dbg: ['Debug view', 'technical'],
  },
  ['up.', 'upn.', 'ep.', 'epn.', 'params.'],
);
const { at } = dictionary;
const googleConsent = consentReader(at);

/** Base64 of `/g/collect`. */
const packedMark = 'L2cvY29sbGVjd';
/** Base64 of `{"m":`, without its last letter. */
const sealedMark = 'eyJtIj';
/** Any host: plain parameters, Stape's base64 of `/g/collect?`, or TAGGRS' sealed envelope. */
const firstPartyMark = /[?&]tid=G-|L2cvY29sbGVjd|[?&]p=[0-9a-f]{24}:|\/g\/(?:collect|c)\?/i;

export const ga4: Vendor = {
  facts: {
    id: vendor,
    name: 'Google Analytics',
    mark: 'G4',
    consent: {
      required: true,
      gvlId: 755,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 9, 10],
      consentModeTypes: ['analytics_storage'],
      source:
        'IAB vendor list entry 755, Google Advertising Products; developers.google.com/tag-platform/security/concepts/consent-mode',
    },
    storage: { names: ['_ga', '_ga_*'], source: 'support.google.com/analytics/answer/11397207' },
    oncePerPage: ['page_view'],
    apis: ['gtag'],
    traits: ['matches-by-hash', 'routes-first-party'],
    wire: {
      reads: 'events with parameters, items, consent and user data',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/GoogleAnalytics4.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['google-analytics.com', 'analytics.google.com', 'stats.g.doubleclick.net', googleCountryHosts],
  decode(hit) {
    const { host, path } = hit.address;
    if (host === 'stats.g.doubleclick.net') return path === '/g/collect' ? sideEffect(hit) : null;
    if (path === '/ads/ga-audiences') return sideEffect(hit);
    if (host.startsWith('www.google.')) return null;
    // gtag.js knows both paths; `/g/s/collect` is an address of its own, not a copy.
    if (/\/g\/(?:s\/)?collect$/.test(path)) return collect(hit, queryOf(hit, dictionary));
    return /^\/(?:debug\/)?mp\/collect$/.test(path) ? measurementProtocol(hit) : null;
  },
  shape: {
    marks: ['tid=G-', packedMark, '/g/c', '?p=', '&p='],
    mayBe: (request) => firstPartyMark.test(request.url) || isSealed(request),
    decode: firstParty,
  },
  readCall: gtagCall,
};

function firstParty(hit: Hit): Decoded | null {
  const { path } = hit.address;
  const query = queryOf(hit, dictionary);
  if (/^G-[A-Z0-9]{4,}$/i.test(firstOf(query, at.tid) ?? '')) {
    const isNamed = firstOf(query, at.en) !== undefined || mayHoldEvents(bodyOf(hit)) || /\/g\/(?:(?:s\/)?collect|c)$/.test(path);
    if (!isNamed) return null;
    return own(hit, collect(hit, query, path.endsWith('/g/c') ? { product: 'google_tag_gateway' } : {}));
  }
  const packed = query.parameters.find(({ key, value }) => value.startsWith(packedMark) || key.startsWith(packedMark));
  if (packed) return own(hit, unpacked(hit, query, packed.value.startsWith(packedMark) ? packed.value : packed.key));
  if (!isSealed(hit.request)) return null;
  return own(
    hit,
    opaque(hit, { vendor, reason: 'The envelope is encrypted (AES-GCM) by the site’s tagging server.' }, dictionary),
  );
}

function mayHoldEvents({ kind }: Body): boolean {
  return kind !== 'none' && kind !== 'json';
}

/** A loader of Stape's: the whole relative address, in base64. What stands beside it is kept. */
function unpacked(hit: Hit, query: GaSent, base64: string): Decoded | null {
  const address = textOfBase64(base64);
  if (address === null) return null;
  const inner = nothingSent(dictionary);
  addQuery(inner, address.slice(address.indexOf('?') + 1), 'query');
  const decoded = collect(hit, inner, { encoding: 'base64-query' });
  return decoded && { ...decoded, parameters: [...query.parameters, ...decoded.parameters] };
}

function own(hit: Hit, decoded: Decoded | null): Decoded | null {
  if (!decoded) return null;
  decoded.firstParty = isFirstParty(hit, decoded.pageUrl);
  if (decoded.role !== undefined) decoded.role = 'server';
  return decoded;
}

/** An initialisation vector of 24 and a cipher text of hex digits, joined by a colon. */
function isSealed({ url, body, bodyBase64 }: DecodeRequest): boolean {
  if (/[?&]p=[0-9a-f]{24}(?::|%3A)[0-9a-f]{32,}/i.test(url)) return true;
  const text = body ?? (bodyBase64?.startsWith(sealedMark) ? (textOfBase64(bodyBase64) ?? '') : '');
  return text.startsWith('{"m":') && /"u":"[0-9a-f]{24}:[0-9a-f]{32,}/.test(text.slice(0, 400));
}

type GaSent = Sent<(typeof dictionary.gathered)[number]>;

/** More events than any tag sends at once; beyond it their parameters are still shown. */
const mostEvents = 500;

function collect(hit: Hit, query: GaSent, { encoding, product }: { encoding?: string; product?: string } = {}): Decoded | null {
  const accountId = textOf(query, at.tid);
  if (!accountId || firstOf(query, at.v) !== '2') return null;
  const unread = unreadReason(hit);
  if (unread !== undefined && firstOf(query, at.en) === undefined)
    return opaque(hit, { vendor, accountId, reason: unread }, dictionary);
  const lines = linesOf(hit, query);
  const sets = lines.length > 0 ? lines.slice(0, mostEvents) : [query];
  const events: DecodedEvent[] = [];
  for (const sent of sets) {
    const event = eventOf(sent);
    if (event) events.push(event);
  }
  const first = sets[0] ?? query;
  return complete(
    {
      kind: events.length > 0 ? 'event' : 'telemetry',
      vendor,
      events,
      parameters: lines.length > 0 ? query.parameters.concat(...lines.map(({ parameters }) => parameters)) : query.parameters,
    },
    {
      accountId,
      product,
      encoding: lines.length > 0 ? 'lines' : (encoding ?? 'query'),
      pageUrl: textOf(first, at.dl),
      referrer: firstOf(first, at.dr),
      consent: googleConsent(first),
      userData: userDataOf(sets, events),
      automatic: events.length > 0 && events.every((event) => event.category === 'form_submit'),
      reason: unread ?? (lines.length > mostEvents ? `Only the first ${mostEvents} events of this batch are read.` : undefined),
      role: 'main',
    },
  );
}

/** One event a line, which says what differs from the query; a body the browser has parsed into fields is one line. */
function linesOf(hit: Hit, shared: GaSent): GaSent[] {
  const body = bodyOf(hit);
  if (body.kind === 'none' || body.kind === 'unread') return [];
  if (body.kind === 'text') {
    const lines = body.text.split(/[\r\n]+/).filter((line) => line !== '');
    return lines.map((line, event) => {
      const sent = nothingSent(dictionary, { shared, event });
      addQuery(sent, line, 'body');
      return sent;
    });
  }
  const sent = nothingSent(dictionary, { shared, event: 0 });
  if (body.kind === 'json') addJson(sent, body.json, 'body');
  else addBody(sent, body);
  return [sent];
}

function eventOf(sent: GaSent): DecodedEvent | undefined {
  const name = textOf(sent, at.en);
  if (name === undefined) return undefined;
  const params = under(sent, 'up.', 'upn.', 'ep.', 'epn.');
  return completeEvent(
    { name, category: categoryOf(vocabulary, name) },
    {
      value: numberOf(params?.value),
      currency: textOf(sent, at.cu) ?? (params?.currency || undefined),
      orderId: params?.transaction_id || undefined,
      items: ga4Items(sent),
      flags: flagsOf(sent, params),
      params,
    },
  );
}

function flagsOf(sent: GaSent, params: Record<string, string> | undefined): string[] | undefined {
  const flags: string[] = [];
  if (textOf(sent, at._ss) !== undefined) flags.push('session_start');
  if (textOf(sent, at._fv) !== undefined) flags.push('first_visit');
  if (firstOf(sent, at._c) === '1') flags.push('key_event');
  if (textOf(sent, at._dbg) !== undefined || params?.debug_mode) flags.push('debug');
  return flags.length > 0 ? flags : undefined;
}

/** Google's own token, and what a site hands to its own server container, often in clear. Once for each field, however many events carry it. */
function userDataOf(sets: readonly GaSent[], events: readonly DecodedEvent[]): UserDataField[] | undefined {
  let fields: UserDataField[] | undefined;
  for (const sent of sets) {
    const em = textOf(sent, at.em);
    for (const field of em === undefined ? [] : googleUserData(em)) fields = withField(fields, field);
  }
  for (const { params } of events) {
    for (const name in params) {
      const value = params[name];
      if (!value || !name.startsWith('user_data.')) continue;
      fields = withField(fields, { key: name.slice(name.lastIndexOf('.') + 1), form: formOf(value) });
    }
  }
  return fields;
}

/** Google Signals and audience copies: no event of their own. */
function sideEffect(hit: Hit): Decoded | null {
  const query = queryOf(hit, dictionary);
  const accountId = textOf(query, at.tid);
  if (!accountId) return null;
  return complete(
    { kind: 'mirror', vendor, events: [], parameters: query.parameters },
    {
      accountId,
      encoding: 'query',
      consent: googleConsent(query),
      pageUrl: textOf(query, at.dl),
      referrer: firstOf(query, at.dr),
    },
  );
}

/** The Measurement Protocol is made for servers (developers.google.com/analytics/devguides/collection/protocol/ga4). */
function measurementProtocol(hit: Hit): Decoded | null {
  const query = queryOf(hit, dictionary);
  const accountId = textOf(query, at.measurement_id) ?? textOf(query, at.firebase_app_id);
  if (!accountId) return null;
  const body = bodyOf(hit);
  if (body.kind !== 'json' || !isObject(body.json))
    return opaque(hit, { vendor, accountId, reason: unreadReason(hit) ?? 'The body is no JSON.' }, dictionary);
  addJson(query, body.json, 'body', 'events');
  const list: unknown[] = Array.isArray(body.json.events) ? body.json.events : [];
  const messages = list.map((message, event) => {
    const sent = nothingSent(dictionary, { event });
    addJson(sent, message, 'body');
    return sent;
  });
  return complete(
    {
      kind: 'event',
      vendor,
      events: messages.flatMap(protocolEvent),
      parameters: query.parameters.concat(...messages.map(({ parameters }) => parameters)),
    },
    {
      accountId,
      encoding: 'json',
      pageUrl: messages.map((message) => under(message, 'params.')?.page_location).find(Boolean),
      role: 'server',
    },
  );
}

function protocolEvent(sent: GaSent): DecodedEvent[] {
  const name = textOf(sent, at.name);
  if (!name) return [];
  const params = under(sent, 'params.');
  return [
    completeEvent(
      { name, category: categoryOf(vocabulary, name) },
      {
        value: numberOf(params?.value),
        currency: params?.currency || undefined,
        orderId: params?.transaction_id || undefined,
        params,
      },
    ),
  ];
}
