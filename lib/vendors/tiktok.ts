import type { Category, Decoded, DecodedEvent, UserDataField, VendorCall } from '../model';
import { parseJson, textOfBase64 } from './body';
import { textIn } from './fields';
import { flattenJson } from './flatten';
import { isObject, type JsonObject, objectAt, sentText, textAt } from './json-reading';
import {
  categoryOf,
  compact,
  type Hit,
  labelsOf,
  opaque,
  type PageApiCall,
  parametersOf,
  plainAnswer,
  some,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { formOf } from './user-data';

/**
 * TikTok Pixel. Events: https://ads.tiktok.com/help/article/supported-standard-events; its pages disagree whether a lead is `SubmitForm` or
 * `Lead`, and its library sends a `SubmitForm` call as `Lead`: both are leads. Deduplication: https://ads.tiktok.com/help/article/event-deduplication.
 */
const vendor = 'tiktok';

const vocabulary: Readonly<Record<string, Category>> = {
  Pageview: 'page_view',
  LandingPageView: 'page_view',
  ViewContent: 'view_content',
  Search: 'search',
  AddToCart: 'add_to_cart',
  AddToWishlist: 'add_to_wishlist',
  InitiateCheckout: 'initiate_checkout',
  StartCheckout: 'initiate_checkout',
  PlaceAnOrder: 'initiate_checkout',
  Checkout: 'initiate_checkout',
  Purchase: 'purchase',
  CompletePayment: 'purchase',
  Lead: 'lead',
  SubmitForm: 'lead',
  ClickForm: 'lead',
  Contact: 'contact',
  Consult: 'contact',
  ConsultByPhone: 'contact',
  CompleteRegistration: 'complete_registration',
  Registration: 'complete_registration',
  SubmitApplication: 'submit_application',
  Schedule: 'schedule',
  Subscribe: 'subscribe',
  StartTrial: 'start_trial',
  Download: 'download',
  Metadata: 'auto',
  EnrichAM: 'auto',
};

const labelOf = labelsOf({
  event: ['Event', 'event'],
  event_id: ['Event id', 'event'],
  'properties.': ['Event property', 'event'],
  'context.': ['Context', 'technical'],
  'context.pixel.code': ['Pixel', 'event'],
  'context.pixel.codes': ['Pixels', 'event'],
  'context.page.url': ['Page address', 'page'],
  'context.page.referrer': ['Referrer', 'page'],
  'context.user.email': ['E-mail', 'user'],
  'context.user.phone_number': ['Telephone', 'user'],
  'context.user.external_id': ['Customer id', 'user'],
  'context.user.anonymous_id': ['Browser id (_ttp)', 'user'],
  'context.ad.callback': ['Click id (ttclid)', 'campaign'],
  message_id: ['Message id of the library', 'technical'],
  timestamp: ['Event time', 'event'],
  sdkid: ['Pixel', 'event'],
});

export const tiktok: Vendor = {
  facts: {
    id: vendor,
    name: 'TikTok',
    mark: 'Tk',
    consent: {
      required: true,
      consentModeTypes: ['ad_storage', 'ad_user_data', 'ad_personalization'],
      source:
        'The IAB vendor list has ByteDance’s ad network (986); whether that covers the pixel is not said, so it is not used',
    },
    oncePerPage: ['page_view'],
    dedup: {
      idName: 'event_id',
      window: '48 hours',
      windowMs: 48 * 3_600_000,
      source: 'https://ads.tiktok.com/help/article/event-deduplication',
    },
    aliases: {
      SubmitForm: ['Lead'],
      Lead: ['SubmitForm'],
      CompletePayment: ['Purchase'],
      Purchase: ['CompletePayment'],
      PageView: ['Pageview'],
      page: ['Pageview'],
    },
    apis: ['ttq'],
  },
  hosts: [
    'analytics.tiktok.com',
    'analytics.us.tiktok.com',
    'analytics-sg.tiktok.com',
    'analytics.ipv6.tiktok.com',
    'analytics.tiktokw.us',
  ],
  decode(hit) {
    const { path } = hit.address;
    if (path.startsWith('/i18n/pixel/')) return loadOf(hit);
    const kind = /^\/api\/v\d+\/(?:(shopify_pixel|track)|pixel(?:\/(act|track|batch|perf|inter|monitor|enrich_ipv6)?)?)$/.exec(
      path,
    );
    if (!kind) return null;
    if (kind[2] !== undefined && /^(?:perf|inter|monitor|enrich_ipv6)$/.test(kind[2]))
      return plainAnswer(hit, { kind: 'telemetry', vendor }, labelOf);
    return eventsOf(hit);
  },
  readCall,
};

function loadOf(hit: Hit): Decoded | null {
  const accountId =
    textIn(hit.query, 'sdkid') ?? /\/config\/([A-Z0-9]+)|\/static\/[^?]*?([A-Z0-9]{20})/.exec(hit.address.path)?.[1];
  if (/\/config(?:\.js|\/)/.test(hit.address.path))
    return compact(plainAnswer(hit, { kind: 'config', vendor, accountId }, labelOf));
  return /\.js$/.test(hit.address.path) ? compact(plainAnswer(hit, { kind: 'library', vendor, accountId }, labelOf)) : null;
}

function eventsOf(hit: Hit): Decoded | null {
  const { json, encoding, source, reason } = envelopeOf(hit);
  if (json === undefined) return reason === undefined ? null : opaque(hit, { vendor, reason }, labelOf);
  const messages = messagesOf(json);
  const read = messages.map((message) => ({ message, event: eventOf(message) }));
  const events = read.flatMap(({ event }) => (event ? [event] : []));
  const first = read.find(({ event }) => event)?.message ?? messages[0] ?? {};
  const accounts = accountsOf(messages);
  const [accountId] = accounts;
  if (!accountId || events.length === 0)
    return opaque(hit, { vendor, reason: 'The envelope names no pixel or no event.' }, labelOf);
  const page = objectAt(first, 'context', 'page');
  const automatic = events.every((event) => event.category === 'auto');
  return compact<Decoded>({
    kind: 'event',
    vendor,
    accountId,
    accountIds: accounts.length > 1 ? accounts : undefined,
    encoding,
    events,
    parameters: [
      ...parametersOf(hit.query, { source: 'query', labelOf }),
      ...(messages.length > 1
        ? messages.flatMap((message, event) => parametersOf(flattenJson(message), { source, labelOf, event }))
        : parametersOf(flattenJson(json), { source, labelOf })),
    ],
    pageUrl: textAt(page, 'url'),
    referrer: sentText(page, 'referrer'),
    userData: some(userDataOf(objectAt(first, 'context', 'user'))),
    automatic: automatic ? true : undefined,
    role: 'main',
  });
}

interface Envelope {
  json?: unknown;
  encoding: string;
  source: 'query' | 'body';
  /** Why it cannot be opened; absent when there is none. */
  reason?: string;
}

function envelopeOf(hit: Hit): Envelope {
  const packed = textIn(hit.query, 'analytics_message');
  if (packed) {
    const text = textOfBase64(packed);
    const json = text === null ? undefined : parseJson(text);
    return {
      json,
      encoding: 'base64-query',
      source: 'query',
      ...(json === undefined ? { reason: 'The message in the address is no base64 of JSON.' } : {}),
    };
  }
  const { body } = hit;
  if (body.kind === 'json') return { json: body.json, encoding: 'json', source: 'body' };
  if (body.kind === 'none') return { encoding: 'json', source: 'body' };
  const reason = body.kind === 'unread' ? `The body could not be read: ${body.why}.` : 'The body is no JSON.';
  return { encoding: 'json', source: 'body', reason };
}

/** One message, `{batch: […]}`, `{data: […]}`, or a list. Root fields are shared by a batch's messages. */
function messagesOf(json: unknown): JsonObject[] {
  if (Array.isArray(json)) return json.filter(isObject);
  if (!isObject(json)) return [];
  const list = Array.isArray(json.batch) ? json.batch : Array.isArray(json.data) ? json.data : null;
  if (!list) return [json];
  const { batch: _batch, data: _data, ...shared } = json;
  return list
    .filter(isObject)
    .map((message) => ({ ...shared, ...message, context: { ...objectAt(shared, 'context'), ...objectAt(message, 'context') } }));
}

function eventOf(message: JsonObject): DecodedEvent | null {
  const name = textAt(message, 'event') ?? textAt(message, 'event_name') ?? textAt(message, 'action');
  if (!name) return null;
  const properties = objectAt(message, 'properties');
  const params = Object.fromEntries(
    flattenJson(properties)
      .filter(({ key }) => key !== '')
      .map(({ key, value }) => [key, value]),
  );
  return compact<DecodedEvent>({
    name,
    category: categoryOf(vocabulary, name),
    eventId: textAt(message, 'event_id'),
    value: numberOf(textAt(properties, 'value')),
    currency: textAt(properties, 'currency'),
    orderId: textAt(properties, 'order_id'),
    params: Object.keys(params).length > 0 ? params : undefined,
  });
}

function accountsOf(messages: readonly JsonObject[]): string[] {
  const accounts = messages.flatMap((message) => {
    const pixel = objectAt(message, 'context', 'pixel');
    const codes = textAt(pixel, 'codes')?.split('|') ?? [];
    const own = textAt(pixel, 'code') ?? textAt(message, 'pixel_code') ?? textAt(message, 'event_source_id');
    return own ? [own, ...codes] : codes;
  });
  return [...new Set(accounts.filter((account) => account !== ''))];
}

const userKeys = ['email', 'phone_number', 'external_id', 'first_name', 'last_name', 'city', 'state', 'zip_code', 'country'];

function userDataOf(user: JsonObject): UserDataField[] {
  return userKeys.flatMap((key) => {
    const value = textAt(user, key);
    return value === undefined ? [] : [{ key, form: formOf(value) }];
  });
}

/** `ttq.track('SubmitForm', {…}, {event_id})`; `ttq.page()`; `ttq.instance(code).track(…)` shows as `track` (ads.tiktok.com/help/article/custom-code-instructions). */
function readCall({ method, args }: PageApiCall): VendorCall | null {
  const [command, rest] = method !== undefined && method !== 'push' ? [method, args] : pushed(args);
  if (command === 'page') return { vendor, kind: 'event', event: 'Pageview' };
  if (command === 'load' || command === 'init')
    return { vendor, kind: 'init', ...(typeof rest[0] === 'string' ? { accounts: [rest[0]] } : {}) };
  if (command === 'holdConsent' || command === 'grantConsent' || command === 'revokeConsent') return { vendor, kind: 'consent' };
  if (command !== 'track') return typeof command === 'string' ? { vendor, kind: 'other' } : null;
  const [event, , options] = rest;
  if (typeof event !== 'string') return { vendor, kind: 'other' };
  return compact<VendorCall>({
    vendor,
    kind: 'event',
    event,
    eventId: isObject(options) ? textAt(options, 'event_id') : undefined,
  });
}

/** The stub queues `['track', …]`. */
function pushed(args: readonly unknown[]): [unknown, readonly unknown[]] {
  const [first] = args;
  const list = Array.isArray(first) ? first : args;
  return [list[0], list.slice(1)];
}
