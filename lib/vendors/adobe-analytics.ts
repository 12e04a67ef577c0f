import type { Category, Decoded, DecodedEvent } from '../model';
import { createDictionary } from './dictionary';
import { complete, completeEvent, fieldsOf, type Hit, isFirstParty, plainAnswer, type Vendor } from './kit';
import { numberOf } from './numbers';
import { firstOf, type Sent, textOf } from './sent';

/**
 * Adobe Analytics, at Adobe's collection hosts or the site's own. Parameters:
 * https://experienceleague.adobe.com/en/docs/analytics/implementation/validate/query-parameters; products (whose price is the line's total):
 * https://experienceleague.adobe.com/en/docs/analytics/implementation/vars/page-vars/products. What `event12` means stands in the report suite only.
 */
const vendor = 'adobe_analytics';

const dictionary = createDictionary({
  AQB: ['Begin of the hit', 'technical'],
  AQE: ['End of the hit', 'technical'],
  pageName: ['Page name', 'page'],
  gn: ['Page name', 'page'],
  g: ['Page address', 'page'],
  '-g': ['Page address, continued', 'page'],
  r: ['Referrer', 'page'],
  ch: ['Section of the site', 'page'],
  server: ['Server', 'page'],
  pageType: ['Kind of page', 'page'],
  cc: ['Currency', 'event'],
  ce: ['Character set', 'technical'],
  events: ['Events', 'event'],
  products: ['Products', 'items'],
  pl: ['Products', 'items'],
  purchaseID: ['Order id', 'event'],
  xact: ['Transaction id', 'event'],
  pe: ['Kind of link', 'event'],
  pev1: ['Link address', 'event'],
  pev2: ['Link name', 'event'],
  mid: ['Experience Cloud id', 'user'],
  aid: ['Analytics id', 'user'],
  fid: ['Fallback id', 'user'],
  vid: ['Visitor id', 'user'],
  mcorgid: ['Organisation', 'technical'],
  ndh: ['Image with script', 'technical'],
  t: ['Time of the visitor', 'technical'],
  ts: ['Event time', 'event'],
  v0: ['Campaign', 'campaign'],
  s: ['Screen size', 'technical'],
  c: ['Colour depth', 'technical'],
  bw: ['Window width', 'technical'],
  bh: ['Window height', 'technical'],
  state: ['State', 'user'],
  zip: ['Postcode', 'user'],
});
const { at } = dictionary;

