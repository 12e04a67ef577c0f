import type { Category, Decoded, DecodedEvent } from '../model';
import { type Field, splitFields, textIn, valueIn } from './fields';
import { googleConsent } from './google-consent';
import { googleCountryHosts } from './google-hosts';
import { googleUserData } from './google-user-data';
import {
  categoryOf,
  compact,
  type Hit,
  isEmpty,
  isFirstParty,
  labelsOf,
  opaque,
  parametersOf,
  plainAnswer,
  some,
  under,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';

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

const labelOf = labelsOf({
  label: ['Conversion label', 'event'],
  en: ['Event', 'event'],
  value: ['Value', 'event'],
  currency_code: ['Currency', 'event'],
  oid: ['Transaction id', 'event'],
  tid: ['Account', 'event'],
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
  random: ['Request number', 'technical'],
  fmt: ['Answer format', 'technical'],
  gtm: ['Tag Manager container print', 'technical'],
  capi: ['Enhanced conversion', 'technical'],
  gcs: ['Consent state', 'consent'],
  gcd: ['Consent details', 'consent'],
  npa: ['No personalised ads', 'consent'],
  dma: ['Digital Markets Act applies', 'consent'],
  dma_cps: ['Core platform services allowed', 'consent'],
  pscdl: ['Cookie deprecation label', 'consent'],
  gdpr_consent: ['TCF string', 'consent'],
  us_privacy: ['US Privacy string', 'consent'],
});

/** What a path is: product, whether the request is the event or a copy, and its role among the parallel requests. */
interface Route {
  product: string;
  kind: 'event' | 'mirror';
  role: string;
  account: string;
}

/** Ordered by how often they are seen. `account` is the first group. */
const paths: readonly { pattern: RegExp; product: string; kind: Route['kind']; role: string }[] = [
  { pattern: /^\/pagead\/conversion\/(\d+)\/?$/, product: 'conversion', kind: 'event', role: 'main' },
  { pattern: /^\/ccm\/conversion\/(\d+)\/?$/, product: 'conversion', kind: 'mirror', role: 'ccm' },
  { pattern: /^\/pagead\/1p-conversion\/(\d+)\/?$/, product: 'conversion', kind: 'mirror', role: '1p' },
  { pattern: /^\/pagead\/1p-user-list\/(\d+)\/?$/, product: 'remarketing', kind: 'mirror', role: '1p' },
  { pattern: /^\/rmkt\/collect\/(\d+)\/?$/, product: 'remarketing', kind: 'event', role: 'rmkt' },
  { pattern: /^\/td\/rul\/(\d+)\/?$/, product: 'remarketing', kind: 'mirror', role: 'td' },
];

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
    oncePerPage: [],
    dedup: {
      idName: 'transaction_id',
      window: 'the life of the conversion action',
      windowMs: 90 * 24 * 3_600_000,
      source: 'https://support.google.com/google-ads/answer/6386790',
    },
    apis: ['gtag'],
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
    return formData(hit, path) ?? measurement(hit, path) ?? conversion(hit, routeOf(hit, path));
  },
  shape: {
    marks: ['/ccm/', '/pagead/'],
    // A tag gateway or a server container: Google's own path behind one of the site's.
    mayBe: ({ url }) => /\/ccm\/(?:collect|conversion\/\d)|\/pagead\/(?:conversion|viewthroughconversion)\/\d/.test(url),
    decode(hit) {
      const path = /\/(?:ccm|pagead)\/.*$/.exec(hit.address.path)?.[0] ?? '';
      const route = routeOf(hit, path);
      const found = measurement(hit, path) ?? conversion(hit, route && { ...route, kind: 'event', role: 'server' });
      return found && { ...found, firstParty: isFirstParty(hit, found.pageUrl) };
    },
  },
};

function routeOf(hit: Hit, path: string): Route | null {
  const view = /^\/pagead\/viewthroughconversion\/(\d+)\/?$/.exec(path);
  if (view) {
    const account = `AW-${view[1]}`;
    if (valueIn(hit.query, 'en') === 'conversion') return { product: 'conversion', kind: 'mirror', role: 'viewthrough', account };
    return { product: 'remarketing', kind: 'event', role: 'main', account };
  }
  for (const { pattern, ...route } of paths) {
    const found = pattern.exec(path);
    if (found) return { ...route, account: `AW-${found[1]}` };
  }
  return null;
}

