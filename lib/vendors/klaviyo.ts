import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createBatchAnswer, jsonInText, messagesIn } from './batch';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { addBody, bodyOf, type Hit, opaque, type PageApiCall, plainAnswer, queryOf, unreadReason, type Vendor } from './kit';
import { type Sent, textOf } from './sent';

/**
 * Klaviyo. Client API (JSON:API): https://developers.klaviyo.com/en/reference/create_client_event and create_client_subscription; the older
 * `/api/track` and `/api/identify` take JSON in base64 (https://developers.klaviyo.com/en/docs/legacy-track-and-identify-apis).
 */
const vendor = 'klaviyo';

const own: ReadonlyMap<string, Category> = new Map([
  ['Active on Site', 'page_view'],
  ['Viewed Product', 'view_content'],
  ['Added to Cart', 'add_to_cart'],
  ['Started Checkout', 'initiate_checkout'],
  ['Placed Order', 'purchase'],
  ['Ordered Product', 'custom'],
]);

const dictionary = createDictionary(
  {
    company_id: ['Company', 'event'],
    token: ['Company', 'event'],
    event: ['Event', 'event'],
    data: ['Message, packed', 'event'],
    'data.type': ['Kind of message', 'event'],
    'data.attributes.': ['Attribute', 'event'],
    'data.attributes.metric.data.attributes.name': ['Event', 'event'],
    'data.attributes.metric.name': ['Event', 'event'],
    'data.attributes.properties.': ['Event property', 'event'],
    'data.attributes.value': ['Value', 'event'],
    'data.attributes.value_currency': ['Currency', 'event'],
    'data.attributes.unique_id': ['Event id', 'event'],
    'data.attributes.time': ['Event time', 'event'],
    'data.attributes.custom_source': ['Source', 'event'],
    'data.attributes.email': ['E-mail', 'user'],
    'data.attributes.phone_number': ['Telephone', 'user'],
    'data.attributes.first_name': ['First name', 'user'],
    'data.attributes.last_name': ['Last name', 'user'],
    'data.attributes.profile.': ['Profile', 'user'],
    'data.attributes.profile.data.attributes.email': ['E-mail', 'user'],
    'data.attributes.profile.data.attributes.phone_number': ['Telephone', 'user'],
    'data.attributes.profile.data.attributes.first_name': ['First name', 'user'],
    'data.attributes.profile.data.attributes.last_name': ['Last name', 'user'],
    'data.relationships.list.data.id': ['List', 'event'],
    'properties.': ['Event property', 'event'],
    'properties.$value': ['Value', 'event'],
    'properties.$event_id': ['Event id', 'event'],
    'properties.$email': ['E-mail', 'user'],
    'customer_properties.': ['Customer', 'user'],
    'customer_properties.$email': ['E-mail', 'user'],
    'customer_properties.$phone_number': ['Telephone', 'user'],
    time: ['Event time', 'event'],
  },
  ['data.attributes.properties.', 'data.attributes.', 'properties.'],
);
const { at } = dictionary;

