import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createBatchAnswer, jsonInText, messagesIn } from './batch';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { isObject } from './json-reading';
import { addBody, bodyOf, type Hit, opaque, type PageApiCall, plainAnswer, queryOf, unreadReason, type Vendor } from './kit';
import { type Sent, textOf } from './sent';

/**
 * Amplitude. HTTP API: https://amplitude.com/docs/apis/analytics/http-v2 (and its older form `api_key`/`client`, `e`:
 * https://amplitude.com/docs/apis/analytics/http-v1-deprecated). What the library tracks by itself:
 * https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2#autocapture.
 */
const vendor = 'amplitude';

const own: ReadonlyMap<string, Category> = new Map([
  ['$identify', 'identify'],
  ['$groupidentify', 'identify'],
  ['session_start', 'auto'],
  ['session_end', 'auto'],
  ['[Amplitude] Page Viewed', 'page_view'],
  ['[Amplitude] Form Submitted', 'form_submit'],
  ['[Amplitude] File Downloaded', 'download'],
  ['[Amplitude] Replay Captured', 'session_replay'],
]);

const dictionary = createDictionary(
  {
    api_key: ['Project key', 'event'],
    client: ['Project key', 'event'],
    e: ['Events, packed', 'event'],
    v: ['Version', 'technical'],
    upload_time: ['Sent at', 'technical'],
    client_upload_time: ['Sent at', 'technical'],
    checksum: ['Checksum', 'technical'],
    'options.': ['Options', 'technical'],
    event_type: ['Event', 'event'],
    insert_id: ['Event id', 'event'],
    uuid: ['Event id', 'event'],
    event_id: ['Number of the event', 'technical'],
    session_id: ['Session', 'user'],
    user_id: ['User id', 'user'],
    device_id: ['Device id', 'user'],
    time: ['Event time', 'event'],
    timestamp: ['Event time', 'event'],
    platform: ['Platform', 'technical'],
    library: ['Library', 'technical'],
    language: ['Language', 'technical'],
    ip: ['Network address', 'technical'],
    user_agent: ['Browser', 'technical'],
    price: ['Price', 'event'],
    quantity: ['Quantity', 'event'],
    revenue: ['Revenue', 'event'],
    productId: ['Product', 'items'],
    revenueType: ['Kind of revenue', 'event'],
    currency: ['Currency', 'event'],
    'event_properties.': ['Event property', 'event'],
    'event_properties.value': null,
    'event_properties.revenue': null,
    'event_properties.$revenue': ['Revenue', 'event'],
    'event_properties.currency': null,
    'event_properties.$currency': ['Currency', 'event'],
    'event_properties.order_id': null,
    'event_properties.email': null,
    'event_properties.[Amplitude] Page URL': ['Page address', 'page'],
    'event_properties.[Amplitude] Page Location': ['Page address', 'page'],
    'event_properties.[Amplitude] Page Title': ['Page title', 'page'],
    'event_properties.referrer': ['Referrer', 'page'],
    'user_properties.': ['User property', 'user'],
    'user_properties.$set.email': ['E-mail', 'user'],
    'user_properties.email': ['E-mail', 'user'],
    'groups.': ['Groups', 'user'],
    'plan.': ['Tracking plan', 'technical'],
    'ingestion_metadata.': ['Source of the data', 'technical'],
  },
  ['event_properties.'],
);
const { at } = dictionary;

