import type { CarriedConsent, Category, Decoded, DecodedEvent, UserDataField, VendorCall } from '../model';
import { decodeText } from './decode-text';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import { complete, completeEvent, type Hit, type PageApiCall, queryOf, type Vendor } from './kit';
import { numberOf } from './numbers';
import { type Sent, setOwn, textOf, under } from './sent';
import { createDecode } from './simple';
import { formOf, withField } from './user-data';

/**
 * Criteo OneTag: up to a dozen slots `p0`, `p1`, … in one request, each a query of its own whose `e` says what it is. Events and their data:
 * https://guides.criteotilt.com/onetag/onetag/.
 */
const vendor = 'criteo';

/** Code on the wire, name in `criteo_q.push({event})`, meaning. */
const codes: Readonly<Record<string, readonly [name: string, category: Category]>> = {
  vh: ['viewHome', 'page_view'],
  vpg: ['viewPage', 'page_view'],
  vp: ['viewItem', 'view_content'],
  vl: ['viewList', 'view_content'],
  vs: ['viewSearch', 'search'],
  ac: ['addToCart', 'add_to_cart'],
  vb: ['viewBasket', 'initiate_checkout'],
  vc: ['trackTransaction', 'purchase'],
  trackleads: ['lead', 'lead'],
};

/** Slots that say something about the request or the visitor, not what happened. */
const technical: ReadonlySet<string> = new Set(['exd', 'dis', 'ce']);

const dictionary = createDictionary(
  {
    a: ['Account', 'event'],
    p: ['Event', 'event'],
    fu: ['Page address', 'page'],
    pu: ['Referrer', 'page'],
    tld: ['Site', 'page'],
    ceid: ['Id of the hit', 'technical'],
    v: ['Version', 'technical'],
    sc: ['Shared cookies', 'user'],
    cs: ['US Privacy string', 'consent'],
    gpp: ['GPP string', 'consent'],
    gpp_sid: ['GPP sections', 'consent'],
  },
  ['p'],
);
const { at } = dictionary;

