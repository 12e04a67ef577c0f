import type { Category, Decoded, DecodedEvent, Parameter, UserDataField, VendorCall } from '../model';
import { parseJson, textOfBase64 } from './body';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import {
  bodyOf,
  categoryOf,
  complete,
  completeEvent,
  type Hit,
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
 * TikTok Pixel. Events: https://ads.tiktok.com/help/article/supported-standard-events; its pages disagree whether a lead is `SubmitForm` or
 * `Lead`, and its library sends a `SubmitForm` call as `Lead`: both are leads. Deduplication: https://ads.tiktok.com/help/article/event-deduplication.
 */
const vendor = 'tiktok';

const vocabulary: Readonly<Record<string, Category>> = {
  Pageview: 'page_view',
  LandingPageView: 'page_view',
  ViewContent: 'view_content',
  ViewForm: 'view_content',
  ViewDownloadPage: 'view_content',
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
  ApplicationApproval: 'submit_application',
  Schedule: 'schedule',
  Subscribe: 'subscribe',
  StartTrial: 'start_trial',
  Download: 'download',
  Metadata: 'auto',
  EnrichAM: 'auto',
};

const dictionary = createDictionary(
  {
    event: ['Event', 'event'],
    event_name: ['Event', 'event'],
    action: ['Action', 'event'],
    event_id: ['Event id', 'event'],
    'properties.': ['Event property', 'event'],
    'properties.value': ['Value', 'event'],
    'properties.currency': ['Currency', 'event'],
    'properties.order_id': ['Order id', 'event'],
    'auto_collected_properties.': ['Read off the page by the library', 'event'],
    'context.': ['Context', 'technical'],
    'context.user.': ['User data', 'user'],
    pixel_code: ['Pixel', 'event'],
    event_source_id: ['Pixel', 'event'],
    analytics_message: ['Message, packed', 'technical'],
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
  },
  ['properties.', 'context.user.'],
);
const { at } = dictionary;

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
    storage: { names: ['_ttp', '_tt_enable_cookie'], source: 'ads.tiktok.com/help/article/using-cookies-with-tiktok-pixel' },
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
    traits: ['scrapes-forms', 'matches-by-hash'],
    wire: {
      reads: 'events with parameters and matched data',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/TikTok.js',
      verified: '2026-11-23',
    },
  },
  hosts: [
    'analytics.tiktok.com',
    'analytics.us.tiktok.com',
    'analytics-sg.tiktok.com',
    'analytics.ipv6.tiktok.com',
    'tiktokw.us',
  ],
  decode(hit) {
    const { path } = hit.address;
    if (path.startsWith('/i18n/pixel/')) return loadOf(hit);
    if (/^\/api\/v\d+\/(?:pixel(?:\/(?:act|track|batch))?|shopify_pixel|track)\/?$/.test(path)) return eventsOf(hit);
    return side.test(path) ? plainAnswer(hit, { kind: 'telemetry', vendor }, dictionary) : null;
  },
  readCall,
};

/** Reports on the pixel itself, and the look-up of the visitor's IPv6 address. */
const side = /^\/(?:api\/v\d+\/pixel\/(?:perf|inter|monitor|enrich_ipv6)|ipv6\/enrich_ipv6)\/?$/;

type TikTokSent = Sent<(typeof dictionary.gathered)[number]>;

function loadOf(hit: Hit): Decoded | null {
  const { path } = hit.address;
  const accountId =
    textOf(queryOf(hit, dictionary), at.sdkid) ?? /\/config\/([A-Z0-9]+)|\/static\/.*?([A-Z0-9]{20})/.exec(path)?.[1];
  if (/\/config(?:\.js|\/)/.test(path)) return plainAnswer(hit, { kind: 'config', vendor, accountId }, dictionary);
  return path.endsWith('.js') ? plainAnswer(hit, { kind: 'library', vendor, accountId }, dictionary) : null;
}

function eventsOf(hit: Hit): Decoded | null {
  const query = queryOf(hit, dictionary);
  const { json, encoding, reason } = envelopeOf(hit, textOf(query, at.analytics_message));
  if (json === undefined) return reason === undefined ? null : opaque(hit, { vendor, reason }, dictionary);
  const { shared, messages } = messagesOf(json, encoding === 'json' ? 'body' : 'query');
  const events: DecodedEvent[] = [];
  let first: TikTokSent | undefined;
  for (const message of messages) {
    const event = eventOf(message);
    if (!event) continue;
    first ??= message;
    events.push(event);
  }
  const parameters = joined(query, shared, messages);
  const accounts = accountsOf(messages);
  if (first === undefined || accounts.length === 0)
    return { kind: 'opaque', vendor, events: [], parameters, reason: 'The envelope names no pixel or no event.' };
  return complete(
    { kind: 'event', vendor, events, parameters },
    {
      accountId: accounts[0],
      accountIds: accounts,
      encoding,
      pageUrl: textOf(first, at['context.page.url']),
      referrer: firstOf(first, at['context.page.referrer']),
      userData: userDataOf(messages),
      automatic: events.every((event) => event.category === 'auto'),
      reason: shared?.cut || messages.some((message) => message.cut) ? 'The body is longer than can be shown.' : undefined,
      role: 'main',
    },
  );
}

