import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { textOfBase64 } from './body';
import { type Field, splitFields, textIn, valueIn } from './fields';
import { ga4Items } from './ga4-items';
import { googleConsent } from './google-consent';
import { googleCountryHosts } from './google-hosts';
import { googleUserData } from './google-user-data';
import {
  categoryOf,
  compact,
  gather,
  type Hit,
  isEmpty,
  isFirstParty,
  labelsOf,
  opaque,
  type PageApiCall,
  parametersOf,
  plainAnswer,
  some,
  under,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';

/**
 * Google Analytics 4. Events: https://developers.google.com/analytics/devguides/collection/ga4/reference/events; automatic ones:
 * https://support.google.com/analytics/answer/9234069; `purchase` is folded by transaction id: support.google.com/analytics/answer/12313109.
 * The wire format is not documented by Google; it is as the tag sends it.
 */
const vendor = 'ga4';

const vocabulary: Readonly<Record<string, Category>> = {
  page_view: 'page_view',
  screen_view: 'page_view',
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
  file_download: 'download',
  form_submit: 'form_submit',
  form_start: 'engagement',
  scroll: 'engagement',
  click: 'engagement',
  user_engagement: 'engagement',
  session_start: 'engagement',
  first_visit: 'engagement',
  video_start: 'engagement',
  video_progress: 'engagement',
  video_complete: 'engagement',
};

const labelOf = labelsOf({
  v: ['Protocol version', 'technical'],
  tid: ['Measurement id', 'event'],
  en: ['Event', 'event'],
  'ep.': ['Event parameter', 'event'],
  'epn.': ['Event parameter, number', 'event'],
  'up.': ['User property', 'user'],
  'upn.': ['User property, number', 'user'],
  cu: ['Currency', 'event'],
  _c: ['Key event', 'event'],
  _et: ['Engagement time (ms)', 'event'],
  cid: ['Client id', 'user'],
  uid: ['User id', 'user'],
  sid: ['Session id', 'user'],
  sct: ['Session number', 'user'],
  seg: ['Session engaged', 'user'],
  em: ['User-provided data', 'user'],
  ec_mode: ['How user-provided data was found', 'user'],
  dl: ['Page address', 'page'],
  dr: ['Referrer', 'page'],
  dt: ['Page title', 'page'],
  dp: ['Page path', 'page'],
  ul: ['Language', 'technical'],
  sr: ['Screen', 'technical'],
  _p: ['Page load id', 'technical'],
  _s: ['Hit number', 'technical'],
  _ss: ['Session starts', 'event'],
  _nsi: ['New session id', 'event'],
  _fv: ['First visit', 'event'],
  _ee: ['External event', 'technical'],
  gtm: ['Tag Manager container print', 'technical'],
  tfd: ['Time from document start (ms)', 'technical'],
  gcs: ['Consent state', 'consent'],
  gcd: ['Consent details', 'consent'],
  npa: ['No personalised ads', 'consent'],
  dma: ['Digital Markets Act applies', 'consent'],
  dma_cps: ['Core platform services allowed', 'consent'],
  pscdl: ['Cookie deprecation label', 'consent'],
  gcu: ['Consent just updated', 'consent'],
  gcut: ['Kind of consent update', 'consent'],
  gdpr_consent: ['TCF string', 'consent'],
  us_privacy: ['US Privacy string', 'consent'],
  'sst.': ['Server-side tagging', 'technical'],
  _dbg: ['Debug view', 'technical'],
});

export const ga4: Vendor = {
  facts: {
    id: vendor,
    name: 'Google Analytics',
    mark: 'G4',
    consent: {
      required: true,
      gvlId: 755,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 9, 10],
      consentModeTypes: ['analytics_storage'],
      source:
        'IAB vendor list entry 755, Google Advertising Products; developers.google.com/tag-platform/security/concepts/consent-mode',
    },
    oncePerPage: ['page_view'],
    apis: ['gtag'],
  },
  hosts: ['google-analytics.com', 'analytics.google.com', 'stats.g.doubleclick.net', googleCountryHosts],
  decode(hit) {
    const { host, path } = hit.address;
    if (host === 'stats.g.doubleclick.net') return path === '/g/collect' ? sideEffect(hit) : null;
    if (path === '/ads/ga-audiences') return sideEffect(hit);
    if (host.startsWith('www.google.')) return null;
    return path.endsWith('/g/collect') ? collect(hit, { query: hit.query }) : measurementProtocol(hit);
  },
  shape: {
    marks: ['tid=G-', 'L2cvY29sbGVjd', '/g/c', '?p=', '&p='],
    mayBe: ({ url, body }) => firstPartyMark.test(url) || isSealed(url, body),
    decode: firstParty,
  },
  readCall,
};

