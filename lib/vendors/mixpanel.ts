import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createBatchAnswer, jsonInText, messagesIn } from './batch';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { addBody, bodyOf, type Hit, opaque, type PageApiCall, plainAnswer, queryOf, unreadReason, type Vendor } from './kit';
import { type Sent, textOf } from './sent';

/**
 * Mixpanel. `data` holds one event or a list, as JSON or in base64: https://developer.mixpanel.com/reference/track-event; profiles:
 * https://developer.mixpanel.com/reference/profile-set. What the library tracks of its own accord:
 * https://docs.mixpanel.com/docs/tracking-methods/autocapture.
 */
const vendor = 'mixpanel';

/** Names with a dollar are the library's own; those that are not here are automatic. */
const automatic: ReadonlyMap<string, Category> = new Map([
  ['$mp_web_page_view', 'page_view'],
  ['$mp_submit', 'form_submit'],
  ['$identify', 'identify'],
  ['$create_alias', 'identify'],
  ['$merge', 'identify'],
]);

const dictionary = createDictionary(
  {
    data: ['Events, packed', 'event'],
    event: ['Event', 'event'],
    ip: ['Place by network address', 'technical'],
    verbose: ['Answer in words', 'technical'],
    img: ['Answer is an image', 'technical'],
    _: ['Number against caching', 'technical'],
    'properties.': ['Event property', 'event'],
    'properties.token': ['Project token', 'event'],
    'properties.$insert_id': ['Event id', 'event'],
    'properties.time': ['Event time', 'event'],
    'properties.distinct_id': ['Visitor id', 'user'],
    'properties.$device_id': ['Device id', 'user'],
    'properties.$user_id': ['User id', 'user'],
    'properties.$current_url': ['Page address', 'page'],
    'properties.$referrer': ['Referrer', 'page'],
    'properties.$initial_referrer': ['First referrer', 'page'],
    'properties.mp_lib': ['Library', 'technical'],
    'properties.$lib_version': ['Version of the library', 'technical'],
    'properties.$browser': ['Browser', 'technical'],
    'properties.$os': ['Operating system', 'technical'],
    'properties.$screen_width': ['Screen width', 'technical'],
    'properties.$screen_height': ['Screen height', 'technical'],
    'properties.$email': ['E-mail', 'user'],
    'properties.email': ['E-mail', 'user'],
    'properties.value': null,
    'properties.revenue': null,
    'properties.amount': null,
    'properties.currency': null,
    'properties.order_id': null,
    $token: ['Project token', 'event'],
    $distinct_id: ['Visitor id', 'user'],
    '$set.': ['Profile', 'user'],
    '$set_once.': ['Profile, set once', 'user'],
    '$set.$email': ['E-mail', 'user'],
    '$set.$phone': ['Telephone', 'user'],
    '$set.$name': ['Name', 'user'],
    '$set.$first_name': ['First name', 'user'],
    '$set.$last_name': ['Last name', 'user'],
    $group_key: ['Group', 'user'],
    $group_id: ['Group id', 'user'],
  },
  ['properties.'],
);
const { at } = dictionary;

export const mixpanel: Vendor = {
  facts: {
    id: vendor,
    name: 'Mixpanel',
    mark: 'Mx',
    consent: {
      required: true,
      source:
        'Sets an identifier; not in the IAB vendor list (v45 of 2024-03); https://docs.mixpanel.com/docs/privacy/protecting-user-data',
    },
    oncePerPage: [],
    apis: ['mixpanel'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'events and profiles',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Mixpanel.js',
      verified: '2026-11-23',
    },
  },
  hosts: [
    'api.mixpanel.com',
    'api-js.mixpanel.com',
    'api-eu.mixpanel.com',
    'api-in.mixpanel.com',
    'cdn.mxpnl.com',
    'cdn4.mxpnl.com',
  ],
  decode(hit) {
    const { host, path } = hit.address;
    if (host.endsWith('.mxpnl.com'))
      return /^\/libs\/.+\.js$/.test(path) ? plainAnswer(hit, { kind: 'library', vendor }, dictionary) : null;
    if (/^\/(?:track|import|engage|groups)\/?$/.test(path)) return messagesOf(hit);
    if (/^\/record\/?$/.test(path))
      return opaque(hit, { vendor, reason: 'A packed piece of a session recording: its format is not documented.' }, dictionary);
    return /^\/(?:decide|flags)\/?$/.test(path) ? plainAnswer(hit, { kind: 'config', vendor }, dictionary) : null;
  },
  readCall,
};

