import type { Category, Decoded, DecodedEvent } from '../model';
import { decodeText } from './decode-text';
import { createDictionary } from './dictionary';
import { consentLabels, consentReader } from './google-consent';
import { googleCountryHosts } from './google-hosts';
import { googleUserData } from './google-user-data';
import { gtagCall } from './gtag-call';
import {
  categoryOf,
  complete,
  completeEvent,
  fieldsOf,
  type Hit,
  isFirstParty,
  plainAnswer,
  unreadReason,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { firstOf, type Sent, setOwn, textOf, under } from './sent';

/**
 * Google Ads. A conversion's kind is set in the account: on the wire stands its label only. One conversion leaves up to five requests, each
 * with a role of its own. Transaction id: https://support.google.com/google-ads/answer/6386790; enhanced conversions:
 * https://support.google.com/google-ads/answer/13258081. The wire format is not documented by Google; it is as the tag sends it.
 */
const vendor = 'google_ads';

/** Remarketing events: https://developers.google.com/tag-platform/gtagjs/reference/events */
const vocabulary: Readonly<Record<string, Category>> = {
  conversion: 'conversion',
  page_view: 'page_view',
  'gtag.config': 'page_view',
  view_item: 'view_content',
  view_item_list: 'view_content',
  search: 'search',
  view_search_results: 'search',
  add_to_cart: 'add_to_cart',
  add_to_wishlist: 'add_to_wishlist',
  begin_checkout: 'initiate_checkout',
  purchase: 'purchase',
  generate_lead: 'lead',
  sign_up: 'complete_registration',
  form_submit: 'form_submit',
  form_start: 'engagement',
  scroll: 'engagement',
  user_engagement: 'engagement',
};

const dictionary = createDictionary(
  {
    ...consentLabels,
    label: ['Conversion label', 'event'],
    en: ['Event', 'event'],
    value: ['Value', 'event'],
    currency_code: ['Currency', 'event'],
    oid: ['Transaction id', 'event'],
    tid: ['Account', 'event'],
    tids: ['Accounts', 'event'],
    cu: ['Currency', 'event'],
    'epn.': ['Event parameter, number', 'event'],
    'ep.': ['Event parameter', 'event'],
    data: ['Event data', 'event'],
    item: ['Items', 'items'],
    em: ['User-provided data', 'user'],
    ec_mode: ['How user-provided data was found', 'user'],
    auid: ['Conversion linker id (_gcl_au)', 'user'],
    gclaw: ['Click id (_gcl_aw)', 'campaign'],
    gclid: ['Click id', 'campaign'],
    wbraid: ['Click id (web to app)', 'campaign'],
    gbraid: ['Click id (app)', 'campaign'],
    url: ['Page address', 'page'],
    dl: ['Page address', 'page'],
    ref: ['Referrer', 'page'],
    dr: ['Referrer', 'page'],
    tiba: ['Page title', 'page'],
    dt: ['Page title', 'page'],
    guid: null,
    script: null,
    random: ['Request number', 'technical'],
    fmt: ['Answer format', 'technical'],
    gtm: ['Tag Manager container print', 'technical'],
    capi: ['Enhanced conversion', 'technical'],
  },
  ['ep.', 'epn.'],
);
const { at } = dictionary;
const googleConsent = consentReader(at);

/** What a path is: product, whether the request is the event or a copy, and its role among the parallel requests. */
interface Route {
  product: string;
  kind: 'event' | 'mirror';
  role: string;
}

/** By the two words in front of the account: `/pagead/conversion/778899001/`. */
const routes: ReadonlyMap<string, Route> = new Map([
  ['pagead/conversion', { product: 'conversion', kind: 'event', role: 'main' }],
  ['ccm/conversion', { product: 'conversion', kind: 'mirror', role: 'ccm' }],
  ['pagead/viewthroughconversion', { product: 'remarketing', kind: 'event', role: 'main' }],
  ['pagead/1p-conversion', { product: 'conversion', kind: 'mirror', role: '1p' }],
  ['pagead/1p-user-list', { product: 'remarketing', kind: 'mirror', role: '1p' }],
  ['rmkt/collect', { product: 'remarketing', kind: 'event', role: 'rmkt' }],
  ['td/rul', { product: 'remarketing', kind: 'mirror', role: 'td' }],
]);

/** What these two are when they say `en=conversion`: copies of a conversion. */
const conversionCopies: ReadonlyMap<string, Route> = new Map([
  ['pagead/viewthroughconversion', { product: 'conversion', kind: 'mirror', role: 'viewthrough' }],
  ['td/rul', { product: 'conversion', kind: 'mirror', role: 'td' }],
]);

export const googleAds: Vendor = {
  facts: {
    id: vendor,
    name: 'Google Ads',
    mark: 'Ad',
    consent: {
      required: true,
      gvlId: 755,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 9, 10],
      consentModeTypes: ['ad_storage', 'ad_user_data', 'ad_personalization'],
      source:
        'IAB vendor list entry 755, Google Advertising Products; developers.google.com/tag-platform/security/concepts/consent-mode',
    },
    storage: { names: ['_gcl_*'], source: 'business.safety.google/adscookies' },
    oncePerPage: [],
    dedup: {
      idName: 'transaction_id',
      window: 'the life of the conversion action',
      windowMs: 90 * 24 * 3_600_000,
      source: 'https://support.google.com/google-ads/answer/6386790',
    },
    apis: ['gtag'],
    traits: ['scrapes-forms', 'matches-by-hash', 'routes-first-party'],
    wire: {
      reads: 'conversions, remarketing, consent and user data',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/GoogleAds.js',
      verified: '2026-11-23',
    },
  },
  hosts: [
    'googleadservices.com',
    'googleads.g.doubleclick.net',
    'pagead2.googlesyndication.com',
    'td.doubleclick.net',
    'ad.doubleclick.net',
    googleCountryHosts,
  ],
  decode(hit) {
    const { path, host } = hit.address;
    if (path.startsWith('/ccm/s/')) return host === 'ad.doubleclick.net' ? telemetry(hit) : null;
    if (host === 'ad.doubleclick.net') return null;
    return read(hit, path) ?? library(hit, path);
  },
  shape: {
    marks: ['/ccm/', '/pagead/', '/rmkt/'],
    // A tag gateway or a server container: Google's own path behind one of the site's.
    mayBe: ({ url }) => ownPath.test(url),
    decode(hit) {
      const path = /^.*(\/(?:ccm|pagead|rmkt)\/.+)$/.exec(hit.address.path)?.[1];
      const found = path === undefined ? null : read(hit, path);
      if (!found) return null;
      // There the `ccm` request is the conversion itself, not a twin of one.
      if (found.role === 'ccm') found.kind = 'event';
      if (found.role !== undefined) found.role = found.role === 'main' ? 'server' : `server-${found.role}`;
      found.firstParty = isFirstParty(hit, found.pageUrl);
      return found;
    },
  },
  readCall: gtagCall,
};

