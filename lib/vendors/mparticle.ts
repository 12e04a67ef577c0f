import type { DecodedEvent } from '../model';
import { createDictionary } from './dictionary';
import { readEventList } from './event-list';
import { isObject, type JsonObject, textAt } from './json-reading';
import { complete, completeEvent, type Hit, opaque, unreadReason, type Vendor } from './kit';
import { setOwn } from './sent';
import { wideVendor } from './wide';

/** mParticle: a list of events in JSON. Names of custom events and their attributes are the site’s own. */
const vendor = 'mparticle';

const dictionary = createDictionary({
  event_type: ['Kind of event', 'event'],
  'data.event_name': ['Event', 'event'],
  'data.screen_name': ['Page', 'page'],
  'data.custom_attributes.': ['Attribute', 'event'],
  mpid: ['Visitor', 'user'],
  'known_identities.': ['Identity', 'user'],
});

const wide = wideVendor({
  facts: {
    id: vendor,
    name: 'mParticle',
    mark: 'Mp',
    consent: {
      required: true,
      source: 'Keeps an id of the visitor and joins identities: https://docs.mparticle.com/guides/idsync/',
    },
    oncePerPage: [],
    traits: ['identifies-visitors', 'routes-first-party'],
    wire: {
      reads: 'events with their attributes, identities by address',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['mparticle.com'],
  paths: [
    { path: /^\/js\/v\d\/([\w-]+)\/mparticle(?:\.min)?\.js$/i, kind: 'library' },
    { path: /^\/js\/v\d\/([\w-]+)\/config$/i, kind: 'config' },
    {
      host: 'identity.mparticle.com',
      path: /^\/v\d\/(?:identify|login|logout|modify)$/,
      kind: 'identify',
      event: { name: 'identify', category: 'identify' },
    },
  ],
  reading: { vendor, dictionary, account: [], mayLackAccount: true },
});

export const mparticle: Vendor = { ...wide, decode: (hit) => events(hit) ?? wide.decode(hit) };

function events(hit: Hit) {
  const accountId = /^\/v\d\/js\/([\w-]+)\/events$/i.exec(hit.address.path)?.[1];
  if (accountId === undefined) return null;
  const list = readEventList(hit, { dictionary, key: 'events', read });
  if (!list) {
    const reason = unreadReason(hit) ?? 'The body is not the list of events that mParticle’s kit sends today.';
    return opaque(hit, { vendor, accountId, reason }, dictionary);
  }
  return complete(
    { kind: 'event', vendor, events: list.events, parameters: list.parameters },
    { accountId, encoding: 'json-batch', role: 'main' },
  );
}

function read(item: JsonObject): DecodedEvent {
  const kind = textAt(item, 'event_type') ?? 'event';
  const data = isObject(item.data) ? item.data : {};
  const name = textAt(data, 'event_name') ?? textAt(data, 'screen_name') ?? kind;
  const category =
    kind === 'screen_view' ? 'page_view' : kind === 'custom_event' || kind === 'commerce_event' ? 'custom' : 'auto';
  return completeEvent({ name, category }, { params: attributes(data.custom_attributes) });
}

function attributes(given: unknown): Record<string, string> | undefined {
  if (!isObject(given)) return undefined;
  const found: Record<string, string> = {};
  for (const key of Object.keys(given)) {
    const value = textAt(given, key);
    if (value !== undefined) setOwn(found, key, value);
  }
  return found;
}
