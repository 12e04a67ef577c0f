import type { CarriedConsent, Category, Decoded, UserDataField } from '../model';
import { createDictionary } from './dictionary';
import { isObject } from './json-reading';
import { bodyOf, complete, type Hit, plainAnswer, queryOf, type Vendor } from './kit';
import { addJson, nothingSent, type Sent, textOf } from './sent';
import { createDecode, createReader, type Reading } from './simple';
import { trackCall } from './track-call';

/**
 * Snap Pixel. Events: https://businesshelp.snapchat.com/s/article/pixel-website-install (there is none for a lead: `SIGN_UP` or a custom event
 * stands for it). Deduplication: https://developers.snap.com/api/marketing-api/Conversions-API/Deduplication. The server's API, which has no
 * business in a page: https://developers.snap.com/api/marketing-api/Conversions-API/UsingTheAPI.
 */
const vendor = 'snapchat';

const vocabulary: Readonly<Record<string, Category>> = {
  PAGE_VIEW: 'page_view',
  VIEW_CONTENT: 'view_content',
  SEARCH: 'search',
  ADD_CART: 'add_to_cart',
  ADD_TO_WISHLIST: 'add_to_wishlist',
  START_CHECKOUT: 'initiate_checkout',
  PURCHASE: 'purchase',
  SIGN_UP: 'complete_registration',
  RESERVE: 'schedule',
  SUBSCRIBE: 'subscribe',
  START_TRIAL: 'start_trial',
};

const dictionary = createDictionary(
  {
    pid: ['Pixel', 'event'],
    pids: ['Pixels', 'event'],
    ev: ['Event', 'event'],
    cdid: ['Event id', 'event'],
    et: ['Event tag', 'event'],
    e_pr: ['Value', 'event'],
    e_cur: ['Currency', 'event'],
    e_tid: ['Order id', 'event'],
    e_ni: ['Number of items', 'event'],
    e_iids: ['Items', 'items'],
    e_ic: ['Item category', 'items'],
    e_desc: ['Description', 'event'],
    e_ss: ['Search words', 'event'],
    e_sm: ['How they signed up', 'event'],
    e_su: ['Success', 'event'],
    e_pia: ['Payment data at hand', 'event'],
    e_cs: ['Customer status', 'event'],
    e_dm: ['Delivery method', 'event'],
    e_lv: ['Level', 'event'],
    e_bds: ['Brands', 'items'],
    du: ['Data use', 'consent'],
    pl: ['Page address', 'page'],
    rf: ['Referrer', 'page'],
    u_hem: ['E-mail, hashed', 'user'],
    u_hpn: ['Telephone, hashed', 'user'],
    u_fn: ['First name, hashed', 'user'],
    u_ln: ['Last name, hashed', 'user'],
    u_age: ['Age', 'user'],
    u_c1: ['Browser id (_scid)', 'user'],
    u_sclid: ['Click id', 'campaign'],
    u_scsid: ['Session id', 'user'],
    l_city: ['City', 'user'],
    l_gc: ['Country', 'user'],
    l_gpc: ['Postcode', 'user'],
    l_gr: ['Region', 'user'],
    intg: ['Integration', 'technical'],
    trackId: ['Id of the hit', 'technical'],
    ts: ['Event time', 'event'],
    v: ['Version', 'technical'],
    'ctx.url': ['Page address', 'page'],
    'ctx.rf': ['Referrer', 'page'],
    'ctx.v': ['Version', 'technical'],
    't.': ['Event', 'event'],
    't.pid': ['Pixel', 'event'],
    't.ev': ['Event', 'event'],
    't.price': ['Value', 'event'],
    't.currency': ['Currency', 'event'],
    't.transaction_id': ['Order id', 'event'],
    't.client_dedup_id': ['Event id', 'event'],
    't.cdid': ['Event id', 'event'],
    event_name: ['Event', 'event'],
    event_id: ['Event id', 'event'],
    event_source_url: ['Page address', 'page'],
    'custom_data.': ['Event data', 'event'],
    'custom_data.value': ['Value', 'event'],
    'custom_data.currency': ['Currency', 'event'],
    'user_data.': ['User data', 'user'],
    'user_data.em.0': ['E-mail, hashed', 'user'],
    'user_data.ph.0': ['Telephone, hashed', 'user'],
    access_token: ['Secret of the server’s API', 'technical'],
  },
  ['t.', 'custom_data.'],
);
const { at } = dictionary;
type SnapSent = Sent<'t.' | 'custom_data.'>;