export const klaviyo: Vendor = {
  facts: {
    id: vendor,
    name: 'Klaviyo',
    mark: 'Kl',
    consent: {
      required: true,
      source:
        'Not in the IAB vendor list (v45 of 2024-03); sets an identifier: https://help.klaviyo.com/hc/en-us/articles/360034666712',
    },
    oncePerPage: [],
    receivesForms: true,
    apis: ['klaviyo', '_learnq'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'events, profiles and subscriptions',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['a.klaviyo.com', 'static.klaviyo.com', 'static-tracking.klaviyo.com', 'static-forms.klaviyo.com'],
  decode(hit) {
    const { host, path } = hit.address;
    if (host !== 'a.klaviyo.com') return loadOf(hit);
    if (/^\/client\/(?:events|event-bulk-create|profiles|subscriptions|back-in-stock-subscriptions)\/?$/.test(path))
      return messageOf(hit);
    return /^\/api\/(?:track|identify)\/?$/.test(path) ? messageOf(hit) : null;
  },
  readCall,
};

type KlaviyoSent = Sent<(typeof dictionary.gathered)[number]>;

function loadOf(hit: Hit): Decoded | null {
  const { path } = hit.address;
  if (!/^\/(?:onsite\/js\/.*\.js|onsite\/js\/[\w-]+\/?|forms\/.*)$/.test(path)) return null;
  const accountId = textOf(queryOf(hit, dictionary), at.company_id) ?? /^\/onsite\/js\/([A-Za-z0-9]{6})\//.exec(path)?.[1];
  return plainAnswer(hit, { kind: path.endsWith('.js') ? 'library' : 'config', vendor, accountId }, dictionary);
}

const answer = createBatchAnswer({
  reading: {
    vendor,
    dictionary,
    account: ['company_id', 'token'],
    eventId: ['data.attributes.unique_id', 'properties.$event_id'],
    value: ['data.attributes.value', 'properties.$value'],
    currency: ['data.attributes.value_currency'],
    params: ['data.attributes.custom_source'],
    paramsUnder: ['data.attributes.properties.', 'properties.'],
    userData: [
      'data.attributes.email',
      'data.attributes.phone_number',
      'data.attributes.first_name',
      'data.attributes.last_name',
      'data.attributes.profile.data.attributes.email',
      'data.attributes.profile.data.attributes.phone_number',
      'data.attributes.profile.data.attributes.first_name',
      'data.attributes.profile.data.attributes.last_name',
      'properties.$email',
      'customer_properties.$email',
      'customer_properties.$phone_number',
    ],
  },
  named,
  finish(event) {
    // Named by its key alone, as it is known.
    const source = event.params?.['data.attributes.custom_source'];
    if (!event.params || source === undefined) return;
    const { 'data.attributes.custom_source': _moved, ...rest } = event.params;
    event.params = { ...rest, custom_source: source };
  },
});

function named(sent: KlaviyoSent): Pick<DecodedEvent, 'name' | 'category'> | undefined {
  const type = textOf(sent, at['data.type']);
  if (type === 'subscription' || type === 'back-in-stock-subscription') return { name: type, category: 'subscribe' };
  if (type === 'profile') return { name: 'profile', category: 'identify' };
  const name =
    textOf(sent, at['data.attributes.metric.data.attributes.name']) ??
    textOf(sent, at['data.attributes.metric.name']) ??
    textOf(sent, at.event);
  if (name !== undefined) return { name, category: own.get(name) ?? categoryByWords(name) };
  return textOf(sent, at.token) === undefined ? undefined : { name: 'identify', category: 'identify' };
}

function messageOf(hit: Hit): Decoded | null {
  const query = queryOf(hit, dictionary);
  const body = bodyOf(hit);
  const fields = addBody(query, body);
  const packed = textOf(query, at.data);
  const opened =
    body.kind === 'json' ? { json: body.json, packed: false } : packed === undefined ? undefined : jsonInText(packed);
  if (!opened) {
    if (body.kind === 'none' && packed === undefined) return null;
    return opaque(
      hit,
      { vendor, reason: unreadReason(hit) ?? 'The message is no JSON, neither plain nor in base64.' },
      dictionary,
    );
  }
  const inAddress = body.kind !== 'json' && fields === undefined;
  const read = messagesIn(query, opened.json, { source: inAddress ? 'query' : 'body' });
  const inFields = opened.packed ? (inAddress ? 'base64-query' : 'form-base64-json') : inAddress ? 'query+json' : 'form-json';
  const decoded = answer(hit, read, { encoding: body.kind === 'json' ? 'json' : inFields });
  return decoded?.accountId === undefined ? null : decoded;
}

/** `klaviyo.track('Lead', {…})`, `klaviyo.push(['track', …])`, `_learnq.push(['track', …])` (https://developers.klaviyo.com/en/docs/javascript_api). */
function readCall({ method, args }: PageApiCall): VendorCall | null {
  const [first] = args;
  const list: readonly unknown[] =
    method === undefined || method === 'push' ? (Array.isArray(first) ? first : args) : [method, ...args];
  const [command, name] = list;
  if (typeof command !== 'string') return null;
  if (command === 'account') return { vendor, kind: 'init', ...(typeof name === 'string' ? { accounts: [name] } : {}) };
  return command === 'track' && typeof name === 'string' ? { vendor, kind: 'event', event: name } : { vendor, kind: 'other' };
}
