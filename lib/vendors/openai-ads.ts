import type { Category, Decoded, DecodedEvent, UserDataField, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import { bodyOf, complete, type Hit, opaque, type PageApiCall, queryOf, unreadReason, type Vendor } from './kit';
import { addJson, firstOf, nothingSent, type Sent, textOf, under } from './sent';
import { createDecode, createReader, type Reading } from './simple';
import { formOf, withField } from './user-data';

/**
 * OpenAI Ads measurement pixel: https://developers.openai.com/ads/measurement-pixel (calls, events, `event_id`, amounts in the smallest unit of
 * the currency); deduplication: https://developers.openai.com/ads/conversions-api.
 */
const vendor = 'openai_ads';

const vocabulary: Readonly<Record<string, Category>> = {
  page_viewed: 'page_view',
  contents_viewed: 'view_content',
  items_added: 'add_to_cart',
  checkout_started: 'initiate_checkout',
  order_created: 'purchase',
  lead_created: 'lead',
  appointment_scheduled: 'schedule',
  registration_completed: 'complete_registration',
  subscription_created: 'subscribe',
  trial_started: 'start_trial',
};

/** Currencies without a smaller unit (ISO 4217). */
const whole: ReadonlySet<string> = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));

const dictionary = createDictionary(
  {
    pid: ['Pixel', 'event'],
    st: ['Kind of script', 'technical'],
    sv: ['Version', 'technical'],
    t: ['Time sent', 'technical'],
    ec: ['Number of events', 'technical'],
    obref: ['Browser reference', 'user'],
    oppref: ['Click id', 'campaign'],
    type: ['Event', 'event'],
    id: ['Event id', 'event'],
    timestamp_ms: ['Event time', 'event'],
    source_url: ['Page address', 'page'],
    referrer_url: ['Referrer', 'page'],
    opt_out: ['Opted out', 'consent'],
    custom_event_name: ['Event of the site’s own', 'event'],
    'data.': ['Event data', 'event'],
    'data.amount': ['Value in the smallest unit', 'event'],
    'data.currency': ['Currency', 'event'],
    'data.consent': ['Consent', 'consent'],
    'data.contents.': ['Items', 'items'],
    'user.': ['User data', 'user'],
  },
  ['data.', 'user.'],
);
const { at } = dictionary;
type OpenAiSent = Sent<'data.' | 'user.'>;

const reading: Reading<keyof typeof at, 'data.' | 'user.'> = {
  vendor,
  dictionary,
  account: ['pid'],
  event: ['type'],
  vocabulary,
  eventId: ['id'],
  value: ['data.amount'],
  currency: ['data.currency'],
  paramsUnder: ['data.'],
};
const reader = createReader(reading);
const others = createDecode(reading, [
  { host: 'bzrcdn.openai.com', path: /^\/pixel-config\/v1\/([^/]+)\.json$/, kind: 'config' },
  { host: 'bzrcdn.openai.com', path: /^\/sdk\/oaiq(?:\.min)?\.js$/, kind: 'library' },
]);

export const openaiAds: Vendor = {
  facts: {
    id: vendor,
    name: 'OpenAI Ads',
    mark: 'Oa',
    consent: {
      required: true,
      source: 'developers.openai.com/ads/measurement-pixel; younger than the vendor list that was searched',
    },
    oncePerPage: [],
    dedup: {
      idName: 'event_id',
      window: 'an unpublished window',
      windowMs: 48 * 3_600_000,
      source: 'https://developers.openai.com/ads/conversions-api',
    },
    apis: ['oaiq'],
    traits: ['scrapes-forms', 'matches-by-hash'],
    wire: { reads: 'events of a list', source: 'https://developers.openai.com/ads/conversions-api', verified: '2026-11-23' },
  },
  hosts: ['bzr.openai.com', 'bzrcdn.openai.com'],
  decode(hit) {
    const { host, path } = hit.address;
    return host === 'bzr.openai.com' && path === '/v1/sdk/events' ? eventsOf(hit) : others(hit);
  },
  readCall,
};

function eventsOf(hit: Hit): Decoded | null {
  const shared = queryOf(hit, dictionary);
  const accountId = textOf(shared, at.pid);
  if (accountId === undefined) return null;
  const body = bodyOf(hit);
  const json = body.kind === 'json' && isObject(body.json) ? body.json : undefined;
  if (!json || !Array.isArray(json.events)) {
    if (body.kind === 'none') return null;
    return opaque(hit, { vendor, accountId, reason: unreadReason(hit) ?? 'The body is no list of events.' }, dictionary);
  }
  addJson(shared, json, 'body', 'events');
  const parts: OpenAiSent[] = json.events.map((entry: unknown, event) => {
    const part = nothingSent(dictionary, { shared, event });
    addJson(part, entry, 'body');
    return part;
  });
  const told = parts.filter((part) => !/^o(?:pen)?ai::/.test(textOf(part, at.type) ?? 'oai::'));
  const [first] = told;
  const consent = parts.map((part) => textOf(part, at['data.consent'])).find((said) => said !== undefined);
  const out = told.some((part) => textOf(part, at.opt_out) === 'true');
  return complete(
    {
      kind: first ? 'event' : 'telemetry',
      vendor,
      events: told.flatMap(eventOf),
      parameters: shared.parameters.concat(...parts.map(({ parameters }) => parameters)),
    },
    {
      accountId,
      encoding: 'json-batch',
      pageUrl: first && textOf(first, at.source_url),
      referrer: first && firstOf(first, at.referrer_url),
      consent: consent === undefined && !out ? undefined : { granted: consent === 'true' && !out },
      userData: userDataOf(shared),
      role: first ? 'main' : undefined,
    },
  );
}

/** The script gives an event without an id of the site's a random one (UUID, version 4): it deduplicates nothing. */
function eventOf(part: OpenAiSent): DecodedEvent[] {
  const event = reader.event(part);
  if (!event) return [];
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(event.eventId ?? '')) delete event.eventId;
  if (event.value !== undefined && !whole.has(event.currency?.toUpperCase() ?? '')) event.value /= 100;
  const own = textOf(part, at.custom_event_name);
  if (event.name === 'custom' && own !== undefined) event.name = own;
  return [event];
}

/** `user.in` was passed by the site, the rest was found on the page. Country, city and postcode are sent in clear by design. */
function userDataOf(shared: OpenAiSent): UserDataField[] | undefined {
  let fields: UserDataField[] | undefined;
  for (const [path, value] of Object.entries(under(shared, 'user.') ?? {})) {
    const key = path.slice(path.lastIndexOf('.') + 1);
    const form = formOf(value);
    if (form !== 'clear' || value.includes('@')) fields = withField(fields, { key, form });
  }
  return fields;
}

/** `oaiq('init', {pixelId})`, `oaiq('measure', 'lead_created', {…}, {event_id})` */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, first, , options] = args;
  if (command === 'init') {
    const account = isObject(first) ? textAt(first, 'pixelId') : undefined;
    return { vendor, kind: 'init', ...(account === undefined ? {} : { accounts: [account] }) };
  }
  if (command === 'consent') return { vendor, kind: 'consent' };
  if (command !== 'measure') return typeof command === 'string' ? { vendor, kind: 'other' } : null;
  if (typeof first !== 'string') return { vendor, kind: 'other' };
  const said = isObject(options) ? options : {};
  const eventId = textAt(said, 'event_id');
  const event = first === 'custom' ? (textAt(said, 'custom_event_name') ?? first) : first;
  return { vendor, kind: 'event', event, ...(eventId === undefined ? {} : { eventId }) };
}
