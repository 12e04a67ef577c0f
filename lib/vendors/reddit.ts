import type { CarriedConsent, Category, UserDataField } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import { firstOf, type Sent, textOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';
import { formOf, withField } from './user-data';

/**
 * Reddit Pixel. Events and their data: https://business.reddithelp.com/s/article/supported-conversion-events; deduplication by the conversion id
 * and the event: https://business.reddithelp.com/s/article/event-deduplication. Its script sends a hash of the conversion id.
 */
const vendor = 'reddit';

const vocabulary: Readonly<Record<string, Category>> = {
  PageVisit: 'page_view',
  ViewContent: 'view_content',
  Search: 'search',
  AddToCart: 'add_to_cart',
  AddToWishlist: 'add_to_wishlist',
  Purchase: 'purchase',
  Lead: 'lead',
  SignUp: 'complete_registration',
};

const dictionary = createDictionary({
  id: ['Pixel', 'event'],
  event: ['Event', 'event'],
  'm.customEventName': ['Event of the site’s own', 'event'],
  'm.conversionId': ['Event id, hashed', 'event'],
  'm.valueDecimal': ['Value', 'event'],
  'm.value': ['Value, whole number', 'event'],
  'm.currency': ['Currency', 'event'],
  'm.itemCount': ['Number of items', 'event'],
  'm.transactionId': ['Order id', 'event'],
  'm.products': ['Items', 'items'],
  em: ['E-mail, hashed', 'user'],
  pn: ['Telephone, hashed', 'user'],
  external_id: ['Customer id, hashed', 'user'],
  auto_em: ['E-mails found on the page, hashed', 'user'],
  auto_pn: ['Telephones found on the page, hashed', 'user'],
  uuid: ['Browser id', 'user'],
  aaid: ['Device id', 'user'],
  opt_out: ['Opted out', 'consent'],
  dpm: ['Data processing mode', 'consent'],
  dpcc: ['Data processing country', 'consent'],
  dprc: ['Data processing region', 'consent'],
  esurl: ['Page address', 'page'],
  integration: ['Integration', 'technical'],
  v: ['Version', 'technical'],
  ts: ['Event time', 'event'],
  sh: ['Screen height', 'technical'],
  sw: ['Screen width', 'technical'],
});
const { at } = dictionary;

const calls = trackCall({
  vendor,
  init: ['init'],
  track: ['track'],
});

export const reddit = simpleVendor({
  facts: {
    id: vendor,
    name: 'Reddit',
    mark: 'Re',
    consent: { required: true, source: 'Not in the IAB vendor list (searched by name in v45 of 2024-03)' },
    oncePerPage: ['page_view'],
    dedup: {
      idName: 'conversionId',
      window: '2 days',
      windowMs: 48 * 3_600_000,
      source: 'https://business.reddithelp.com/s/article/event-deduplication',
    },
    apis: ['rdt'],
    traits: ['scrapes-forms', 'matches-by-hash'],
    wire: {
      reads: 'events with parameters and matched data',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/RedditPixel.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['alb.reddit.com', 'pixel-config.reddit.com', 'www.redditstatic.com'],
  paths: [
    { host: 'alb.reddit.com', path: /^\/(?:rp(?:\.gif)?|snoo\.gif)$/, kind: 'event' },
    { host: 'pixel-config.reddit.com', path: /^\/pixels\/([^/]+)\/config$/, kind: 'config' },
    { host: 'www.redditstatic.com', path: '/ads/pixel.js', kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['id'],
    event: ['event'],
    unnamed: { name: 'PageVisit', category: 'page_view' },
    vocabulary,
    eventId: ['m.conversionId'],
    // The unit of `m.value` is not documented: it stays a parameter.
    value: ['m.valueDecimal'],
    currency: ['m.currency'],
    orderId: ['m.transactionId'],
    params: ['m.itemCount', 'm.products'],
    pageUrl: ['esurl'],
    integration: ['integration'],
    userData: ['em', 'pn', 'external_id'],
    consent: consentOf,
    refine(decoded, sent) {
      const [event] = decoded.events;
      const own = textOf(sent, at['m.customEventName']);
      if (event?.name === 'Custom' && own !== undefined) event.name = own;
      if (event?.eventId !== undefined && formOf(event.eventId) === 'sha256') event.eventIdHashed = true;
      const fields = foundOnPage(sent, decoded.userData);
      if (fields) decoded.userData = fields;
      return decoded;
    },
  },
  /** Without the conversion id: the wire carries its hash, which a call cannot be compared with. */
  readCall(call) {
    const read = calls(call);
    const options = call.args[2];
    if (read?.event !== 'Custom' || !isObject(options)) return read;
    return { ...read, event: textAt(options, 'customEventName') ?? 'Custom' };
  },
});

/** `auto_em` is a list, `auto_pn` a list of `weight~hash`. */
function foundOnPage(sent: Sent, known: UserDataField[] | undefined): UserDataField[] | undefined {
  let fields = known;
  for (const one of textOf(sent, at.auto_em)?.split(',') ?? [])
    if (one !== '') fields = withField(fields, { key: 'auto_em', form: formOf(one) });
  for (const one of textOf(sent, at.auto_pn)?.split('|') ?? [])
    if (one !== '') fields = withField(fields, { key: 'auto_pn', form: formOf(one.slice(one.indexOf('~') + 1)) });
  return fields;
}

/** Not to have opted out is no consent. */
function consentOf(sent: Sent): CarriedConsent | undefined {
  const out = firstOf(sent, at.opt_out);
  const mode = textOf(sent, at.dpm);
  if (out !== '1' && mode === undefined) return undefined;
  const country = textOf(sent, at.dpcc);
  const state = textOf(sent, at.dprc);
  return {
    ...(out === '1' ? { granted: false } : {}),
    ...(mode === undefined ? {} : { ldu: true }),
    ...(country === undefined ? {} : { country }),
    ...(state === undefined ? {} : { state }),
    raw: { ...(out === undefined ? {} : { opt_out: out }), ...(mode === undefined ? {} : { dpm: mode }) },
  };
}
