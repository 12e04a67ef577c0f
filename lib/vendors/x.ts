import { parseJson } from './body';
import { createDictionary } from './dictionary';
import { numberOf } from './numbers';
import { firstOf, type Sent, textOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';

/**
 * X (Twitter) pixel. The kind of an event `tw-<pixel>-<event>` is set in Events Manager, not on the wire:
 * https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites. Deduplication by `conversion_id`:
 * https://docs.x.com/x-ads-api/measurement/web-conversions. Its script sends every hit to two hosts.
 */
const vendor = 'x';

const dictionary = createDictionary(
  {
    txn_id: ['Pixel or event', 'event'],
    event: ['Event data', 'event'],
    events: ['Events, older format', 'event'],
    'event.': ['Event data', 'event'],
    'event.value': ['Value', 'event'],
    'event.currency': ['Currency', 'event'],
    'event.conversion_id': ['Event id', 'event'],
    'event.email_address': ['E-mail', 'user'],
    'event.phone_number': ['Telephone', 'user'],
    'event.contents.': ['Items', 'items'],
    event_id: ['Id of the hit', 'technical'],
    pl_id: ['Page load id', 'technical'],
    tw_document_href: ['Page address', 'page'],
    tw_document_referrer: ['Referrer', 'page'],
    tw_iframe_status: ['In a frame', 'page'],
    tw_sale_amount: ['Value', 'event'],
    tw_order_quantity: ['Quantity', 'event'],
    twpid: ['Browser id', 'user'],
    pt: ['Page title', 'page'],
    p_id: ['Partner', 'technical'],
    integration: ['Integration', 'technical'],
    type: ['Kind of request', 'technical'],
    version: ['Version', 'technical'],
    dv: ['Device', 'technical'],
    restricted_data_use: ['Restricted data use', 'consent'],
  },
  ['event.'],
);
const { at } = dictionary;

export const x = simpleVendor({
  facts: {
    id: vendor,
    name: 'X',
    mark: 'Tw',
    consent: { required: true, source: 'Not in the IAB vendor list (searched by name in v45 of 2024-03)' },
    oncePerPage: ['page_view'],
    dedup: {
      idName: 'conversion_id',
      window: 'an unpublished window',
      windowMs: 48 * 3_600_000,
      source: 'https://docs.x.com/x-ads-api/measurement/web-conversions',
    },
    aliases: { PageView: ['pageview'] },
    apis: ['twq'],
    traits: ['matches-by-hash'],
    wire: {
      reads: 'events with their parameters',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Twitter.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['analytics.twitter.com', 'analytics.x.com', 't.co', 'static.ads-twitter.com'],
  paths: [
    { host: 't.co', path: /^\/(?:1\/)?i\/adsctp?$/, kind: 'mirror', role: 't.co' },
    { path: /^\/(?:1\/)?i\/adsctp?$/, kind: 'event' },
    { host: 'static.ads-twitter.com', path: /^\/(?:uwt|oct)\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['txn_id'],
    unnamed: { name: 'PageView', category: 'page_view' },
    json: ['event'],
    eventId: ['event.conversion_id'],
    value: ['event.value'],
    currency: ['event.currency'],
    paramsUnder: ['event.'],
    pageUrl: ['tw_document_href'],
    referrer: ['tw_document_referrer'],
    integration: ['integration'],
    userData: ['event.email_address', 'event.phone_number'],
    refine(decoded, sent) {
      const [event] = decoded.events;
      const txn = textOf(sent, at.txn_id);
      if (!event || txn === undefined) return decoded;
      const pixel = /^tw-([a-z0-9]+)-[a-z0-9]+$/i.exec(txn)?.[1];
      const older = olderEvent(sent);
      if (pixel !== undefined) {
        decoded.accountId = pixel;
        event.name = txn;
        event.conversionId = txn;
        event.category = 'conversion';
      } else if (older !== undefined) {
        event.name = older;
        event.category = older === 'pageview' ? 'page_view' : 'conversion';
      }
      if (older !== undefined) decoded.encoding = 'query+json';
      const sale = textOf(sent, at.tw_sale_amount);
      if (event.value === undefined && sale !== undefined && sale !== '0') {
        const value = numberOf(sale);
        if (value !== undefined) event.value = value;
      }
      if (firstOf(sent, at.type) === 'image') decoded.noscript = true;
      decoded.foldKey = `${txn}|${textOf(sent, at.event_id) ?? ''}`;
      return decoded;
    },
  },
  readCall: trackCall({ vendor, init: ['config', 'init'], track: ['event', 'track'], eventId: ['conversion_id'] }),
});

/** `[["pageview",{}]]` */
function olderEvent(sent: Sent): string | undefined {
  const list = parseJson(textOf(sent, at.events) ?? '');
  const [first] = Array.isArray(list) ? (list as unknown[]) : [];
  const name: unknown = Array.isArray(first) ? first[0] : undefined;
  return typeof name === 'string' ? name : undefined;
}
