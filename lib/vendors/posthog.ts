import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createBatchAnswer, jsonInText, messagesIn } from './batch';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { isObject, textAt } from './json-reading';
import { addBody, bodyOf, type Hit, type PageApiCall, plainAnswer, queryOf, type Vendor } from './kit';
import { type Sent, textOf } from './sent';

/**
 * PostHog, in its clouds and behind sites' own hosts (https://posthog.com/docs/advanced/proxy). Events: https://posthog.com/docs/api/capture;
 * names with a dollar are the library's own (https://posthog.com/docs/data/events); bodies are gzip (`compression=gzip-js`) or `data=` in base64.
 */
const vendor = 'posthog';

/** Of the library's own events, those that are not merely automatic. */
const own: ReadonlyMap<string, Category> = new Map([
  ['$pageview', 'page_view'],
  ['$screen', 'page_view'],
  ['$identify', 'identify'],
  ['$set', 'identify'],
  ['$create_alias', 'identify'],
  ['$merge_dangerously', 'identify'],
  ['$groupidentify', 'identify'],
  ['$snapshot', 'session_replay'],
]);

const dictionary = createDictionary(
  {
    token: ['Project', 'event'],
    api_key: ['Project', 'event'],
    $token: ['Project', 'event'],
    event: ['Event', 'event'],
    uuid: ['Event id', 'event'],
    timestamp: ['Event time', 'event'],
    offset: ['Age of the event', 'technical'],
    sent_at: ['Sent at', 'technical'],
    distinct_id: ['Visitor id', 'user'],
    data: ['Events, packed', 'event'],
    compression: ['Packing', 'technical'],
    ver: ['Version of the library', 'technical'],
    ip: ['Place by network address', 'technical'],
    _: ['Sent at', 'technical'],
    'properties.': ['Event property', 'event'],
    'properties.token': ['Project', 'event'],
    'properties.$insert_id': ['Event id', 'event'],
    'properties.distinct_id': ['Visitor id', 'user'],
    'properties.$device_id': ['Device id', 'user'],
    'properties.$session_id': ['Session', 'user'],
    'properties.$window_id': ['Window', 'user'],
    'properties.$current_url': ['Page address', 'page'],
    'properties.$referrer': ['Referrer', 'page'],
    'properties.$host': ['Host', 'page'],
    'properties.$pathname': ['Path', 'page'],
    'properties.title': ['Page title', 'page'],
    'properties.$lib': ['Library', 'technical'],
    'properties.$lib_version': ['Version of the library', 'technical'],
    'properties.$browser': ['Browser', 'technical'],
    'properties.$os': ['Operating system', 'technical'],
    'properties.value': null,
    'properties.revenue': null,
    'properties.currency': null,
    'properties.order_id': null,
    'properties.email': ['E-mail', 'user'],
    '$set.': ['Person', 'user'],
    '$set.email': ['E-mail', 'user'],
    'properties.$set.email': ['E-mail', 'user'],
    'properties.$set.': ['Person', 'user'],
    'properties.$set_once.': ['Person, set once', 'user'],
    'properties.$elements.': ['What was clicked', 'event'],
  },
  ['properties.'],
);
const { at } = dictionary;