const ownPath =
  /\/(?:ccm\/(?:collect|conversion\/\d|form-data\/\d)|pagead\/(?:conversion|viewthroughconversion|1p-conversion|1p-user-list|form-data)\/\d|rmkt\/collect\/\d)/;

function read(hit: Hit, path: string): Decoded | null {
  if (path === '/ccm/collect' || path === '/ccm/collect/') return measurement(hit);
  const found = /^\/([a-z]+\/[a-z0-9-]+)\/(\d+)\/?$/.exec(path);
  const words = found?.[1] ?? '';
  const accountId = `AW-${found?.[2]}`;
  if (words === 'ccm/form-data' || words === 'pagead/form-data') return formData(hit, accountId);
  const route = routes.get(words);
  if (!route) return null;
  const { sent } = fieldsOf(hit, dictionary);
  const copy = firstOf(sent, at.en) === 'conversion' ? conversionCopies.get(words) : undefined;
  return conversion(hit, sent, { accountId, route: copy ?? route });
}

type AdsSent = Sent<(typeof dictionary.gathered)[number]>;

function conversion(hit: Hit, sent: AdsSent, { accountId, route }: { accountId: string; route: Route }): Decoded {
  const event = eventOf(sent, route.product);
  return answer(hit, sent, {
    kind: route.kind,
    accountId,
    product: route.product,
    events: [event],
    noscript: firstOf(sent, at.script) === '0' && firstOf(sent, at.guid) !== undefined,
    role: route.role,
    foldKey: `${route.product}|${accountId}|${event.name}|${event.label ?? ''}|${event.value ?? ''}`,
  });
}

