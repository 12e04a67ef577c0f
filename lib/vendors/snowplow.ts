import type { Decoded, DecodedEvent, VendorCall } from '../model';
import { createBatchAnswer, jsonInText, messagesIn } from './batch';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { isObject, textAt } from './json-reading';
import { bodyOf, type Hit, opaque, type PageApiCall, queryOf, unreadReason, type Vendor } from './kit';
import { addJsonBelow, type Sent, textOf } from './sent';

/**
 * Snowplow, whose collectors stand at their owners' hosts. Parameters: https://docs.snowplow.io/docs/fundamentals/canonical-event/ and
 * https://docs.snowplow.io/docs/events/going-deeper/http-requests/; the path may be the owner's own, the schema of the body tells it all the same.
 */
const vendor = 'snowplow';

const dictionary = createDictionary({
  schema: ['Schema', 'technical'],
  e: ['Kind of event', 'event'],
  eid: ['Event id', 'event'],
  aid: ['Application', 'event'],
  p: ['Platform', 'technical'],
  tv: ['Version of the library', 'technical'],
  tna: ['Tracker', 'technical'],
  url: ['Page address', 'page'],
  page: ['Page title', 'page'],
  refr: ['Referrer', 'page'],
  dtm: ['Event time', 'event'],
  stm: ['Sent at', 'technical'],
  ttm: ['True time of the event', 'event'],
  uid: ['User id', 'user'],
  duid: ['Browser id', 'user'],
  nuid: ['Network user id', 'user'],
  sid: ['Session', 'user'],
  vid: ['Number of the visit', 'user'],
  ip: ['Network address', 'technical'],
  ua: ['Browser', 'technical'],
  lang: ['Language', 'technical'],
  cs: ['Character set', 'technical'],
  cd: ['Colour depth', 'technical'],
  tz: ['Time zone', 'technical'],
  res: ['Screen size', 'technical'],
  vp: ['Window size', 'technical'],
  ds: ['Document size', 'technical'],
  cookie: ['Cookies allowed', 'technical'],
  se_ca: ['Category', 'event'],
  se_ac: ['Action', 'event'],
  se_la: ['Label', 'event'],
  se_pr: ['Property', 'event'],
  se_va: ['Value', 'event'],
  ue_pr: ['Event, as JSON', 'event'],
  ue_px: ['Event, in base64', 'event'],
  'ue_pr.data.schema': ['Schema of the event', 'event'],
  'ue_pr.': ['Event', 'event'],
  co: ['Entities, as JSON', 'technical'],
  cx: ['Entities, in base64', 'technical'],
  'co.': ['Entity', 'technical'],
  tr_id: ['Order id', 'event'],
  tr_af: ['Shop', 'event'],
  tr_tt: ['Total', 'event'],
  tr_tx: ['Tax', 'event'],
  tr_sh: ['Shipping', 'event'],
  tr_cu: ['Currency', 'event'],
  ti_id: ['Order id', 'event'],
  ti_sk: ['Article', 'items'],
  ti_nm: ['Article', 'items'],
  ti_ca: ['Category', 'items'],
  ti_pr: ['Price', 'items'],
  ti_qu: ['Quantity', 'items'],
  ti_cu: ['Currency', 'items'],
  pp_mix: ['Scrolled, left', 'event'],
  pp_max: ['Scrolled, right', 'event'],
  pp_miy: ['Scrolled, top', 'event'],
  pp_may: ['Scrolled, bottom', 'event'],
});
const { at } = dictionary;

export const snowplow: Vendor = {
  facts: {
    id: vendor,
    name: 'Snowplow',
    mark: 'Sp',
    consent: {
      required: true,
      source:
        'Sets an identifier unless told not to: https://docs.snowplow.io/docs/sources/trackers/web-trackers/anonymous-tracking/',
    },
    oncePerPage: [],
    apis: ['snowplow'],
    traits: ['routes-first-party'],
    wire: {
      reads: 'events of its protocol',
      source: 'https://docs.snowplow.io/docs/events/going-deeper/event-parameters/',
      verified: '2026-11-23',
    },
  },
  hosts: ['collector.snplow.net'],
  decode: read,
  shape: {
    marks: ['/com.snowplowanalytics.snowplow/', '/i?'],
    mayBe: ({ url, body }) =>
      url.includes('/com.snowplowanalytics.snowplow/tp') ||
      (url.includes('/i?') && /[?&]e=(?:pv|pp|se|ue|tr|ti)(?:&|$)/.test(url) && /[?&]tv=[a-z]/.test(url)) ||
      (body?.includes('iglu:com.snowplowanalytics.snowplow/payload_data/') ?? false),
    decode: read,
  },
  readCall,
};