/** Any host: plain parameters, Stape's base64 of `/g/collect?`, or TAGGRS' sealed envelope. */
const firstPartyMark = /[?&]tid=G-|L2cvY29sbGVjd|[?&]p=[0-9a-f]{24}:|\/g\/(?:collect|c)\?/;

function firstParty(hit: Hit): Decoded | null {
  if (isGoogleTagId(valueIn(hit.query, 'tid'))) {
    if (valueIn(hit.query, 'v') !== '2') return null;
    const named =
      linesOf(hit).length > 0 || valueIn(hit.query, 'en') !== undefined || /\/g\/(?:collect|c)$/.test(hit.address.path);
    if (!named) return null;
    const gateway = hit.address.path.endsWith('/g/c');
    return own(hit, collect(hit, { query: hit.query, ...(gateway ? { product: 'google_tag_gateway' } : {}) }));
  }
  const packed = hit.query.find(({ value }) => value.startsWith('L2cvY29sbGVjd'));
  const address = packed && textOfBase64(packed.value);
  if (address)
    return own(hit, collect(hit, { query: splitFields(address.slice(address.indexOf('?') + 1)), encoding: 'base64-query' }));
  if (!isSealed(hit.request.url, hit.request.body)) return null;
  return own(hit, opaque(hit, { vendor, reason: 'The envelope is encrypted (AES-GCM) by the site’s tagging server.' }, labelOf));
}

function own(hit: Hit, decoded: Decoded | null): Decoded | null {
  return (
    decoded && {
      ...decoded,
      firstParty: isFirstParty(hit, decoded.pageUrl),
      ...(decoded.role === undefined ? {} : { role: 'server' }),
    }
  );
}