function eventOf(sent: AdsSent, product: string): DecodedEvent {
  const data = dataOf(textOf(sent, at.data));
  const more = under(sent, 'ep.', 'epn.');
  const item = textOf(sent, at.item);
  const name = textOf(sent, at.en) ?? data?.event ?? (product === 'conversion' ? 'conversion' : 'remarketing');
  let params = more;
  if (data) {
    const { event: _name, ...rest } = data;
    params = { ...rest, ...more };
  }
  if (item !== undefined) params = { ...params, item };
  return completeEvent(
    { name, category: meaningOf(name, product) },
    {
      value: numberOf(textOf(sent, at.value) ?? params?.value),
      currency: textOf(sent, at.currency_code) ?? textOf(sent, at.cu) ?? (params?.currency || undefined),
      orderId: textOf(sent, at.oid),
      label: product === 'conversion' ? textOf(sent, at.label) : undefined,
      items: itemsOf(item),
      params: isBare(params) ? undefined : params,
    },
  );
}

function isBare(record: object | undefined): boolean {
  for (const _key in record) return false;
  return true;
}

function meaningOf(name: string, product: string): Category {
  if (product === 'conversion') return 'conversion';
  if (name === 'remarketing') return 'remarketing';
  const category = categoryOf(vocabulary, name);
  return category === 'custom' ? 'remarketing' : category;
}

/** `data=event=add_to_cart;id=SKU-9;value=89.9`; a `+` in it is a plus. */
function dataOf(data: string | undefined): Record<string, string> | undefined {
  if (data === undefined) return undefined;
  const said: Record<string, string> = {};
  for (const piece of data.split(';')) {
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    const key = equals < 0 ? piece : piece.slice(0, equals);
    setOwn(said, decodeInner(key), equals < 0 ? '' : decodeInner(piece.slice(equals + 1)));
  }
  return said;
}

function decodeInner(text: string): string {
  return text.includes('%') ? decodeText(text.replaceAll('+', '%2B')) : text;
}

/** `(89.9*1*SKU-9**)(15*2*SKU-12**)`: price, quantity and id of each item. */
function itemsOf(item: string | undefined): Record<string, string | number>[] {
  if (item === undefined) return [];
  return [...item.slice(0, 20_000).matchAll(/\(([^()*]*)\*([^()*]*)\*([^()*]*)[^()]*\)/g)].map(([, price, quantity, id]) => {
    const one: Record<string, string | number> = {};
    if (id) one.id = id;
    if (price) one.price = numberOf(price) ?? price;
    if (quantity) one.quantity = numberOf(quantity) ?? quantity;
    return one;
  });
}

/** `ccm/collect`: measurement of page views and events, account in `tid`. */
function measurement(hit: Hit): Decoded | null {
  const { sent } = fieldsOf(hit, dictionary);
  const accounts = (textOf(sent, at.tid) ?? textOf(sent, at.tids) ?? '')
    .split(/[~,.]/)
    .filter((one) => /^(?:AW|G|GT|DC)-/.test(one));
  const [accountId] = accounts;
  if (accountId === undefined) return null;
  const isEvent = textOf(sent, at.en) !== undefined;
  return answer(hit, sent, {
    kind: isEvent ? 'event' : 'telemetry',
    accountId,
    accountIds: accounts,
    product: 'measurement',
    events: isEvent ? [eventOf(sent, 'measurement')] : [],
    role: isEvent ? 'main' : undefined,
  });
}

function formData(hit: Hit, accountId: string): Decoded {
  const { sent } = fieldsOf(hit, dictionary);
  const events: DecodedEvent[] = [{ name: 'user_data', category: 'identify' }];
  return answer(hit, sent, { kind: 'identify', accountId, product: 'user_provided_data', events });
}

function telemetry(hit: Hit): Decoded {
  const { sent } = fieldsOf(hit, dictionary);
  return answer(hit, sent, { kind: 'telemetry', accountId: textOf(sent, at.tid), events: [] });
}

/** https://support.google.com/google-ads/answer/6331314 */
function library(hit: Hit, path: string): Decoded | null {
  return /^\/pagead\/conversion(?:_async)?\.js$/.test(path) ? plainAnswer(hit, { kind: 'library', vendor }, dictionary) : null;
}

type Own = Pick<Decoded, 'kind' | 'accountId' | 'accountIds' | 'product' | 'events' | 'noscript' | 'role' | 'foldKey'>;

/** What all of Google Ads' requests carry alike. */
function answer(hit: Hit, sent: AdsSent, own: Own): Decoded {
  const decoded: Decoded = { kind: own.kind, vendor, events: own.events, parameters: sent.parameters };
  complete(decoded, own);
  return complete(decoded, {
    encoding: 'query',
    pageUrl: textOf(sent, at.url) ?? textOf(sent, at.dl),
    referrer: firstOf(sent, at.ref) ?? firstOf(sent, at.dr),
    consent: googleConsent(sent),
    userData: googleUserData(textOf(sent, at.em)),
    reason: unreadReason(hit),
  });
}