type MixpanelSent = Sent<(typeof dictionary.gathered)[number]>;

const answer = createBatchAnswer({
  reading: {
    vendor,
    dictionary,
    account: ['properties.token', '$token'],
    eventId: ['properties.$insert_id'],
    value: ['properties.value', 'properties.revenue', 'properties.amount'],
    currency: ['properties.currency'],
    orderId: ['properties.order_id'],
    paramsUnder: ['properties.'],
    pageUrl: ['properties.$current_url'],
    referrer: ['properties.$referrer'],
    integration: ['properties.mp_lib'],
    userData: [
      'properties.$email',
      'properties.email',
      '$set.$email',
      '$set.$phone',
      '$set.$name',
      '$set.$first_name',
      '$set.$last_name',
    ],
  },
  named,
});

/** Changes of a profile name no event, but the project and what is set. */
function named(sent: MixpanelSent): Pick<DecodedEvent, 'name' | 'category'> | undefined {
  const name = textOf(sent, at.event);
  if (name !== undefined) return { name, category: categoryOf(name) };
  if (textOf(sent, at.$token) === undefined) return undefined;
  return { name: textOf(sent, at.$group_key) === undefined ? 'engage' : 'groups', category: 'identify' };
}

function categoryOf(name: string): Category {
  return name.startsWith('$') ? (automatic.get(name) ?? 'auto') : categoryByWords(name);
}

function messagesOf(hit: Hit): Decoded | null {
  const query = queryOf(hit, dictionary);
  const body = bodyOf(hit);
  const fields = addBody(query, body);
  const data = textOf(query, at.data);
  const opened = body.kind === 'json' ? { json: body.json, packed: false } : data === undefined ? undefined : jsonInText(data);
  if (!opened) {
    if (body.kind === 'none' && data === undefined) return null;
    return opaque(hit, { vendor, reason: unreadReason(hit) ?? 'The data are no JSON, neither plain nor in base64.' }, dictionary);
  }
  const inAddress = fields === undefined && body.kind !== 'json';
  const read = messagesIn(query, opened.json, { source: inAddress ? 'query' : 'body' });
  const encoding = body.kind === 'json' ? (read.isBatch ? 'json-batch' : 'json') : packing(inAddress, opened.packed);
  const decoded = answer(hit, read, { encoding });
  return decoded?.accountId === undefined ? null : decoded;
}

function packing(inAddress: boolean, packed: boolean): string {
  if (inAddress) return packed ? 'base64-query' : 'query+json';
  return packed ? 'form-base64-json' : 'form-json';
}

/** `mixpanel.track('Lead', {…})` (https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript). */
function readCall({ method, args }: PageApiCall): VendorCall | null {
  const [command, ...rest] = method === undefined || method === 'push' ? queued(args) : [method, ...args];
  if (typeof command !== 'string') return null;
  const [first] = rest;
  if (command === 'init') return { vendor, kind: 'init', ...(typeof first === 'string' ? { accounts: [first] } : {}) };
  if (command === 'track' && typeof first === 'string') return { vendor, kind: 'event', event: first };
  if (command === 'track_pageview') return { vendor, kind: 'event', event: '$mp_web_page_view' };
  return { vendor, kind: command.startsWith('opt_') ? 'consent' : 'other' };
}

/** The stub queues `['track', 'Lead', {…}]`. */
function queued(args: readonly unknown[]): readonly unknown[] {
  return args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
}