/** An initialisation vector of 24 and a cipher text of hex digits, joined by a colon. */
function isSealed(url: string, body: string | undefined): boolean {
  return (
    /[?&]p=[0-9a-f]{24}(?::|%3A)[0-9a-f]{32,}/i.test(url) ||
    (body !== undefined && /^\{"m":.*"u":"[0-9a-f]{24}:[0-9a-f]{32,}/.test(body))
  );
}

function isGoogleTagId(tid: string | undefined): tid is string {
  return tid !== undefined && /^G-[A-Z0-9]{4,}$/i.test(tid);
}

interface Collect {
  query: readonly Field[];
  encoding?: string;
  product?: string;
}

function collect(hit: Hit, { query, encoding, product }: Collect): Decoded | null {
  const accountId = textIn(query, 'tid');
  if (!accountId || valueIn(query, 'v') !== '2') return null;
  const { body } = hit;
  if (body.kind === 'unread' && valueIn(query, 'en') === undefined) {
    return opaque(hit, { vendor, accountId, reason: `The body could not be read: ${body.why}.` }, labelOf);
  }
  const lines = linesOf(hit);
  const sets = lines.length > 0 ? lines.map((line) => overlaid(query, line)) : [query];
  const events = sets.flatMap((fields) => eventOf(fields));
  const shared = sets[0] ?? query;
  return compact<Decoded>({
    kind: events.length > 0 ? 'event' : 'telemetry',
    vendor,
    accountId,
    product,
    encoding: lines.length > 0 ? 'lines' : (encoding ?? 'query'),
    events,
    parameters: [
      ...parametersOf(query, { source: 'query', labelOf }),
      ...lines.flatMap((line, index) => parametersOf(line, { source: 'body', labelOf, event: index })),
    ],
    pageUrl: textIn(shared, 'dl'),
    referrer: valueIn(shared, 'dr'),
    consent: googleConsent(shared),
    userData: some([...googleUserData(textIn(shared, 'em')), ...clearUserData(shared)]),
    automatic: events.length > 0 && events.every((event) => event.category === 'form_submit') ? true : undefined,
    role: 'main',
  });
}

/** One event a line; a body the browser has parsed into fields is one line. */
function linesOf({ body }: Hit): Field[][] {
  if (body.kind === 'fields') return [[...body.fields]];
  if (body.kind !== 'text') return [];
  return body.text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(splitFields);
}

/** A line says what differs from the query. */
function overlaid(query: readonly Field[], line: readonly Field[]): Field[] {
  const said = new Set(line.map(({ key }) => key));
  return [...line, ...query.filter(({ key }) => !said.has(key))];
}

function eventOf(fields: readonly Field[]): DecodedEvent[] {
  const name = textIn(fields, 'en');
  if (!name) return [];
  const params = gather(fields, ['up.', 'upn.', 'ep.', 'epn.']);
  return [
    compact<DecodedEvent>({
      name,
      category: categoryOf(vocabulary, name),
      value: numberOf(params.value),
      currency: textIn(fields, 'cu') ?? (params.currency || undefined),
      orderId: params.transaction_id || undefined,
      items: some(ga4Items(fields)),
      flags: some(flagsOf(fields)),
      params: isEmpty(params) ? undefined : params,
    }),
  ];
}

function flagsOf(fields: readonly Field[]): string[] {
  const flags: string[] = [];
  if (textIn(fields, '_ss')) flags.push('session_start');
  if (textIn(fields, '_fv')) flags.push('first_visit');
  if (valueIn(fields, '_c') === '1') flags.push('key_event');
  if (textIn(fields, '_dbg') || textIn(fields, 'ep.debug_mode')) flags.push('debug');
  return flags;
}

/** User data a site hands to its own server container, often in clear. */
function clearUserData(fields: readonly Field[]) {
  return Object.keys(under(fields, 'ep.user_data.')).map((key) => ({ key: key.split('.').at(-1) ?? key, form: 'clear' }));
}

/** Google Signals and audience copies: no event of their own. */
function sideEffect(hit: Hit): Decoded | null {
  const accountId = textIn(hit.query, 'tid');
  return accountId
    ? compact(
        plainAnswer(
          hit,
          {
            kind: 'mirror',
            vendor,
            accountId,
            encoding: 'query',
            consent: googleConsent(hit.query),
            pageUrl: textIn(hit.query, 'dl'),
          },
          labelOf,
        ),
      )
    : null;
}

/** The Measurement Protocol is made for servers (developers.google.com/analytics/devguides/collection/protocol/ga4). */
function measurementProtocol(hit: Hit): Decoded | null {
  if (!/^\/(?:debug\/)?mp\/collect$/.test(hit.address.path)) return null;
  const accountId = textIn(hit.query, 'measurement_id') ?? textIn(hit.query, 'firebase_app_id');
  const { body } = hit;
  if (!accountId) return null;
  if (body.kind !== 'json') return opaque(hit, { vendor, accountId, reason: 'The body is no JSON.' }, labelOf);
  const list = (body.json as { events?: unknown } | null)?.events;
  const events = (Array.isArray(list) ? list : []).flatMap((event: unknown) => protocolEvent(event));
  return {
    kind: 'event',
    vendor,
    accountId,
    encoding: 'json',
    events,
    parameters: parametersOf(hit.query, { source: 'query', labelOf }),
    role: 'server',
  };
}

function protocolEvent(event: unknown): DecodedEvent[] {
  const { name, params } = (event ?? {}) as { name?: unknown; params?: Record<string, unknown> };
  if (typeof name !== 'string') return [];
  const said = Object.fromEntries(Object.entries(params ?? {}).map(([key, value]) => [key, String(value)]));
  return [
    compact<DecodedEvent>({
      name,
      category: categoryOf(vocabulary, name),
      value: numberOf(said.value),
      currency: said.currency || undefined,
      orderId: said.transaction_id || undefined,
      params: Object.keys(said).length > 0 ? said : undefined,
    }),
  ];
}

/**
 * `gtag` calls of all Google products: an event goes to the accounts in `send_to`, else to all that were configured
 * (https://developers.google.com/tag-platform/gtagjs/reference). An event for an Ads label is Google Ads'.
 */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, first, options] = args;
  if (command === 'consent') return { vendor, kind: 'consent' };
  if (command === 'config' && typeof first === 'string') return { vendor: productOf(first), kind: 'init', accounts: [first] };
  if (command !== 'event' || typeof first !== 'string')
    return command === 'js' || command === 'set' ? { vendor, kind: 'other' } : null;
  const accounts = sendTo(options);
  const ads = accounts.find((account) => account.startsWith('AW-'));
  return compact<VendorCall>({
    vendor: ads ? 'google_ads' : vendor,
    kind: 'event',
    accounts: some(accounts.map((account) => account.split('/')[0] ?? account)),
    event: first,
  });
}

function sendTo(options: unknown): string[] {
  if (typeof options !== 'object' || options === null) return [];
  const { send_to: target } = options as { send_to?: unknown };
  const list = Array.isArray(target) ? target : [target];
  return list.filter((one) => typeof one === 'string');
}

function productOf(account: string): string {
  return account.startsWith('AW-') ? 'google_ads' : vendor;
}