const others = createDecode({ vendor, dictionary, account: ['a'] }, [
  { host: 'dynamic.criteo.com', path: '/js/ld/ld.js', kind: 'library' },
  { host: 'static.criteo.net', path: /^\/js\/ld\/(?:ld|publishertag)\.js$/, kind: 'library' },
  { host: 'gum.criteo.com', path: /^\//, kind: 'sync' },
  { host: 'dis.criteo.com', path: /^\//, kind: 'sync' },
  { host: 'mug.criteo.com', path: /^\//, kind: 'sync' },
]);

export const criteo: Vendor = {
  facts: {
    id: vendor,
    name: 'Criteo',
    mark: 'Cr',
    consent: {
      required: true,
      gvlId: 91,
      consentPurposes: [1, 2, 3, 4, 7, 9, 10],
      flexiblePurposes: [],
      source: 'IAB vendor list entry 91, Criteo SA',
    },
    oncePerPage: [],
    aliases: { trackLead: ['lead'], trackLeads: ['lead'] },
    apis: ['criteo_q'],
    traits: ['matches-by-hash'],
    wire: {
      reads: 'events of one request with their items',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/CriteoOneTag.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['criteo.com', 'static.criteo.net'],
  decode(hit) {
    const { host, path } = hit.address;
    return path === '/event' && /^(?:sslwidget|widget(?:\.[a-z0-9]+)?)\.criteo\.com$/.test(host) ? eventOf(hit) : others(hit);
  },
  readCall,
};

function eventOf(hit: Hit): Decoded | null {
  const sent = queryOf(hit, dictionary);
  const accounts = (textOf(sent, at.a) ?? '').match(/\w+/g) ?? [];
  const slots = slotsOf(sent);
  if (accounts.length === 0 || slots.length === 0) return null;
  const events = eventsOf(slots);
  return complete(
    { kind: events.length > 0 ? 'event' : 'identify', vendor, events, parameters: sent.parameters },
    {
      accountId: accounts[0],
      accountIds: accounts,
      encoding: 'slots',
      pageUrl: twice(textOf(sent, at.fu)),
      referrer: twice(textOf(sent, at.pu)),
      consent: consentOf(sent),
      userData: userDataOf(slots),
      role: 'main',
    },
  );
}

type Slot = Readonly<Record<string, string>>;

/** In the order of their numbers. */
function slotsOf(sent: Sent<'p'>): Slot[] {
  return Object.entries(under(sent, 'p') ?? {})
    .filter(([number]) => /^\d+$/.test(number))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, text]) => fieldsIn(text));
}

function fieldsIn(text: string): Slot {
  const fields: Record<string, string> = {};
  for (const piece of text.split('&')) {
    const equals = piece.indexOf('=');
    if (equals > 0) setOwn(fields, piece.slice(0, equals), settled(piece.slice(equals + 1)));
  }
  return fields;
}

/** Values are encoded once for each level they lie in. */
function settled(text: string): string {
  let now = text;
  for (let round = 0; round < 4 && now.includes('%'); round += 1) {
    const next = decodeText(now);
    if (next === now) break;
    now = next;
  }
  return now;
}

/** A code nobody has explained counts only where nothing else tells what happened. */
function eventsOf(slots: readonly Slot[]): DecodedEvent[] {
  const known = slots.filter((slot) => Object.hasOwn(codes, slot.e ?? ''));
  const told = known.length > 0 ? known : slots.filter((slot) => slot.e !== undefined && !technical.has(slot.e));
  return told.map((slot) => {
    const [name, category] = codes[slot.e ?? ''] ?? [slot.e ?? '', 'custom' as const];
    const items = itemsOf(slot);
    const isList = (slot.p ?? '').startsWith('[');
    const { e: _code, p: _items, ...params } = slot;
    const value = sumOf(items);
    return completeEvent(
      { name, category, ...(isList && value !== undefined ? { valueComputed: true } : {}) },
      {
        value,
        currency: slot.c,
        orderId: slot.e === 'vc' ? slot.id : undefined,
        items,
        params: Object.keys(params).length > 0 ? params : undefined,
      },
    );
  });
}

type Item = Record<string, string | number>;

/** `SKU-9` with `pr` beside it, `[SKU-9,SKU-12]`, or `[i=SKU-9&pr=89.9&q=1][i=SKU-12&pr=15&q=2]`. */
function itemsOf(slot: Slot): Item[] {
  const { p } = slot;
  if (!p) return [];
  if (!p.startsWith('[')) return [itemOf(p, slot.pr, slot.q)];
  return p
    .slice(0, 20_000)
    .split(/[[\]]+/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      if (!piece.includes('=')) return piece.split(',').map((id) => itemOf(id.replace(/^"|"$/g, ''), undefined, undefined));
      const { i = '', pr, q } = fieldsIn(piece);
      return [itemOf(i, pr, q)];
    });
}

function itemOf(id: string, price: string | undefined, quantity: string | undefined): Item {
  const item: Item = { id };
  if (price) item.price = numberOf(price) ?? price;
  if (quantity) item.quantity = numberOf(quantity) ?? quantity;
  return item;
}

/** The wire carries no total. */
function sumOf(items: readonly Item[]): number | undefined {
  let total: number | undefined;
  for (const { price, quantity = 1 } of items)
    if (typeof price === 'number' && typeof quantity === 'number') total = (total ?? 0) + price * quantity;
  return total === undefined ? undefined : Math.round(total * 1e6) / 1e6;
}

/** `ce` carries e-mail addresses, hashed or in clear: `m=[…]`. */
function userDataOf(slots: readonly Slot[]): UserDataField[] | undefined {
  let fields: UserDataField[] | undefined;
  for (const { e, m = '' } of slots) {
    if (e !== 'ce') continue;
    for (const one of m.replace(/^\[|\]$/g, '').split(','))
      if (one !== '') fields = withField(fields, { key: 'm', form: formOf(one) });
  }
  return fields;
}

function twice(address: string | undefined): string | undefined {
  return address === undefined ? undefined : settled(address);
}

function consentOf(sent: Sent): CarriedConsent | undefined {
  const usPrivacy = textOf(sent, at.cs);
  const gpp = textOf(sent, at.gpp);
  if (usPrivacy === undefined && gpp === undefined) return undefined;
  return { ...(usPrivacy === undefined ? {} : { usPrivacy }), ...(gpp === undefined ? {} : { gpp }) };
}

const names: ReadonlySet<string> = new Set([...Object.values(codes).map(([name]) => name), 'trackLead', 'trackLeads']);

/** `criteo_q.push({event: 'setAccount', account: 1}, {event: 'viewItem', item: 'SKU'})`: the first that says what happened counts. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const said = args.flatMap((one) => (isObject(one) ? [one] : []));
  const account = said.map((one) => textAt(one, 'account')).find((one) => one !== undefined);
  const event = said.map((one) => textAt(one, 'event')).find((one) => one !== undefined && names.has(one));
  const accounts = account === undefined ? {} : { accounts: [account] };
  if (event !== undefined) return { vendor, kind: 'event', ...accounts, event };
  if (account !== undefined) return { vendor, kind: 'init', ...accounts };
  return said.length > 0 ? { vendor, kind: 'other' } : null;
}