export const posthog: Vendor = {
  facts: {
    id: vendor,
    name: 'PostHog',
    mark: 'Ph',
    consent: {
      required: true,
      source: 'Sets an identifier unless told not to: https://posthog.com/docs/privacy/gdpr-compliance',
    },
    oncePerPage: [],
    apis: ['posthog'],
    traits: ['identifies-visitors', 'replays-sessions', 'routes-first-party'],
    wire: {
      reads: 'events, identities',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['i.posthog.com', 'app.posthog.com', 'us-assets.i.posthog.com', 'eu-assets.i.posthog.com'],
  decode: (hit) => (hit.address.host === 'app.posthog.com' && hit.request.method === 'GET' ? null : read(hit, false)),
  shape: {
    marks: ['/i/v0/e', 'compression=gzip-js', 'compression=base64'],
    mayBe: ({ url, body }) =>
      url.includes('/i/v0/e') || /[?&]compression=(?:gzip-js|base64)/.test(url) || (body?.includes('"phc_') ?? false),
    decode: (hit) => read(hit, true),
  },
  readCall,
};

type PosthogSent = Sent<(typeof dictionary.gathered)[number]>;

const answer = createBatchAnswer({
  reading: {
    vendor,
    dictionary,
    account: ['properties.token', 'api_key', 'token', '$token'],
    eventId: ['uuid', 'properties.$insert_id'],
    value: ['properties.value', 'properties.revenue'],
    currency: ['properties.currency'],
    orderId: ['properties.order_id'],
    paramsUnder: ['properties.'],
    pageUrl: ['properties.$current_url'],
    referrer: ['properties.$referrer'],
    integration: ['properties.$lib'],
    userData: ['properties.email', '$set.email', 'properties.$set.email'],
  },
  named,
});

function named(sent: PosthogSent): Pick<DecodedEvent, 'name' | 'category'> | undefined {
  const name = textOf(sent, at.event);
  if (name === undefined) return undefined;
  return { name, category: name.startsWith('$') ? (own.get(name) ?? 'auto') : categoryByWords(name) };
}

/** At a host of the site's own, only what names one of PostHog's projects, or is packed as only its library packs, is taken for it. */
function read(hit: Hit, anyHost: boolean): Decoded | null {
  const { path } = hit.address;
  if (!anyHost) {
    const library = /^\/(?:static|array\/(ph[a-z]_[^/]+))\/.+\.js$/.exec(path);
    if (library)
      return plainAnswer(
        hit,
        { kind: path.endsWith('/config.js') ? 'config' : 'library', vendor, accountId: library[1] },
        dictionary,
      );
    if (/^\/(?:decide|flags|array\/[^/]+\/config)\/?$/.test(path)) return configOf(hit);
  }
  return eventPath.test(path) ? messagesOf(hit, anyHost, path) : null;
}

const eventPath = /\/(?:e|i\/v0\/e|batch|capture|track|engage|s)\/?$/;

function configOf(hit: Hit): Decoded {
  const body = bodyOf(hit);
  const accountId =
    body.kind === 'json' && isObject(body.json) ? (textAt(body.json, 'token') ?? textAt(body.json, 'api_key')) : undefined;
  const query = queryOf(hit, dictionary);
  if (body.kind === 'json') messagesIn(query, body.json);
  return { kind: 'config', vendor, ...(accountId === undefined ? {} : { accountId }), events: [], parameters: query.parameters };
}

function messagesOf(hit: Hit, anyHost: boolean, path: string): Decoded | null {
  const query = queryOf(hit, dictionary);
  const body = bodyOf(hit);
  if (body.kind === 'none' && textOf(query, at.data) === undefined) return null;
  addBody(query, body);
  const data = textOf(query, at.data);
  const opened = body.kind === 'json' ? { json: body.json, packed: false } : data === undefined ? undefined : jsonInText(data);
  if (!opened) return sealed(hit, query, { anyHost, path });
  const messages = messagesIn(query, opened.json, { lists: ['batch'], source: body.kind === 'none' ? 'query' : 'body' });
  const plain = messages.isBatch ? 'json-batch' : 'json';
  const decoded = answer(hit, messages, {
    encoding: body.kind === 'json' ? plain : opened.packed ? 'form-base64-json' : 'form-json',
    anyHost,
  });
  if (decoded?.accountId === undefined) return null;
  return anyHost && !decoded.accountId.startsWith('phc_') ? null : decoded;
}

/** A body that cannot be opened. At other hosts the version in the address must say whose it is. */
function sealed(hit: Hit, query: PosthogSent, { anyHost, path }: { anyHost: boolean; path: string }): Decoded | null {
  const packing = textOf(query, at.compression);
  if (anyHost && (packing === undefined || textOf(query, at.ver) === undefined)) return null;
  const body = bodyOf(hit);
  const why = body.kind === 'unread' ? body.why : 'it is no JSON';
  const what = /\/s\/?$/.test(path) ? 'A piece of a session recording' : 'The body';
  return {
    kind: 'opaque',
    vendor,
    encoding: packing === 'base64' ? 'form-base64-json' : 'gzip-binary',
    events: [],
    parameters: query.parameters,
    reason: `${what} cannot be opened: ${why}.`,
  };
}

/** `posthog.capture('lead', {…})`; the stub queues `['capture', 'lead', {…}]` (https://posthog.com/docs/libraries/js). */
function readCall({ method, args }: PageApiCall): VendorCall | null {
  const [first] = args;
  const list: readonly unknown[] =
    method === undefined || method === 'push' ? (Array.isArray(first) ? first : args) : [method, ...args];
  const [command, name] = list;
  if (typeof command !== 'string') return null;
  if (command === 'init') return { vendor, kind: 'init', ...(typeof name === 'string' ? { accounts: [name] } : {}) };
  if (command === 'capture' && typeof name === 'string') return { vendor, kind: 'event', event: name };
  return { vendor, kind: command.startsWith('opt_') ? 'consent' : 'other' };
}
