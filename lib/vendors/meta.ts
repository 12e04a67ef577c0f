import type { Category, Decoded, DecodedEvent, UserDataField, VendorCall } from '../model';
import { type Field, textIn, valueIn } from './fields';
import { flattenJson } from './flatten';
import { isObject, type JsonObject, sentText, textAt } from './json-reading';
import {
  categoryOf,
  compact,
  type Hit,
  isEmpty,
  isFirstParty,
  labelsOf,
  opaque,
  type PageApiCall,
  parametersOf,
  plainAnswer,
  some,
  under,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { formOf } from './user-data';

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

const labelOf = labelsOf({
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
});

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
    oncePerPage: ['page_view'],
    dedup: {
      idName: 'eventID',
      window: '48 hours',
      windowMs: 48 * 3_600_000,
      source: 'https://developers.facebook.com/docs/marketing-api/conversions-api/deduplicate-pixel-and-server-events',
    },
    apis: ['fbq'],
  },
  hosts: ['facebook.com', 'facebook.net'],
  decode(hit) {
    const { host, path } = hit.address;
    if (host.endsWith('facebook.net')) return libraryOf(hit);
    if (host === 'graph.facebook.com') return serverEvents(hit);
    if (path === '/tr' || path === '/tr/') return pixelHit(hit, 'main');
    if (path.startsWith('/privacy_sandbox/pixel/register/trigger')) return pixelHit(hit, 'privacy_sandbox');
    return null;
  },
  shape: {
    marks: ['/tr', '/events', '/capi'],
    mayBe: ({ url, body }) => /\/tr\/?(?:\?|$)/.test(url) || mayBeGateway(url, body),
    decode(hit) {
      const { path } = hit.address;
      if (path.endsWith('/tr') || path.endsWith('/tr/')) return proxiedHit(hit);
      return gatewayHit(hit);
    },
  },
  readCall,
};

function libraryOf(hit: Hit): Decoded | null {
  const { host, path } = hit.address;
  if (host !== 'connect.facebook.net') return null;
  const config = /^\/signals\/config\/(\d+)/.exec(path);
  if (config) return plainAnswer(hit, { kind: 'config', vendor, accountId: config[1] ?? '' }, labelOf);
  if (path.startsWith('/signals/plugins/')) return plainAnswer(hit, { kind: 'library', vendor }, labelOf);
  return /\/fbevents\.js$/.test(path) ? plainAnswer(hit, { kind: 'library', vendor }, labelOf) : null;
}

/** `/tr` on a host of the site's own: only with a numeric pixel and an event, since `/tr` is also the Turkish half of many a site. */
function proxiedHit(hit: Hit): Decoded | null {
  const fields = allFields(hit);
  if (!/^\d{5,20}$/.test(valueIn(fields, 'id') ?? '') || !textIn(fields, 'ev')) return null;
  const decoded = pixelHit(hit, 'proxy');
  return decoded && { ...decoded, firstParty: isFirstParty(hit, decoded.pageUrl) };
}

function pixelHit(hit: Hit, role: 'main' | 'privacy_sandbox' | 'proxy'): Decoded | null {
  const fields = allFields(hit);
  const accountId = textIn(fields, 'id');
  const name = textIn(fields, 'ev');
  if (!accountId || !name) {
    if (hit.body.kind !== 'unread') return null;
    return opaque(
      hit,
      { vendor, ...(accountId ? { accountId } : {}), reason: `The body could not be read: ${hit.body.why}.` },
      labelOf,
    );
  }
  const event = eventOf(fields, name);
  const automatic = event.category === 'auto' || valueIn(fields, 'es') === 'automatic';
  if (automatic) event.category = 'auto';
  return compact<Decoded>({
    kind: role === 'privacy_sandbox' ? 'mirror' : 'event',
    vendor,
    accountId,
    encoding: hit.body.kind === 'fields' ? hit.body.encoding : 'query',
    events: [event],
    parameters: [
      ...parametersOf(hit.query, { source: 'query', labelOf }),
      ...(hit.body.kind === 'fields' ? parametersOf(hit.body.fields, { source: 'body', labelOf }) : []),
    ],
    pageUrl: textIn(fields, 'dl'),
    referrer: valueIn(fields, 'rl'),
    consent: limitedDataUse(fields),
    userData: some(userDataOf(fields)),
    integration: textIn(fields, 'a'),
    noscript: valueIn(fields, 'noscript') === '1' ? true : undefined,
    automatic: automatic ? true : undefined,
    role,
    foldKey: foldKey(accountId, event),
  });
}

function allFields(hit: Hit): readonly Field[] {
  return hit.body.kind === 'fields' ? [...hit.query, ...hit.body.fields] : hit.query;
}

function eventOf(fields: readonly Field[], name: string): DecodedEvent {
  const params = under(fields, 'cd[');
  return compact<DecodedEvent>({
    name,
    category: categoryOf(vocabulary, name),
    eventId: textIn(fields, 'eid'),
    value: numberOf(params.value),
    currency: params.currency || undefined,
    orderId: params.order_id || undefined,
    params: isEmpty(params) ? undefined : params,
  });
}