const reading: Reading<keyof typeof at, 't.' | 'custom_data.'> = {
  vendor,
  dictionary,
  account: ['pid', 'pids', 't.pid'],
  event: ['ev', 't.ev', 'event_name'],
  vocabulary,
  eventId: ['cdid', 't.client_dedup_id', 't.cdid', 'event_id'],
  value: ['e_pr', 't.price', 'custom_data.value'],
  currency: ['e_cur', 't.currency', 'custom_data.currency'],
  orderId: ['e_tid', 't.transaction_id'],
  params: ['e_ni', 'e_iids', 'e_ic', 'e_desc', 'e_ss', 'e_sm', 'e_su', 'e_pia', 'e_cs', 'e_dm', 'e_lv', 'e_bds', 'et'],
  paramsUnder: ['t.', 'custom_data.'],
  pageUrl: ['pl', 'ctx.url', 'event_source_url'],
  referrer: ['rf', 'ctx.rf'],
  integration: ['intg'],
  userData: ['u_hem', 'u_hpn', 'u_fn', 'u_ln', 'l_city', 'l_gc', 'l_gpc', 'l_gr'],
  consent: consentOf,
  refine(decoded, sent) {
    const listed =
      textOf(sent, at.pids)
        ?.split(',')
        .filter((one) => one !== '') ?? [];
    const [first] = listed;
    if (textOf(sent, at.pid) === undefined && first !== undefined) decoded.accountId = first;
    if (listed.length > 1) decoded.accountIds = listed;
    return decoded;
  },
};
const reader = createReader(reading);
const decodeFields = createDecode(reading, [
  { path: /^\/(?:gateway\/)?p$/, kind: 'event' },
  { path: /^\/cm(?:\/[^?]*)?$/, kind: 'sync' },
  { path: /^\/config\/[^?]*?([0-9a-f-]{36})?\.js$/, kind: 'config' },
  { host: 'sc-static.net', path: '/scevent.min.js', kind: 'library' },
]);

export const snapchat: Vendor = {
  facts: {
    id: vendor,
    name: 'Snapchat',
    mark: 'Sn',
    consent: {
      required: true,
      atpId: 2572,
      source: 'Not in the IAB vendor list (v45 of 2024-03); id 2572 of Google’s Additional Consent providers list',
    },
    oncePerPage: [],
    dedup: {
      idName: 'client_dedup_id',
      window: '48 hours',
      windowMs: 48 * 3_600_000,
      source: 'https://developers.snap.com/api/marketing-api/Conversions-API/Deduplication',
    },
    apis: ['snaptr'],
    traits: ['matches-by-hash'],
    wire: {
      reads: 'events with parameters and matched data',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Snapchat.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['tr.snapchat.com', 'tr6.snapchat.com', 'tr-shadow.snapchat.com', 'sc-static.net'],
  decode(hit) {
    const body = bodyOf(hit);
    if (body.kind !== 'json' || hit.address.host === 'sc-static.net') return decodeFields(hit);
    if (/^\/(?:gateway\/)?p$/.test(hit.address.path)) return batchOf(hit, body.json, { key: 'req' });
    const server = /^\/v3\/([^/]+)\/events\/?$/.exec(hit.address.path);
    return server ? batchOf(hit, body.json, { key: 'data', accountId: server[1] }) : null;
  },
  readCall: trackCall({ vendor, init: ['init'], track: ['track'], eventId: ['client_dedup_id'] }),
};

/** `{ctx, req: [{t: {ev, …}}, {i}, {md}, {log}]}`: only `t` is an event. The server's API sends `{data: [{event_name, …}]}`. */
function batchOf(hit: Hit, json: unknown, { key, accountId }: { key: string; accountId?: string | undefined }): Decoded | null {
  const list = isObject(json) ? json[key] : undefined;
  const shared = queryOf(hit, dictionary);
  if (!Array.isArray(list)) {
    if (isObject(json)) addJson(shared, json, 'body');
    return plainAnswer(hit, { kind: 'telemetry', vendor, encoding: 'json' }, dictionary);
  }
  addJson(shared, json, 'body', key);
  const parts: SnapSent[] = list.map((entry: unknown, event) => {
    const part = nothingSent(dictionary, { shared, event });
    addJson(part, entry, 'body');
    return part;
  });
  const told = parts.filter((part) => textOf(part, at['t.ev']) !== undefined || textOf(part, at.event_name) !== undefined);
  const events = told.flatMap((part) => reader.event(part) ?? []);
  const [first] = told;
  const account = accountId ?? (first && (textOf(first, at['t.pid']) ?? textOf(first, at.pid)));
  const isEvent = first !== undefined && account !== undefined;
  return complete(
    {
      kind: isEvent ? 'event' : 'telemetry',
      vendor,
      events: isEvent ? events : [],
      parameters: shared.parameters.concat(...parts.map(({ parameters }) => parameters)),
    },
    {
      accountId: account,
      encoding: 'json',
      pageUrl: first && (textOf(first, at['ctx.url']) ?? textOf(first, at.event_source_url)),
      referrer: first && textOf(first, at['ctx.rf']),
      userData: told.reduce<UserDataField[] | undefined>((known, part) => reader.userData(part, known), undefined),
      role: isEvent ? (accountId === undefined ? 'main' : 'server') : undefined,
    },
  );
}

function consentOf(sent: SnapSent): CarriedConsent | undefined {
  const du = textOf(sent, at.du);
  return du === undefined ? undefined : { granted: du === 'granted', raw: { du } };
}