function conversion(hit: Hit, route: Route | null): Decoded | null {
  if (!route) return null;
  const { query } = hit;
  const event = eventOf(query, route.product);
  return compact<Decoded>({
    ...common(hit, route.account),
    kind: route.kind,
    product: route.product,
    events: [event],
    noscript: valueIn(query, 'script') === '0' && valueIn(query, 'guid') !== undefined ? true : undefined,
    role: route.role,
    foldKey: [route.product, route.account, event.name, event.label ?? '', event.value ?? ''].join('|'),
  });
}

function eventOf(query: readonly Field[], product: string): DecodedEvent {
  const data = dataOf(textIn(query, 'data'));
  const name = textIn(query, 'en') ?? data.event ?? (product === 'conversion' ? 'conversion' : 'remarketing');
  const { event: _name, ...rest } = data;
  const params = { ...rest, ...under(query, 'ep.'), ...under(query, 'epn.') };
  const item = textIn(query, 'item');
  if (item) params.item = item;
  return compact<DecodedEvent>({
    name,
    category:
      product === 'conversion'
        ? 'conversion'
        : name === 'remarketing'
          ? 'remarketing'
          : orRemarketing(categoryOf(vocabulary, name)),
    value: numberOf(textIn(query, 'value') ?? params.value),
    currency: textIn(query, 'currency_code') ?? textIn(query, 'cu') ?? (params.currency || undefined),
    orderId: textIn(query, 'oid'),
    label: product === 'conversion' ? textIn(query, 'label') : undefined,
    params: isEmpty(params) ? undefined : params,
  });
}

function orRemarketing(category: Category): Category {
  return category === 'custom' ? 'remarketing' : category;
}

/** `data=event=add_to_cart;id=SKU-9;value=89.9` */
function dataOf(data: string | undefined): Record<string, string> {
  if (!data) return {};
  return Object.fromEntries(
    splitFields(data.replaceAll('&', '%26').replaceAll('+', '%2B').replaceAll(';', '&')).map(({ key, value }) => [key, value]),
  );
}

/** `ccm/collect`: measurement of page views and events, account in `tid`. */
function measurement(hit: Hit, path: string): Decoded | null {
  if (!/^\/ccm\/collect\/?$/.test(path)) return null;
  const account = textIn(hit.query, 'tid') ?? textIn(hit.query, 'tids')?.split(/[~,.]/)[0];
  if (!account || !/^(?:AW|G|GT|DC)-/.test(account)) return null;
  const name = textIn(hit.query, 'en');
  if (!name) return plainAnswer(hit, { kind: 'telemetry', vendor, accountId: account, product: 'measurement' }, labelOf);
  const event = eventOf(hit.query, 'measurement');
  return compact<Decoded>({ ...common(hit, account), kind: 'event', product: 'measurement', events: [event], role: 'main' });
}

function formData(hit: Hit, path: string): Decoded | null {
  const account = /^\/(?:ccm|pagead)\/form-data\/(\d+)\/?$/.exec(path)?.[1];
  if (!account) return null;
  return compact<Decoded>({
    ...common(hit, `AW-${account}`),
    kind: 'identify',
    product: 'user_provided_data',
    events: [{ name: 'user_data', category: 'identify' }],
  });
}

function telemetry(hit: Hit): Decoded {
  return compact(
    plainAnswer(
      hit,
      { kind: 'telemetry', vendor, accountId: textIn(hit.query, 'tid'), consent: googleConsent(hit.query) },
      labelOf,
    ),
  );
}

function common(hit: Hit, accountId: string): Omit<Decoded, 'kind' | 'events'> {
  const { query, body } = hit;
  const bodyFields = body.kind === 'fields' ? body.fields : [];
  if (body.kind === 'unread')
    return {
      ...opaque(hit, { vendor, accountId, reason: `Part of the request could not be read: ${body.why}.` }, labelOf),
      encoding: 'query',
    };
  const all = bodyFields.length > 0 ? [...query, ...bodyFields] : query;
  return {
    vendor,
    accountId,
    encoding: 'query',
    parameters: [...parametersOf(query, { source: 'query', labelOf }), ...parametersOf(bodyFields, { source: 'body', labelOf })],
    pageUrl: textIn(all, 'url') ?? textIn(all, 'dl'),
    referrer: valueIn(all, 'ref') ?? valueIn(all, 'dr'),
    consent: googleConsent(all),
    userData: some(googleUserData(textIn(all, 'em'))),
  };
}