const answer = createBatchAnswer({
  reading: {
    vendor,
    dictionary,
    account: ['aid'],
    eventId: ['eid'],
    value: ['se_va', 'tr_tt'],
    currency: ['tr_cu', 'ti_cu'],
    orderId: ['tr_id', 'ti_id'],
    label: ['se_la'],
    params: ['page', 'se_ca', 'se_ac', 'se_la', 'se_pr', 'se_va', 'tr_id', 'tr_tt', 'tr_cu', 'ti_sk', 'ti_nm', 'ti_pr', 'ti_qu'],
    pageUrl: ['url'],
    referrer: ['refr'],
    integration: ['tv'],
  },
  named,
});

function read(hit: Hit): Decoded | null {
  const query = queryOf(hit, dictionary);
  const body = bodyOf(hit);
  if (body.kind === 'none') {
    if (!/\/i\/?$/.test(hit.address.path)) return null;
    openJson(query);
    return answer(hit, { shared: query, messages: [query], isBatch: false }, { encoding: 'query', anyHost: true });
  }
  if (body.kind !== 'json' || !isObject(body.json) || !(textAt(body.json, 'schema') ?? '').includes('/payload_data/')) {
    const reason = unreadReason(hit) ?? 'The body is not the JSON that Snowplow’s tracker sends.';
    return hit.address.path.includes('/com.snowplowanalytics.snowplow/') ? opaque(hit, { vendor, reason }, dictionary) : null;
  }
  const batch = messagesIn(query, body.json, { lists: ['data'] });
  for (const sent of batch.messages) openJson(sent);
  return answer(hit, batch, { encoding: 'json-batch', anyHost: true });
}

/** Events of the owner's own kind, and the entities beside an event, are JSON: plain or in base64. */
function openJson(sent: Sent<never>): void {
  const event = textOf(sent, at.ue_px) ?? textOf(sent, at.ue_pr);
  if (event !== undefined) addJsonBelow(sent, 'ue_pr', jsonInText(event)?.json, 'body');
  const entities = textOf(sent, at.cx) ?? textOf(sent, at.co);
  if (entities !== undefined) addJsonBelow(sent, 'co', jsonInText(entities)?.json, 'body');
}

type Named = Pick<DecodedEvent, 'name' | 'category'>;

function named(sent: Sent<never>): Named | undefined {
  switch (textOf(sent, at.e)) {
    case 'pv':
      return { name: 'page view', category: 'page_view' };
    case 'pp':
      return { name: 'page ping', category: 'engagement' };
    case 'se': {
      const name = [at.se_ca, at.se_ac].map((slot) => textOf(sent, slot)).filter((part) => part !== undefined);
      return { name: name.join(' / ') || 'structured event', category: categoryByWords(name.join(' ')) };
    }
    case 'ue':
      return ownEvent(textOf(sent, at['ue_pr.data.schema']));
    case 'tr':
      return { name: 'transaction', category: 'purchase' };
    case 'ti':
      return { name: 'transaction item', category: 'custom' };
    default:
      return undefined;
  }
}

/** `iglu:com.acme/lead_sent/jsonschema/1-0-0` is `lead_sent`; Snowplow's own kinds of event are its plugins'. */
function ownEvent(schema: string | undefined): Named {
  const [, maker, name] = /^iglu:([^/]+)\/([^/]+)\//.exec(schema ?? '') ?? [];
  if (name === undefined) return { name: 'self-describing event', category: 'custom' };
  if (maker !== 'com.snowplowanalytics.snowplow') return { name, category: categoryByWords(name) };
  return { name, category: name === 'submit_form' ? 'form_submit' : 'auto' };
}

/** `snowplow('trackPageView')`, `snowplow('trackStructEvent', {category, action})`, also with `:tracker` behind the command (https://docs.snowplow.io/docs/sources/trackers/web-trackers/tracking-events/). */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [first, options] = args;
  if (typeof first !== 'string') return null;
  const [command = ''] = first.split(':', 1);
  if (command === 'newTracker') return { vendor, kind: 'init' };
  const event = eventOfCall(command, isObject(options) ? options : {});
  return event === undefined ? { vendor, kind: 'other' } : { vendor, kind: 'event', event };
}

function eventOfCall(command: string, options: Record<string, unknown>): string | undefined {
  if (command === 'trackPageView') return 'page view';
  if (command === 'trackStructEvent')
    return [textAt(options, 'category'), textAt(options, 'action')].filter((part) => part !== undefined).join(' / ');
  if (command !== 'trackSelfDescribingEvent') return undefined;
  const event = isObject(options.event) ? options.event : {};
  return ownEvent(textAt(event, 'schema')).name;
}
