import type { Category, Decoded, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import type { PageApiCall } from './kit';
import { bodyOf, complete, type Hit, opaque, queryOf, unreadReason, type Vendor } from './kit';
import { addJson, nothingSent, type Sent, textOf } from './sent';
import { createDecode, createReader, type Reading } from './simple';

/** Spotify Pixel: several pixels and events in one body. Calls and events: https://www.rudderstack.com/docs/destinations/streaming-destinations/spotify-pixel/. */
const vendor = 'spotify';

const vocabulary: Readonly<Record<string, Category>> = {
  view: 'page_view',
  product: 'view_content',
  addtocart: 'add_to_cart',
  checkout: 'initiate_checkout',
  purchase: 'purchase',
  lead: 'lead',
  signup: 'complete_registration',
  alias: 'identify',
};

const dictionary = createDictionary(
  {
    pid: ['Pixel', 'event'],
    action: ['Event', 'event'],
    label: ['Label', 'event'],
    'body.': ['Event data', 'event'],
    'body.url': ['Page address', 'page'],
    'body.referrer': ['Referrer', 'page'],
    'body.value': ['Value', 'event'],
    'body.currency': ['Currency', 'event'],
    'body.type': ['Kind', 'event'],
  },
  ['body.'],
);
const { at } = dictionary;

const reading: Reading<keyof typeof at, 'body.'> = {
  vendor,
  dictionary,
  account: ['pid'],
  event: ['action'],
  vocabulary,
  label: ['label'],
  value: ['body.value'],
  currency: ['body.currency'],
  paramsUnder: ['body.'],
};
const reader = createReader(reading);
const others = createDecode(reading, [
  { host: 'pixels.spotify.com', path: /^\/v1\/config\/([^/]+)$/, kind: 'config' },
  { host: 'pixel.byspotify.com', path: /^\/ping(?:\.min)?\.js$/, kind: 'library' },
]);

export const spotify: Vendor = {
  facts: {
    id: vendor,
    name: 'Spotify',
    mark: 'Sp',
    consent: { required: true, source: 'Not in the IAB vendor list (searched by name in v45 of 2024-03)' },
    oncePerPage: [],
    apis: ['spdt'],
    wire: {
      reads: 'events of a batch',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/SpotifyPixel.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['pixels.spotify.com', 'pixel.byspotify.com'],
  decode(hit) {
    const { host, path } = hit.address;
    return host === 'pixels.spotify.com' && path === '/v1/ingest' ? ingest(hit) : others(hit);
  },
  readCall,
};

/** `{batch: [{pid, events: [{action, label, body}]}]}` */
function ingest(hit: Hit): Decoded | null {
  const body = bodyOf(hit);
  const shared = queryOf(hit, dictionary);
  const json = body.kind === 'json' && isObject(body.json) ? body.json : undefined;
  if (!json || !Array.isArray(json.batch)) {
    if (body.kind === 'none') return null;
    return opaque(hit, { vendor, reason: unreadReason(hit) ?? 'The body is no batch of events.' }, dictionary);
  }
  addJson(shared, json, 'body', 'batch');
  const parts: Sent<'body.'>[] = [];
  const accounts = new Set<string>();
  for (const one of json.batch as unknown[]) {
    if (!isObject(one)) continue;
    const account = textAt(one, 'pid');
    if (account !== undefined) accounts.add(account);
    const own = nothingSent(dictionary, { shared });
    addJson(own, one, 'body', Array.isArray(one.events) ? 'events' : undefined);
    shared.parameters.push(...own.parameters);
    for (const event of Array.isArray(one.events) ? (one.events as unknown[]) : []) {
      const part = nothingSent(dictionary, { shared: own, event: parts.length });
      addJson(part, event, 'body');
      parts.push(part);
    }
  }
  const events = parts.flatMap((part) => reader.event(part) ?? []);
  const [first] = parts;
  if (accounts.size === 0 || !first || events.length === 0)
    return opaque(hit, { vendor, reason: 'The batch names no pixel or no event.' }, dictionary);
  return complete(
    {
      kind: 'event',
      vendor,
      events,
      parameters: shared.parameters.concat(...parts.map(({ parameters }) => parameters)),
    },
    {
      accountId: [...accounts][0],
      accountIds: [...accounts],
      encoding: 'json-batch',
      pageUrl: textOf(first, at['body.url']),
      referrer: textOf(first, at['body.referrer']),
      role: 'main',
    },
  );
}

/** `spdt('conf', {key: '…'})`, `spdt('lead', {type: 'quote'})`: the command is the event. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, options] = args;
  if (typeof command !== 'string') return null;
  if (command !== 'conf') return { vendor, kind: 'event', event: command };
  const account = isObject(options) ? textAt(options, 'key') : undefined;
  return { vendor, kind: 'init', ...(account === undefined ? {} : { accounts: [account] }) };
}
