import type { CarriedConsent, Category, Decoded, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import { type Hit, isFirstParty, type PageApiCall, type Vendor } from './kit';
import { addQuery, nothingSent, type Sent, textOf } from './sent';
import { createDecode, type PathKind, type Reading, simpleVendor } from './simple';
import { formOf } from './user-data';

/**
 * Microsoft Advertising, Universal Event Tracking. Parameters: https://learn.microsoft.com/advertising/msa-help/hlp_ba_conc_uet_parameters_table
 * and (names in calls and on the wire) https://learn.microsoft.com/advertising/msa-help/hlp_ba_conc_uetv2syntaxupdate; consent:
 * https://learn.microsoft.com/advertising/msa-help/hlp_ba_conc_uet_consent. An event's action is free text, as a goal of the account asks for it.
 */
const vendor = 'microsoft_uet';

const vocabulary: Readonly<Record<string, Category>> = {
  pageload: 'page_view',
  page: 'page_view',
  submit_lead_form: 'lead',
  request_quote: 'lead',
  contact: 'contact',
  book_appointment: 'schedule',
  signup: 'complete_registration',
  subscribe: 'subscribe',
  search: 'search',
  add_to_cart: 'add_to_cart',
  begin_checkout: 'initiate_checkout',
  purchase: 'purchase',
};

/** https://learn.microsoft.com/advertising/msa-help/hlp_ba_proc_uet_exampleeventsecommerce */
const pageTypes: Readonly<Record<string, Category>> = {
  product: 'view_content',
  searchresults: 'search',
  purchase: 'purchase',
};

const dictionary = createDictionary({
  ti: ['Tag', 'event'],
  evt: ['Event type', 'event'],
  ea: ['Action', 'event'],
  ec: ['Category', 'event'],
  el: ['Label', 'event'],
  ev: ['Event value', 'event'],
  gv: ['Revenue', 'event'],
  gc: ['Currency', 'event'],
  currency: ['Currency', 'event'],
  event_id: ['Event id', 'event'],
  prodid: ['Product', 'items'],
  ecomm_prodid: ['Product', 'items'],
  pagetype: ['Page type', 'event'],
  ecomm_pagetype: ['Page type', 'event'],
  ecomm_totalvalue: ['Total value', 'event'],
  ecomm_category: ['Product category', 'event'],
  ecomm_query: ['Search words', 'event'],
  pid: ['User data, hashed', 'user'],
  p: ['Page address', 'page'],
  r: ['Referrer', 'page'],
  tl: ['Page title', 'page'],
  kw: ['Page keywords', 'page'],
  lt: ['Load time', 'page'],
  page_path: ['Page path', 'page'],
  spa: ['Single-page application', 'page'],
  sid: ['Session id', 'user'],
  vid: ['Visitor id', 'user'],
  uid: ['User id', 'user'],
  msclkid: ['Click id', 'campaign'],
  asc: ['Consent to ad storage', 'consent'],
  src: ['Kind of consent call', 'consent'],
  tm: ['Integration', 'technical'],
  Ver: ['Version', 'technical'],
  mid: ['Page load id', 'technical'],
  rn: ['Number against caching', 'technical'],
});
const { at } = dictionary;

const reading: Reading<keyof typeof at> = {
  vendor,
  dictionary,
  account: ['ti'],
  event: ['ea', 'evt'],
  vocabulary,
  ignoreCase: true,
  eventId: ['event_id'],
  value: ['gv'],
  currency: ['gc', 'currency'],
  params: [
    'ec',
    'el',
    'ev',
    'prodid',
    'ecomm_prodid',
    'pagetype',
    'ecomm_pagetype',
    'ecomm_totalvalue',
    'ecomm_category',
    'ecomm_query',
  ],
  pageUrl: ['p'],
  referrer: ['r'],
  integration: ['tm'],
  consent: consentOf,
  refine,
};

const paths: readonly PathKind[] = [
  { path: /^\/actionp?\/0$/, kind: 'event' },
  { path: /^\/p\/action\/(\d+)\.js$/, kind: 'config' },
  { path: '/bat.js', kind: 'library' },
  { host: 'c.bing.com', path: '/c.gif', kind: 'sync' },
];
const decodeOwn = createDecode(reading, [{ path: /\/actionp?\/0$/, kind: 'event' }]);

export const microsoftUet: Vendor = {
  ...simpleVendor({
    facts: {
      id: vendor,
      name: 'Microsoft Advertising',
      mark: 'Ms',
      consent: {
        required: true,
        gvlId: 1126,
        consentPurposes: [1, 3, 4],
        flexiblePurposes: [2, 7, 9, 10],
        consentModeTypes: ['ad_storage'],
        source:
          'IAB vendor list entry 1126, Microsoft Advertising; learn.microsoft.com/advertising/msa-help/hlp_ba_conc_uet_consent',
      },
      oncePerPage: [],
      aliases: { page_view: ['page'], pageLoad: ['pageLoad'] },
      apis: ['uetq'],
      traits: ['matches-by-hash'],
      wire: {
        reads: 'events, goals, consent and matched data',
        source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/BingAds.js',
        verified: '2026-11-23',
      },
    },
    hosts: ['bat.bing.com', 'bat.bing.net', 'c.bing.com'],
    paths,
    reading,
    readCall,
  }),
  shape: {
    marks: ['/action/0', '/actionp/0'],
    // A site's own host in front of Microsoft's: the same path, the tag's number and an event type.
    mayBe: ({ url }) => /\/actionp?\/0\?(?:[^#]*&)?ti=\d{4,}(?:&|$)/.test(url) && /[?&]evt=/.test(url),
    decode(hit) {
      const decoded = decodeOwn(hit);
      if (decoded) decoded.firstParty = isFirstParty(hit, decoded.pageUrl);
      return decoded;
    },
  },
};

function refine(decoded: Decoded, sent: Sent, _hit: Hit): Decoded {
  const [event] = decoded.events;
  const fields = userDataOf(textOf(sent, at.pid));
  if (fields.length > 0) decoded.userData = fields;
  if (!event) return decoded;
  const type = textOf(sent, at.evt);
  if (type === 'consent') return without(decoded, 'consent');
  if (type === 'pageHide') return without(decoded, 'telemetry');
  if (type === 'pid') {
    decoded.kind = 'identify';
    decoded.events = [{ name: 'pid', category: 'identify' }];
    delete decoded.role;
  } else if (event.category === 'custom') {
    const pageType = textOf(sent, at.pagetype) ?? textOf(sent, at.ecomm_pagetype);
    const isNamed = textOf(sent, at.ea) !== undefined;
    if (pageType !== undefined) event.category = pageTypes[pageType] ?? (isNamed ? 'custom' : 'remarketing');
  }
  return decoded;
}

function without(decoded: Decoded, kind: 'consent' | 'telemetry'): Decoded {
  decoded.kind = kind;
  decoded.events = [];
  delete decoded.role;
  return decoded;
}

/** `em=…&ph=…`, a query within the parameter. */
function userDataOf(pid: string | undefined): { key: string; form: string }[] {
  if (pid === undefined) return [];
  const inner = nothingSent(dictionary);
  addQuery(inner, pid, 'query');
  return inner.parameters
    .filter(({ key, value }) => (key === 'em' || key === 'ph') && value !== '')
    .map(({ key, value }) => ({ key, form: formOf(value) }));
}

function consentOf(sent: Sent): CarriedConsent | undefined {
  const asc = textOf(sent, at.asc);
  if (asc !== 'G' && asc !== 'D') return undefined;
  const src = textOf(sent, at.src);
  return {
    signals: { ad_storage: asc === 'G' ? 'granted' : 'denied' },
    raw: { asc, ...(src === undefined ? {} : { src }) },
  };
}

/** `uetq.push('event', 'purchase', {…})`, `uetq.push('consent', 'update', {…})`, and the older `uetq.push({ec, ea})`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, name, options] = args;
  if (isObject(command)) {
    const event = textAt(command, 'ea') ?? 'custom';
    return { vendor, kind: 'event', event };
  }
  if (command === 'consent') return { vendor, kind: 'consent' };
  if (command === 'pageLoad') return { vendor, kind: 'event', event: 'pageLoad' };
  if (command !== 'event') return typeof command === 'string' ? { vendor, kind: 'other' } : null;
  const eventId = isObject(options) ? textAt(options, 'event_id') : undefined;
  const event = typeof name === 'string' && name !== '' ? name : 'custom';
  return { vendor, kind: 'event', event, ...(eventId === undefined ? {} : { eventId }) };
}