export const amplitude: Vendor = {
  facts: {
    id: vendor,
    name: 'Amplitude',
    mark: 'Am',
    consent: {
      required: true,
      source: 'Sets an identifier: https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management',
    },
    oncePerPage: [],
    dedup: {
      idName: 'insert_id',
      window: '7 days',
      windowMs: 7 * 24 * 3_600_000,
      source: 'https://amplitude.com/docs/apis/analytics/http-v2',
    },
    apis: ['amplitude'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'events and identities',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Amplitude.js',
      verified: '2026-11-23',
    },
  },
  hosts: [
    'api.amplitude.com',
    'api2.amplitude.com',
    'api.eu.amplitude.com',
    'cdn.amplitude.com',
    'api-sr.amplitude.com',
    'api-sr.eu.amplitude.com',
    'sr-client-cfg.amplitude.com',
    'sr-client-cfg.eu.amplitude.com',
    'api.lab.amplitude.com',
    'flag.lab.amplitude.com',
  ],
  decode(hit) {
    const { host, path } = hit.address;
    if (host === 'cdn.amplitude.com')
      return /^\/(?:libs|script)\/.+\.js(?:\.gz|\.br)?$/.test(path)
        ? plainAnswer(hit, { kind: 'library', vendor }, dictionary)
        : null;
    if (host.startsWith('api-sr.'))
      return opaque(hit, { vendor, reason: 'A packed piece of a session recording: its format is not documented.' }, dictionary);
    if (host.startsWith('sr-client-cfg.') || host.endsWith('.lab.amplitude.com'))
      return plainAnswer(hit, { kind: 'config', vendor }, dictionary);
    return /^\/(?:2\/httpapi|batch|httpapi|identify)?\/?$/.test(path) ? messagesOf(hit) : null;
  },
  readCall,
};

type AmplitudeSent = Sent<(typeof dictionary.gathered)[number]>;

const answer = createBatchAnswer({
  reading: {
    vendor,
    dictionary,
    account: ['api_key', 'client'],
    eventId: ['insert_id', 'uuid'],
    value: ['revenue', 'event_properties.$revenue', 'event_properties.revenue', 'event_properties.value'],
    currency: ['currency', 'event_properties.$currency', 'event_properties.currency'],
    orderId: ['event_properties.order_id'],
    paramsUnder: ['event_properties.'],
    pageUrl: ['event_properties.[Amplitude] Page URL', 'event_properties.[Amplitude] Page Location'],
    referrer: ['event_properties.referrer'],
    integration: ['library'],
    userData: ['event_properties.email', 'user_properties.$set.email', 'user_properties.email'],
  },
  named,
});

function named(sent: AmplitudeSent): Pick<DecodedEvent, 'name' | 'category'> | undefined {
  const name = textOf(sent, at.event_type);
  return name === undefined ? undefined : { name, category: categoryOf(name) };
}

function categoryOf(name: string): Category {
  const category = own.get(name);
  if (category !== undefined) return category;
  return name.startsWith('[Amplitude] ') ? 'auto' : categoryByWords(name);
}

function messagesOf(hit: Hit): Decoded | null {
  const query = queryOf(hit, dictionary);
  const body = bodyOf(hit);
  const fields = addBody(query, body);
  const packed = textOf(query, at.e);
  const json = body.kind === 'json' ? body.json : packed === undefined ? undefined : jsonInText(packed)?.json;
  if (json === undefined) {
    if (body.kind === 'none' && packed === undefined) return null;
    return opaque(hit, { vendor, reason: unreadReason(hit) ?? 'The events are no JSON.' }, dictionary);
  }
  const read = messagesIn(query, json, {
    lists: ['events'],
    source: body.kind === 'json' || fields !== undefined ? 'body' : 'query',
  });
  const inFields = fields === undefined ? 'query+json' : 'form-json';
  const decoded = answer(hit, read, { encoding: body.kind === 'json' ? (read.isBatch ? 'json-batch' : 'json') : inFields });
  return decoded?.accountId === undefined ? null : decoded;
}

/** `amplitude.track('Lead', {…})`, `amplitude.getInstance().logEvent('Lead')`; the snippet queues `{name, args}` (https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2). */
function readCall({ method, args }: PageApiCall): VendorCall | null {
  const [queued] = args;
  const [command, list] =
    (method === undefined || method === 'push') && isObject(queued)
      ? [queued.name, Array.isArray(queued.args) ? queued.args : []]
      : [method ?? queued, method === undefined ? args.slice(1) : args];
  if (typeof command !== 'string') return null;
  const [first] = list as unknown[];
  if (command === 'init') return { vendor, kind: 'init', ...(typeof first === 'string' ? { accounts: [first] } : {}) };
  if (command === 'track' || command === 'logEvent') {
    const event = typeof first === 'string' ? first : isObject(first) ? first.event_type : undefined;
    return typeof event === 'string' ? { vendor, kind: 'event', event } : { vendor, kind: 'other' };
  }
  return { vendor, kind: command === 'setOptOut' ? 'consent' : 'other' };
}