/** `dpo` empty says "no limited data use" in so many words; absent says nothing. */
function limitedDataUse(fields: readonly Field[]): Decoded['consent'] {
  const options = valueIn(fields, 'dpo');
  if (options === undefined) return undefined;
  return compact({ ldu: /\bLDU\b/.test(options), country: textIn(fields, 'dpoco'), state: textIn(fields, 'dpost') });
}

function userDataOf(fields: readonly Field[]): UserDataField[] {
  const masked = { ...under(fields, 'ncud['), ...under(fields, 'cud[') };
  const sent = { ...under(fields, 'audff['), ...under(fields, 'udff['), ...under(fields, 'aud['), ...under(fields, 'ud[') };
  return Object.entries(sent)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => compact({ key, form: formOf(value), masked: masked[key] }));
}

function foldKey(accountId: string, event: DecodedEvent): string {
  return `${accountId}|${event.name}|${event.eventId ?? ''}`;
}

function mayBeGateway(url: string, body: string | undefined): boolean {
  return /\/(?:events|capi)(?:[/?]|$)/.test(url) && (body === undefined || body.includes('fb.pixel_id'));
}

/** Conversions API Gateway: the browser's copy, sent to a host of the customer's (https://developers.facebook.com/docs/marketing-api/gateway-products). */
function gatewayHit(hit: Hit): Decoded | null {
  const { body } = hit;
  if (body.kind !== 'json' || !isObject(body.json)) return null;
  const { json } = body;
  const accountId = textAt(json, 'fb.pixel_id');
  const name = textAt(json, 'event_name');
  if (!accountId || !name) return null;
  const conversion = isObject(json.conversion_value) ? json.conversion_value : {};
  const context = isObject(json.website_context) ? json.website_context : {};
  const custom = isObject(json.custom_data) ? json.custom_data : {};
  const matching = isObject(json['fb.advanced_matching']) ? json['fb.advanced_matching'] : {};
  const params = Object.fromEntries(flattenJson(custom).map(({ key, value }) => [key, value]));
  const event = compact<DecodedEvent>({
    name,
    category: categoryOf(vocabulary, name),
    eventId: textAt(json, 'event_id'),
    value: numberOf(textAt(conversion, 'value') ?? textAt(custom, 'value')),
    currency: textAt(conversion, 'currency') ?? textAt(custom, 'currency'),
    params: Object.keys(params).length > 0 && params[''] === undefined ? params : undefined,
  });
  return compact<Decoded>({
    kind: 'mirror',
    vendor,
    accountId,
    encoding: 'json',
    events: [event],
    parameters: [
      ...parametersOf(hit.query, { source: 'query', labelOf }),
      ...parametersOf(flattenJson(json), { source: 'body', labelOf }),
    ],
    pageUrl: textAt(context, 'location'),
    referrer: sentText(context, 'referrer'),
    userData: some(
      Object.entries(matching).flatMap(([key, value]) =>
        typeof value === 'string' && value !== '' ? [{ key, form: formOf(value) }] : [],
      ),
    ),
    firstParty: isFirstParty(hit, textAt(context, 'location')),
    role: 'gateway',
    foldKey: foldKey(accountId, event),
  });
}

/** The server's API called from a browser: a copy of the browser's event, and a token that everybody can read. */
function serverEvents(hit: Hit): Decoded | null {
  const accountId = /^\/v[\d.]+\/(\d+)\/events$/.exec(hit.address.path)?.[1];
  if (!accountId) return null;
  const { body } = hit;
  if (body.kind === 'unread')
    return opaque(hit, { vendor, accountId, reason: `The body could not be read: ${body.why}.` }, labelOf);
  const list =
    body.kind === 'json' && isObject(body.json) && Array.isArray(body.json.data) ? body.json.data.filter(isObject) : [];
  const events = list.map(serverEvent);
  const [first] = events;
  return compact<Decoded>({
    kind: 'mirror',
    vendor,
    accountId,
    encoding: 'json',
    events,
    parameters: [
      ...parametersOf(hit.query, { source: 'query', labelOf }),
      ...(body.kind === 'json' ? parametersOf(flattenJson(body.json), { source: 'body', labelOf }) : []),
    ],
    pageUrl: list[0] && textAt(list[0], 'event_source_url'),
    role: 'server',
    foldKey: first && foldKey(accountId, first),
  });
}

function serverEvent(data: JsonObject): DecodedEvent {
  const custom = isObject(data.custom_data) ? data.custom_data : {};
  const name = textAt(data, 'event_name') ?? '';
  return compact<DecodedEvent>({
    name,
    category: categoryOf(vocabulary, name),
    eventId: textAt(data, 'event_id'),
    value: numberOf(textAt(custom, 'value')),
    currency: textAt(custom, 'currency'),
    orderId: textAt(custom, 'order_id'),
  });
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
  return compact<VendorCall>({
    vendor,
    kind: 'event',
    ...(single ? accountsOf(rest[0]) : {}),
    event,
    eventId: typeof eventId === 'string' || typeof eventId === 'number' ? String(eventId) : undefined,
  });
}

function accountsOf(value: unknown): { accounts?: string[] } {
  return typeof value === 'string' || typeof value === 'number' ? { accounts: [String(value)] } : {};
}
