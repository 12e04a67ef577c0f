import type { Decoded, DecodedEvent } from '../model';
import { createDictionary } from './dictionary';
import { readEventList } from './event-list';
import { isObject, type JsonObject, textAt } from './json-reading';
import { complete, completeEvent, type Hit, opaque, unreadReason, type Vendor } from './kit';
import { setOwn, textOf } from './sent';
import { wideVendor } from './wide';

/** Braze: a list of events under short codes, of which `ce` is the site’s own and `p` a purchase. */
const vendor = 'braze';

const dictionary = createDictionary({
  api_key: ['Key', 'event'],
  device_id: ['Visitor', 'user'],
  sdk_version: ['Version', 'technical'],
  name: ['Code of the event', 'event'],
  'data.n': ['Event', 'event'],
  'data.p.': ['Event data', 'event'],
  session_id: ['Session', 'user'],
  time: ['Time', 'technical'],
});
const { at } = dictionary;

const wide = wideVendor({
  facts: {
    id: vendor,
    name: 'Braze',
    mark: 'Bz',
    consent: {
      required: true,
      source: 'Keeps an id of the device: https://js.appboycdn.com/web-sdk/latest/doc/modules/braze.html#initialize',
    },
    oncePerPage: [],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'events with their data',
      source: 'https://js.appboycdn.com/web-sdk/latest/doc/modules/braze.html',
      verified: '2026-11-25',
    },
  },
  hosts: ['braze.com', 'braze.eu', 'appboycdn.com'],
  paths: [{ host: 'js.appboycdn.com', path: /^\/web-sdk\/[\d.]+\/(?:braze|appboy)(?:\.\w+)*\.js$/, kind: 'library' }],
});

export const braze: Vendor = {
  ...wide,
  decode: (hit) => (/^\/api\/v3\/data\/?$/.test(hit.address.path) ? events(hit) : wide.decode(hit)),
};

function events(hit: Hit): Decoded | null {
  const list = readEventList(hit, { dictionary, key: 'events', read });
  if (!list) {
    const reason = unreadReason(hit);
    return reason === undefined ? null : opaque(hit, { vendor, reason }, dictionary);
  }
  const accountId = textOf(list.shared, at.api_key);
  if (accountId === undefined) return null;
  return complete(
    { kind: list.events.length === 0 ? 'telemetry' : 'event', vendor, events: list.events, parameters: list.parameters },
    { accountId, encoding: 'json-batch', role: 'main' },
  );
}

function read(item: JsonObject): DecodedEvent {
  const code = textAt(item, 'name') ?? 'event';
  const data = isObject(item.data) ? item.data : {};
  if (code === 'ce') return completeEvent({ name: textAt(data, 'n') ?? code, category: 'custom' }, { params: texts(data.p) });
  return { name: code, category: code === 'p' ? 'purchase' : 'auto' };
}

function texts(given: unknown): Record<string, string> | undefined {
  if (!isObject(given)) return undefined;
  const found: Record<string, string> = {};
  for (const key of Object.keys(given)) {
    const value = textAt(given, key);
    if (value !== undefined) setOwn(found, key, value);
  }
  return found;
}