function joined(query: TikTokSent, shared: TikTokSent | undefined, messages: readonly TikTokSent[]): Parameter[] {
  const [only] = messages;
  if (query.parameters.length === 0 && !shared && only && messages.length === 1) return only.parameters;
  return query.parameters.concat(shared?.parameters ?? [], ...messages.map(({ parameters }) => parameters));
}

interface Envelope {
  json?: unknown;
  encoding: 'json' | 'base64-query';
  /** Why it cannot be opened; absent when there is none. */
  reason?: string;
}

function envelopeOf(hit: Hit, packed: string | undefined): Envelope {
  if (packed !== undefined) {
    const text = textOfBase64(packed.replaceAll(' ', '+'));
    const json = text === null ? undefined : parseJson(text);
    return json === undefined
      ? { encoding: 'base64-query', reason: 'The message in the address is no base64 of JSON.' }
      : { json, encoding: 'base64-query' };
  }
  const body = bodyOf(hit);
  if (body.kind === 'json') return { json: body.json, encoding: 'json' };
  return body.kind === 'none' ? { encoding: 'json' } : { encoding: 'json', reason: unreadReason(hit) ?? 'The body is no JSON.' };
}

/** One message, `{batch: […]}`, `{data: […]}`, or a list. What stands beside the list is shared by its messages. */
function messagesOf(json: unknown, source: 'query' | 'body'): { shared?: TikTokSent; messages: TikTokSent[] } {
  const key = !isObject(json) ? undefined : Array.isArray(json.batch) ? 'batch' : Array.isArray(json.data) ? 'data' : undefined;
  const list = isObject(json) && key !== undefined ? json[key] : json;
  if (!Array.isArray(list)) return { messages: [sentIn(list, source)] };
  const shared = key === undefined ? undefined : sentIn(json, source, { except: key });
  const isBatch = list.length > 1;
  return {
    ...(shared ? { shared } : {}),
    messages: list.map((message: unknown, event) => sentIn(message, source, { shared, ...(isBatch ? { event } : {}) })),
  };
}

interface Within {
  shared?: TikTokSent | undefined;
  event?: number;
  except?: string;
}

function sentIn(json: unknown, source: 'query' | 'body', { shared, event, except }: Within = {}): TikTokSent {
  const sent = nothingSent(dictionary, { shared, event });
  addJson(sent, json, source, except);
  return sent;
}

function eventOf(message: TikTokSent): DecodedEvent | undefined {
  const name = textOf(message, at.event) ?? textOf(message, at.event_name) ?? textOf(message, at.action);
  if (name === undefined) return undefined;
  return completeEvent(
    { name, category: categoryOf(vocabulary, name) },
    {
      eventId: textOf(message, at.event_id),
      value: numberOf(textOf(message, at['properties.value'])),
      currency: textOf(message, at['properties.currency']),
      orderId: textOf(message, at['properties.order_id']),
      params: under(message, 'properties.'),
    },
  );
}

/** Pixels of all messages, each once. */
function accountsOf(messages: readonly TikTokSent[]): string[] {
  const accounts: string[] = [];
  for (const message of messages) {
    const own =
      textOf(message, at['context.pixel.code']) ?? textOf(message, at.pixel_code) ?? textOf(message, at.event_source_id);
    const codes = textOf(message, at['context.pixel.codes']);
    if (own !== undefined && !accounts.includes(own)) accounts.push(own);
    for (const code of codes?.split('|') ?? []) if (code !== '' && !accounts.includes(code)) accounts.push(code);
  }
  return accounts;
}

const userKeys = new Set([
  'email',
  'phone_number',
  'external_id',
  'first_name',
  'last_name',
  'city',
  'state',
  'zip_code',
  'country',
]);

/** A field may hold a list. */
function userDataOf(messages: readonly TikTokSent[]): UserDataField[] | undefined {
  let fields: UserDataField[] | undefined;
  for (const message of messages) {
    const said = under(message, 'context.user.');
    for (const name in said) {
      const dot = name.indexOf('.');
      const key = dot < 0 ? name : name.slice(0, dot);
      const value = said[name];
      if (!userKeys.has(key) || !value || value === 'null' || value === '[]' || value === '{}') continue;
      fields = withField(fields, { key, form: formOf(value) });
    }
  }
  return fields;
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
  const eventId = isObject(options) ? textAt(options, 'event_id') : undefined;
  return { vendor, kind: 'event', event, ...(eventId === undefined ? {} : { eventId }) };
}

/** The stub queues `['track', …]`. */
function pushed(args: readonly unknown[]): [unknown, readonly unknown[]] {
  const [first] = args;
  const list = Array.isArray(first) ? first : args;
  return [list[0], list.slice(1)];
}
