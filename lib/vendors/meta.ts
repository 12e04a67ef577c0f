import type { Category, Decoded, DecodedEvent, DecodeRequest, UserDataField, VendorCall } from '../model';
import { parseJson } from './body';
import { createDictionary } from './dictionary';
import { isObject } from './json-reading';
import {
  bodyOf,
  categoryOf,
  complete,
  completeEvent,
  fieldsOf,
  type Hit,
  isFirstParty,
  opaque,
  type PageApiCall,
  plainAnswer,
  queryOf,
  unreadReason,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { addJson, firstOf, nothingSent, type Sent, textOf, under } from './sent';
import { formOf, withField } from './user-data';

/**
 * Meta Pixel. Standard events: https://developers.facebook.com/docs/meta-pixel/reference; deduplication:
 * https://developers.facebook.com/docs/marketing-api/conversions-api/deduplicate-pixel-and-server-events; limited data use:
 * https://developers.facebook.com/docs/meta-pixel/implementation/data-processing-options.
 */
const vendor = 'meta';

const vocabulary: Readonly<Record<string, Category>> = {
  PageView: 'page_view',
  ViewContent: 'view_content',
  Search: 'search',
  AddToCart: 'add_to_cart',
  AddToWishlist: 'add_to_wishlist',
  InitiateCheckout: 'initiate_checkout',
  Purchase: 'purchase',
  Lead: 'lead',
  Contact: 'contact',
  CompleteRegistration: 'complete_registration',
  SubmitApplication: 'submit_application',
  Schedule: 'schedule',
  Subscribe: 'subscribe',
  StartTrial: 'start_trial',
  SubscribedButtonClick: 'auto',
  Microdata: 'auto',
  InputData: 'auto',
};

const dictionary = createDictionary(
  {
    id: ['Pixel', 'event'],
    ev: ['Event', 'event'],
    eid: ['Event id', 'event'],
    'cd[': ['Custom data', 'event'],
    ts: ['Event time', 'event'],
    it: ['Pixel start time', 'technical'],
    ec: ['Event number on this page', 'event'],
    dl: ['Page address', 'page'],
    rl: ['Referrer', 'page'],
    if: ['In a frame', 'page'],
    iw: ['In a frame', 'page'],
    sw: ['Screen width', 'technical'],
    sh: ['Screen height', 'technical'],
    fbp: ['Browser id (_fbp)', 'user'],
    fbc: ['Click id (_fbc)', 'user'],
    'ud[': ['User data, hashed', 'user'],
    'udff[': ['User data from form fields', 'user'],
    'aud[': ['Automatic matching, hashed', 'user'],
    'audff[': ['Automatic matching from form fields', 'user'],
    'cud[': ['User data, masked', 'user'],
    'ncud[': ['User data, normalised and masked', 'user'],
    dpo: ['Data processing options', 'consent'],
    dpoco: ['Data processing country', 'consent'],
    dpost: ['Data processing state', 'consent'],
    v: ['Pixel version', 'technical'],
    r: ['Release', 'technical'],
    a: ['Integration', 'technical'],
    o: ['Option bits', 'technical'],
    rqm: ['Request method', 'technical'],
    es: ['Event source', 'technical'],
    noscript: ['Without script', 'technical'],
    ler: ['Last external referrer', 'page'],
    'pmd[': ['Page metadata', 'page'],
    cdl: ['Cookie deprecation label', 'technical'],
    access_token: ['Access token', 'technical'],
    // Of the gateway's body and the server's API.
    event_name: ['Event', 'event'],
    event_id: ['Event id', 'event'],
    event_time: ['Event time', 'event'],
    event_source_url: ['Page address', 'page'],
    referrer_url: ['Referrer', 'page'],
    action_source: ['Where it happened', 'event'],
    data: ['Events', 'event'],
    'custom_data.': ['Custom data', 'event'],
    'custom_data.value': ['Value', 'event'],
    'custom_data.currency': ['Currency', 'event'],
    'custom_data.order_id': ['Order id', 'event'],
    'conversion_value.value': ['Value', 'event'],
    'conversion_value.currency': ['Currency', 'event'],
    'website_context.location': ['Page address', 'page'],
    'website_context.referrer': ['Referrer', 'page'],
    'user_data.': ['User data', 'user'],
    'fb.pixel_id': ['Pixel', 'event'],
    'fb.fbp': ['Browser id (_fbp)', 'user'],
    'fb.clickID': ['Click id (_fbc)', 'user'],
    'fb.advanced_matching.': ['User data, hashed', 'user'],
    'fb.dynamic_product_ads.': ['Products', 'items'],
  },
  ['cd[', 'ud[', 'udff[', 'aud[', 'audff[', 'cud[', 'ncud[', 'custom_data.', 'user_data.', 'fb.advanced_matching.'],
);
const { at } = dictionary;

export const meta: Vendor = {
  facts: {
    id: vendor,
    name: 'Meta',
    mark: 'Me',
    consent: {
      required: true,
      atpId: 89,
      consentModeTypes: ['ad_storage', 'ad_user_data', 'ad_personalization'],
      source:
        'Not on the IAB vendor list (v45 of 2024-03); provider 89 of Google’s Additional Consent list (support.google.com/admanager/answer/9681920)',
    },
    usOptOut: { field: 'dpo=LDU', source: 'developers.facebook.com/docs/meta-pixel/implementation/data-processing-options' },
    storage: {
      names: ['_fbp', '_fbc'],
      source: 'developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc',
    },
    oncePerPage: ['page_view'],
    dedup: {
      idName: 'eventID',
      window: '48 hours',
      windowMs: 48 * 3_600_000,
      source: 'https://developers.facebook.com/docs/marketing-api/conversions-api/deduplicate-pixel-and-server-events',
    },
    apis: ['fbq'],
    traits: ['scrapes-forms', 'matches-by-hash', 'routes-first-party'],
    wire: {
      reads: 'events with parameters, matched data and limited data use',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/FacebookPixel.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['facebook.com', 'facebook.net'],
  decode(hit) {
    const { host, path } = hit.address;
    if (path === '/tr' || path === '/tr/') return pixelHit(hit, 'main');
    if (host === 'connect.facebook.net') return libraryOf(hit);
    if (host === 'graph.facebook.com') return serverEvents(hit, /^\/(?:v[\d.]+\/)?(\d+)\/events\/?$/.exec(path)?.[1]);
    return path.startsWith('/privacy_sandbox/pixel/register/trigger') ? pixelHit(hit, 'privacy_sandbox') : null;
  },
  shape: {
    marks: ['/tr', '/events', '/capi/'],
    mayBe: (request) => /\/tr\/?(?:\?|$)/.test(request.url) || mayBeGateway(request),
    decode(hit) {
      const { path } = hit.address;
      if (/\/tr\/?$/.test(path)) return proxiedHit(hit);
      const server = /\/capi\/(\d+)\/events\/?$/.exec(path)?.[1];
      return server === undefined ? gatewayHit(hit) : serverEvents(hit, server);
    },
  },
  readCall,
};

type MetaSent = Sent<(typeof dictionary.gathered)[number]>;

function libraryOf(hit: Hit): Decoded | null {
  const { path } = hit.address;
  const accountId = /^\/signals\/config\/(\d+)/.exec(path)?.[1];
  if (accountId !== undefined) return plainAnswer(hit, { kind: 'config', vendor, accountId }, dictionary);
  const isLibrary = path.startsWith('/signals/plugins/') || /\/fbevents(?:\.[a-z]+)?\.js$/.test(path);
  return isLibrary ? plainAnswer(hit, { kind: 'library', vendor }, dictionary) : null;
}

/** `/tr` on a host of the site's own: only with a numeric pixel and an event, since `/tr` is also the Turkish half of many a site. */
function proxiedHit(hit: Hit): Decoded | null {
  const { sent } = fieldsOf(hit, dictionary);
  if (!/^\d{5,20}$/.test(firstOf(sent, at.id) ?? '') || textOf(sent, at.ev) === undefined) return null;
  const decoded = pixelHit(hit, 'proxy');
  if (decoded) decoded.firstParty = isFirstParty(hit, decoded.pageUrl);
  return decoded;
}

function pixelHit(hit: Hit, role: 'main' | 'privacy_sandbox' | 'proxy'): Decoded | null {
  const { sent, encoding } = fieldsOf(hit, dictionary);
  const accountId = textOf(sent, at.id);
  const name = textOf(sent, at.ev);
  const reason = unreadReason(hit);
  if (accountId === undefined || name === undefined)
    return reason === undefined ? null : opaque(hit, { vendor, accountId, reason }, dictionary);
  const event = eventOf(sent, name);
  return complete(
    { kind: role === 'privacy_sandbox' ? 'mirror' : 'event', vendor, events: [event], parameters: sent.parameters },
    {
      accountId,
      encoding,
      pageUrl: textOf(sent, at.dl),
      referrer: firstOf(sent, at.rl),
      consent: limitedDataUse(sent),
      userData: userDataOf(sent),
      integration: textOf(sent, at.a),
      noscript: firstOf(sent, at.noscript) === '1',
      automatic: event.category === 'auto',
      reason,
      role,
      foldKey: foldKey(accountId, event),
    },
  );
}

function eventOf(sent: MetaSent, name: string): DecodedEvent {
  const params = under(sent, 'cd[');
  return completeEvent(
    { name, category: firstOf(sent, at.es) === 'automatic' ? 'auto' : categoryOf(vocabulary, name) },
    {
      eventId: textOf(sent, at.eid),
      value: numberOf(params?.value),
      currency: params?.currency || undefined,
      orderId: params?.order_id || undefined,
      params,
    },
  );
}

/** `dpo` empty says "no limited data use" in so many words; absent says nothing. */
function limitedDataUse(sent: MetaSent): Decoded['consent'] {
  const options = firstOf(sent, at.dpo);
  if (options === undefined) return undefined;
  const country = textOf(sent, at.dpoco);
  const state = textOf(sent, at.dpost);
  return {
    ldu: /\bLDU\b/.test(options),
    ...(country === undefined ? {} : { country }),
    ...(state === undefined ? {} : { state }),
  };
}

/** One for each field: as the site passed it, else as the library found it; beside it the masked original. */
function userDataOf(sent: MetaSent): UserDataField[] {
  const hashed = under(sent, 'audff[', 'udff[', 'aud[', 'ud[');
  const masked = under(sent, 'ncud[', 'cud[');
  const fields: UserDataField[] = [];
  for (const key in hashed) {
    const value = hashed[key];
    if (!value) continue;
    const mask = masked?.[key];
    fields.push(mask ? { key, form: formOf(value), masked: mask } : { key, form: formOf(value) });
  }
  for (const key in masked) if (masked[key] && !hashed?.[key]) fields.push({ key, form: 'masked', masked: masked[key] });
  return fields;
}

function foldKey(accountId: string, event: DecodedEvent): string {
  return `${accountId}|${event.name}|${event.eventId ?? ''}`;
}

function mayBeGateway({ url, body }: DecodeRequest): boolean {
  if (!/\/(?:events|capi)(?:[/?]|$)/.test(url)) return false;
  return body === undefined || body.includes('fb.pixel_id') || /\/capi\/\d+\/events/.test(url);
}

/** Conversions API Gateway: the browser's copy, sent to a host of the customer's (https://developers.facebook.com/docs/marketing-api/gateway-products). */
function gatewayHit(hit: Hit): Decoded | null {
  const body = bodyOf(hit);
  if (body.kind !== 'json') return null;
  const list = (Array.isArray(body.json) ? body.json : [body.json]).filter(
    (one) => isObject(one) && one['fb.pixel_id'] !== undefined,
  );
  const messages = list.map((one, event) => sentIn(one, list.length > 1 ? event : undefined));
  const events = messages.flatMap((message) => gatewayEvent(message));
  const [first] = messages;
  const [event] = events;
  const accountId = first && textOf(first, at['fb.pixel_id']);
  if (!first || !event || accountId === undefined) return null;
  const pageUrl = textOf(first, at['website_context.location']);
  return complete(
    {
      kind: 'mirror',
      vendor,
      events,
      parameters: queryOf(hit, dictionary).parameters.concat(...messages.map(({ parameters }) => parameters)),
    },
    {
      accountId,
      encoding: 'json',
      pageUrl,
      referrer: firstOf(first, at['website_context.referrer']),
      userData: matchingOf(messages, 'fb.advanced_matching.'),
      firstParty: isFirstParty(hit, pageUrl),
      role: 'gateway',
      foldKey: foldKey(accountId, event),
    },
  );
}

function sentIn(json: unknown, event: number | undefined): MetaSent {
  const sent = nothingSent(dictionary, { event });
  addJson(sent, json, 'body');
  return sent;
}

function gatewayEvent(sent: MetaSent): DecodedEvent[] {
  const name = textOf(sent, at.event_name);
  if (name === undefined) return [];
  return [
    completeEvent(
      { name, category: categoryOf(vocabulary, name) },
      {
        eventId: textOf(sent, at.event_id),
        value: numberOf(textOf(sent, at['conversion_value.value']) ?? textOf(sent, at['custom_data.value'])),
        currency: textOf(sent, at['conversion_value.currency']) ?? textOf(sent, at['custom_data.currency']),
        orderId: textOf(sent, at['custom_data.order_id']),
        params: under(sent, 'custom_data.'),
      },
    ),
  ];
}

/** Address and browser are sent beside the user data and are none (developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters). */
const noUserData = new Set(['client_ip_address', 'client_user_agent', 'fbc', 'fbp']);

/** A field may hold a list. */
function matchingOf(messages: readonly MetaSent[], prefix: 'user_data.' | 'fb.advanced_matching.'): UserDataField[] | undefined {
  let fields: UserDataField[] | undefined;
  for (const message of messages) {
    const said = under(message, prefix);
    for (const name in said) {
      const key = name.split('.')[0] ?? name;
      const value = said[name];
      if (!value || value === 'null' || value === '[]' || value === '{}' || noUserData.has(key)) continue;
      fields = withField(fields, { key, form: formOf(value) });
    }
  }
  return fields;
}

/**
 * The server's API called from a browser: a copy of the browser's event, and a token that everybody can read. Events stand in a JSON body or,
 * as JSON, in the field `data` (developers.facebook.com/docs/marketing-api/conversions-api/using-the-api).
 */
function serverEvents(hit: Hit, accountId: string | undefined): Decoded | null {
  if (accountId === undefined) return null;
  const reason = unreadReason(hit);
  if (reason !== undefined) return opaque(hit, { vendor, accountId, reason }, dictionary);
  const body = bodyOf(hit);
  const { sent } = fieldsOf(hit, dictionary);
  const json = body.kind === 'json' ? body.json : { data: parseJson(textOf(sent, at.data) ?? '') };
  const list: unknown[] = isObject(json) && Array.isArray(json.data) ? json.data : [];
  if (body.kind === 'json') addJson(sent, json, 'body', 'data');
  const messages = list.map((one, event) => sentIn(one, event));
  const events = messages.flatMap((message) => gatewayEvent(message));
  const [event] = events;
  const [first] = messages;
  return complete(
    { kind: 'mirror', vendor, events, parameters: sent.parameters.concat(...messages.map(({ parameters }) => parameters)) },
    {
      accountId,
      encoding: 'json',
      pageUrl: first && textOf(first, at.event_source_url),
      referrer: first && textOf(first, at.referrer_url),
      userData: matchingOf(messages, 'user_data.'),
      role: 'server',
      foldKey: event && foldKey(accountId, event),
    },
  );
}

/** https://developers.facebook.com/docs/meta-pixel/reference and /advanced */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, ...rest] = args;
  if (typeof command !== 'string') return null;
  if (command === 'init') return { vendor, kind: 'init', ...accountsOf(rest[0]) };
  if (command === 'consent' || command === 'dataProcessingOptions') return { vendor, kind: 'consent' };
  const single = command === 'trackSingle' || command === 'trackSingleCustom';
  if (!single && command !== 'track' && command !== 'trackCustom') return { vendor, kind: 'other' };
  const [event, , options] = single ? rest.slice(1) : rest;
  if (typeof event !== 'string') return { vendor, kind: 'other' };
  const eventId = isObject(options) ? (options.eventID ?? options.event_id) : undefined;
  const isId = (typeof eventId === 'string' && eventId !== '') || typeof eventId === 'number';
  return { vendor, kind: 'event', ...(single ? accountsOf(rest[0]) : {}), event, ...(isId ? { eventId: String(eventId) } : {}) };
}

function accountsOf(value: unknown): { accounts?: string[] } {
  return typeof value === 'string' || typeof value === 'number' ? { accounts: [String(value)] } : {};
}
