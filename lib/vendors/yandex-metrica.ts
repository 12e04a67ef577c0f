import type { DecodedEvent, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import type { PageApiCall } from './kit';
import { addJsonBelow, type Sent, textOf } from './sent';
import { simpleVendor } from './simple';

/**
 * Yandex Metrica. A goal is a page view of `goal://host/name`; `browser-info` holds `key:value` pairs. Calls:
 * https://yandex.com/support/metrica/objects/method-reference.html; hits sent by hand:
 * https://www.yandex.com/dev/metrika/en/data-import/measurement-upload.
 */
const vendor = 'yandex_metrica';

const dictionary = createDictionary(
  {
    'page-url': ['Page address', 'page'],
    'page-ref': ['Referrer', 'page'],
    'browser-info': ['About the hit and the browser', 'technical'],
    'browser-info.': ['About the hit and the browser', 'technical'],
    'browser-info.pv': ['Page view', 'event'],
    'browser-info.ar': ['Sent by a call', 'event'],
    'browser-info.gdpr': ['Answer to the banner', 'consent'],
    'browser-info.et': ['Event time', 'event'],
    'site-info': ['Visit parameters', 'event'],
    'site-info.': ['Visit parameter', 'event'],
    'site-info.order_price': ['Value', 'event'],
    'site-info.currency': ['Currency', 'event'],
    t: ['About the visitor', 'technical'],
    wmode: ['Answer format', 'technical'],
    charset: ['Character set', 'technical'],
    // Hits sent by hand.
    tid: ['Counter', 'event'],
    cid: ['Visitor id', 'user'],
    dl: ['Page address', 'page'],
    dr: ['Referrer', 'page'],
    dt: ['Page title', 'page'],
    ea: ['Goal', 'event'],
    pa: ['Action with a product', 'event'],
    ti: ['Order id', 'event'],
    tr: ['Revenue', 'event'],
    tcc: ['Coupon', 'event'],
    et: ['Event time', 'event'],
  },
  ['site-info.'],
);
const { at } = dictionary;

type YandexSent = Sent<(typeof dictionary.gathered)[number]>;

export const yandexMetrica = simpleVendor({
  facts: {
    id: vendor,
    name: 'Yandex Metrica',
    mark: 'Ym',
    consent: {
      required: true,
      atpId: 1033,
      source:
        'Not in the IAB vendor list (v45 of 2024-03); provider 1033 of Google’s Additional Consent list (support.google.com/admanager/answer/9681920)',
    },
    oncePerPage: [],
    apis: ['ym'],
    traits: ['replays-sessions'],
    wire: {
      reads: 'hits and goals',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['mc.yandex.ru', 'mc.yandex.com', 'mc.yandex.by', 'mc.yandex.kz', 'mc.yandex.com.tr'],
  paths: [
    { path: /^\/watch\/(\d+)(?:\/1)?\/?$/, kind: 'event' },
    { path: /^\/webvisor\/(\d+)\/?$/, kind: 'event', event: { name: 'webvisor', category: 'session_replay' } },
    { path: /^\/clmap\/(\d+)\/?$/, kind: 'event', event: { name: 'click map', category: 'auto' } },
    { path: /^\/collect\/?$/, kind: 'event' },
    { path: /^\/metrika\/(?:tag|watch)[^/]*\.js$/, kind: 'library' },
    { path: /^\/sync_cookie/, kind: 'sync' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['tid'],
    // The name is made of what was sent, below.
    unnamed: { name: 'hit', category: 'page_view' },
    json: ['site-info'],
    value: ['site-info.order_price', 'tr'],
    currency: ['site-info.currency'],
    orderId: ['ti'],
    paramsUnder: ['site-info.'],
    pageUrl: ['page-url', 'dl'],
    referrer: ['page-ref', 'dr'],
    consent(sent) {
      const gdpr = /gdpr\(([\d-]+)\)/.exec(textOf(sent, at.t) ?? '')?.[1] ?? infoOf(sent).gdpr;
      return gdpr === undefined ? undefined : { raw: { gdpr } };
    },
    refine(decoded, sent, hit) {
      const { path } = hit.address;
      if (path.startsWith('/metrika/')) {
        const id = /(?:^|&)id=(\d+)/.exec(hit.address.query)?.[1];
        if (id !== undefined) decoded.accountId = id;
        return decoded;
      }
      if (path.startsWith('/webvisor/') || path.startsWith('/clmap/')) decoded.automatic = true;
      const [event] = decoded.events;
      if (event && path.startsWith('/collect')) Object.assign(event, byHand(sent));
      if (!event || !path.startsWith('/watch/')) return decoded;
      Object.assign(event, hitOf(sent));
      if (event.category === 'auto') decoded.automatic = true;
      if (decoded.pageUrl !== undefined && !/^https?:/.test(decoded.pageUrl)) delete decoded.pageUrl;
      addJsonBelow(sent, 'browser-info', infoOf(sent), 'query');
      decoded.encoding = 'query';
      return decoded;
    },
  },
  readCall,
});

/** `pv:1:vf:abc` as pairs. */
function infoOf(sent: YandexSent): Record<string, string> {
  const parts = (textOf(sent, at['browser-info']) ?? '').split(':');
  const pairs: [string, string][] = [];
  for (let n = 0; n + 1 < parts.length; n += 2) pairs.push([parts[n] ?? '', parts[n + 1] ?? '']);
  return Object.fromEntries(pairs);
}

function hitOf(sent: YandexSent): Partial<DecodedEvent> {
  const url = textOf(sent, at['page-url']) ?? '';
  const goal = /^goal:\/\/[^/]*\/(.+)$/.exec(url)?.[1];
  if (goal !== undefined) return { name: goal, category: categoryByWords(goal), goal };
  const scheme = /^([a-z]+):\/\//.exec(url)?.[1];
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { name: scheme, category: 'auto' };
  const info = infoOf(sent);
  if (info.pv === '1' || textOf(sent, at['browser-info']) === undefined) return {};
  return { name: 'hit without page view', category: 'auto' };
}

function byHand(sent: YandexSent): Partial<DecodedEvent> {
  const action = textOf(sent, at.pa);
  if (action !== undefined) return { name: `ecommerce ${action}`, category: ecommerce[action] ?? 'custom' };
  const goal = textOf(sent, at.ea);
  return goal === undefined ? {} : { name: goal, category: categoryByWords(goal), goal };
}

const ecommerce: Readonly<Record<string, DecodedEvent['category']>> = {
  detail: 'view_content',
  add: 'add_to_cart',
  purchase: 'purchase',
};

/** `ym(91234567, 'reachGoal', 'lead')`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [id, command, name] = args;
  if (typeof command !== 'string') return null;
  const accounts = [String(id)];
  if (command === 'init') return { vendor, kind: 'init', accounts };
  if (command === 'hit') return { vendor, kind: 'event', event: 'hit', accounts };
  if (command === 'reachGoal' && typeof name === 'string') return { vendor, kind: 'event', event: name, accounts };
  return { vendor, kind: 'other', accounts };
}