export const adobeAnalytics: Vendor = {
  facts: {
    id: vendor,
    name: 'Adobe Analytics',
    mark: 'Aa',
    consent: {
      required: true,
      source: 'Sets an identifier: https://experienceleague.adobe.com/en/docs/analytics/technotes/cookies/cookies',
    },
    oncePerPage: [],
    traits: ['routes-first-party'],
    wire: {
      reads: 'page views, links, events and products',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/AdobeAnalytics.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['sc.omtrdc.net', '2o7.net', 'assets.adobedtm.com'],
  decode(hit) {
    if (hit.address.host !== 'assets.adobedtm.com') return read(hit);
    return /\/AppMeasurement(?:\.min)?\.js$/.test(hit.address.path)
      ? plainAnswer(hit, { kind: 'library', vendor }, dictionary)
      : null;
  },
  shape: { marks: ['/b/ss/'], mayBe: ({ url }) => url.includes('/b/ss/'), decode: read },
};

/** `/b/ss/<report suites>/<number>/<library>/s<random>`; a hit says where it begins, or at least which page it is about. */
function read(hit: Hit): Decoded | null {
  const suites = /^\/b\/ss\/([^/]+)\/\d/.exec(hit.address.path)?.[1];
  if (suites === undefined) return null;
  const { sent, encoding } = fieldsOf(hit, dictionary);
  const says = [at.AQB, at.pageName, at.g, at.pe].some((slot) => firstOf(sent, slot) !== undefined);
  if (!says) return null;
  const accounts = suites.split(',').filter((one) => one !== '');
  const pageUrl = pageOf(sent);
  return complete(
    { kind: 'event', vendor, events: eventsOf(sent), parameters: sent.parameters },
    {
      accountId: accounts[0],
      accountIds: accounts,
      encoding,
      pageUrl,
      referrer: firstOf(sent, at.r),
      firstParty: isFirstParty(hit, pageUrl),
      role: 'main',
    },
  );
}

/** A long address is cut in two. */
function pageOf(sent: Sent<never>): string | undefined {
  const url = textOf(sent, at.g);
  return url === undefined ? undefined : url + (textOf(sent, at['-g']) ?? '');
}

const categories: ReadonlyMap<string, Category> = new Map([
  ['purchase', 'purchase'],
  ['prodView', 'view_content'],
  ['scAdd', 'add_to_cart'],
  ['scCheckout', 'initiate_checkout'],
  ['scOpen', 'custom'],
  ['scView', 'custom'],
  ['scRemove', 'custom'],
]);

/** Links by hand, downloads, exits (https://experienceleague.adobe.com/en/docs/analytics/implementation/vars/functions/tl-method). */
const links: Readonly<Record<string, Category>> = { lnk_o: 'custom', lnk_d: 'download', lnk_e: 'engagement' };

function eventsOf(sent: Sent<never>): DecodedEvent[] {
  const params = paramsOf(sent);
  const listed = (textOf(sent, at.events) ?? '').split(',').filter((one) => one !== '');
  if (listed.length > 0) return listed.map((one) => eventOf(sent, one, params));
  const kind = textOf(sent, at.pe);
  if (kind !== undefined) {
    const name = textOf(sent, at.pev2) ?? textOf(sent, at.pev1);
    return [
      completeEvent({ name: name === undefined ? 'link' : `link: ${name}`, category: links[kind] ?? 'custom' }, { params }),
    ];
  }
  const page = textOf(sent, at.pageName) ?? textOf(sent, at.gn);
  return [completeEvent({ name: page === undefined ? 'page view' : `page view: ${page}`, category: 'page_view' }, { params })];
}

/** `event5`, `event5=10`, `purchase:serial`. */
function eventOf(sent: Sent<never>, said: string, params: Record<string, string>): DecodedEvent {
  const [, name = said, number, serial] = /^([^=:]+)(?:=([^:]*))?(?::(.*))?$/.exec(said) ?? [];
  const category = categories.get(name);
  const event = completeEvent(
    { name, category: category ?? 'custom' },
    { value: numberOf(number), eventId: serial || undefined, params },
  );
  if (category === undefined) return event;
  const items = productsIn(textOf(sent, at.products) ?? textOf(sent, at.pl));
  completeEvent(event, { currency: textOf(sent, at.cc), items });
  if (name !== 'purchase') return event;
  completeEvent(event, { orderId: textOf(sent, at.purchaseID) ?? textOf(sent, at.xact) });
  const prices = items.map(({ price }) => price).filter((price) => typeof price === 'number');
  if (event.value === undefined && prices.length > 0) {
    event.value = Math.round(prices.reduce((sum, price) => sum + price, 0) * 100) / 100;
    event.valueComputed = true;
  }
  return event;
}

/** `category;name;quantity;price;events;evars`, one after a comma. */
function productsIn(text: string | undefined): Record<string, string | number>[] {
  const items: Record<string, string | number>[] = [];
  for (const part of text?.split(',') ?? []) {
    const [category = '', id = '', quantity, price] = part.split(';');
    if (id === '') continue;
    const item: Record<string, string | number> = { id };
    if (category !== '') item.category = category;
    const count = numberOf(quantity);
    const total = numberOf(price);
    if (count !== undefined) item.quantity = count;
    if (total !== undefined) item.price = total;
    items.push(item);
  }
  return items;
}

const named = new Set([
  'pageName',
  'gn',
  'ch',
  'server',
  'pageType',
  'pe',
  'pev1',
  'pev2',
  'events',
  'products',
  'purchaseID',
  'xact',
]);

/** What the site said: its variables (`v1`, `c1`) and the named ones. */
function paramsOf({ parameters }: Sent<never>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { key, value } of parameters) if (named.has(key) || /^[vc]\d{1,3}$/.test(key)) found[key] ??= value;
  return found;
}
