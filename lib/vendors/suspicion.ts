import type { DecodeRequest } from '../model';
import { cutAddress, hostIn, siteOf } from './address';
import { openBody } from './body';
import { createDictionary } from './dictionary';
import { isObject } from './json-reading';
import { addFields, addQuery, type Field, nothingSent } from './sent';

/**
 * Why a request to a host of no vendor looks like a tag’s, as part of a sentence; `undefined` for everything else. Called for what no
 * decoder knows. It asks for things that go together in tags and in little else, since a site without tags must read clean: its own
 * interfaces, pictures, fonts and maps name an event or an address now and then, and nothing beside it.
 */
export function suspicionOf(request: DecodeRequest): string | undefined {
  const { url, method, initiatorPage, resourceType = 'other' } = request;
  if (method === 'OPTIONS' || method === 'HEAD' || initiatorPage === undefined || !carriers.has(resourceType)) return undefined;
  if (!worthALook.test(url) && !(request.body && worthALook.test(request.body)) && !request.bodyFields) return undefined;
  const address = cutAddress(url);
  if (!address) return undefined;
  const isOwn = siteOf(address.host) === siteOf(hostIn(initiatorPage));
  // What a site posts to itself is its own affair; a picture or a beacon on its own domain may be a tag that was moved there.
  const seen = look(isOwn ? queryFields(address.query) : [...queryFields(address.query), ...bodyFields(request)], initiatorPage);
  const isImage = resourceType === 'image';
  const isLoad = isImage || resourceType === 'ping' || resourceType === 'beacon';
  if (isOwn) return isLoad && seen.visitor && (seen.page || seen.event) ? carriesVisitor(seen.visitor) : undefined;
  if (seen.visitor) return carriesVisitor(seen.visitor);
  if (seen.page && seen.event && seen.account) return 'it names an event, the page and an account, as tags do';
  const beside = [seen.event, seen.account, seen.referrer, seen.screen, seen.title, seen.click].filter(Boolean).length;
  if (!seen.page || !isLoad || beside < (isImage ? 2 : 1)) return undefined;
  return `${isImage ? 'an image' : 'a beacon'} that carries the page’s address and more of the visit, as tags do`;
}

/** How tags leave a page. Scripts, styles, fonts, films and frames are what a page is made of. */
const carriers: ReadonlySet<string> = new Set(['image', 'ping', 'beacon', 'xmlhttprequest', 'other']);

/** An address or a visitor’s id as a value: the one test that every request has to pay for. */
const worthALook = /=https?(?::|%3A)|fb\.[0-2]\.\d{10}|GA1\.\d\.\d|=(?:1\.\d\.)?\d{5,12}\.\d{9,11}(?:&|$)|"https?:/i;

interface Seen {
  /** Name of the parameter that carries a visitor’s id of a known kind. */
  visitor?: string;
  page?: boolean;
  event?: boolean;
  account?: boolean;
  referrer?: boolean;
  screen?: boolean;
  title?: boolean;
  click?: boolean;
}

function look(fields: readonly Field[], page: string): Seen {
  const seen: Seen = {};
  const wanted = bare(page);
  for (const { key, value } of fields) {
    const name = key.toLowerCase();
    if (isVisitorId(name, value)) seen.visitor ??= key;
    else if (value.startsWith('http') && !placesOnly.has(name) && bare(value) === wanted) seen.page = true;
    else if (eventNames.has(name) && /^[\w .:$-]{2,60}$/.test(value)) seen.event = true;
    else if (accountNames.has(name) && /^(?=.*\d)[\w:.-]{4,64}$/.test(value)) seen.account = true;
    else if (referrerNames.has(name)) seen.referrer = true;
    else if (screenNames.has(name) && /^\d{3,4}(?:x\d{3,4})?(?:x\d{2})?$/.test(value)) seen.screen = true;
    else if (titleNames.has(name) && value !== '') seen.title = true;
    else if (clickNames.has(name) && value.length >= 10) seen.click = true;
  }
  return seen;
}

/** `_fbp`, `_ga` and `_gcl_au` as their owners’ pages describe them; a `_ga` without its head only under a name that says so. */
function isVisitorId(name: string, value: string): boolean {
  if (/^fb\.[0-2]\.\d{10,13}\.[\w-]+$/.test(value) || /^GA1\.\d\.\d{5,12}\.\d{9,11}$/.test(value)) return true;
  return clientNames.has(name) && /^(?:1\.\d\.)?\d{5,12}\.\d{9,11}$/.test(value);
}

const clientNames = new Set(['cid', '_ga', 'ga', 'ga_cid', 'client_id', 'clientid', '_gcl_au', 'auid']);
const eventNames = new Set(['ev', 'en', 'evt', 'event', 'event_name', 'eventname', 'event_type', 'eventtype', 'ea']);
const accountNames = new Set(
  'id tid pid aid px pixel pixel_id pixelid tag_id tagid account account_id accountid adv advertiser advertiser_id site_id siteid site-id idsite partner partner_id merchant merchant_id mid'.split(
    ' ',
  ),
);
const referrerNames = new Set(['dr', 'ref', 'referrer', 'referer', 'rl', 'urlref']);
const screenNames = new Set(['sr', 'res', 'sw', 'sh', 'vp', 'screen']);
const titleNames = new Set(['dt', 'title', 'page_title']);
const clickNames = new Set(['gclid', 'gbraid', 'wbraid', 'fbclid', 'msclkid', 'ttclid', 'li_fat_id']);
/** A player or a sign-in names the page it stands on. */
const placesOnly = new Set(['origin', 'embed_origin', 'host', 'domain', 'parent', 'redirect_uri', 'return_to', 'continue']);

/** Without query, fragment and closing slash: what makes two addresses one page. */
function bare(url: string): string {
  const end = url.search(/[?#]/);
  return (end < 0 ? url : url.slice(0, end)).replace(/\/$/, '');
}

function carriesVisitor(key: string): string {
  return `its “${key}” is a visitor’s id of the kind that tags keep in a cookie`;
}

const names = createDictionary({});

function queryFields(query: string): Field[] {
  const sent = nothingSent(names);
  addQuery(sent, query, 'query');
  return sent.parameters;
}

/** Longest body that is looked into, in characters. */
const longest = 64 * 1024;

function bodyFields(request: DecodeRequest): Field[] {
  if (request.body !== undefined && request.body.length > longest) return [];
  const body = openBody(request);
  const sent = nothingSent(names);
  if (body.kind === 'form') addQuery(sent, body.text, 'body');
  else if (body.kind === 'fields') addFields(sent, body.fields, 'body');
  else if (body.kind === 'json' && isObject(body.json))
    return Object.entries(body.json).flatMap(([key, value]) => (typeof value === 'string' ? [{ key, value }] : []));
  return sent.parameters;
}
