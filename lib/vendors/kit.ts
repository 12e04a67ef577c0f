import type { Category, Decoded, DecodedEvent, DecodeRequest, Json, VendorCall, VendorFacts } from '../model';
import { type Address, hostIn, siteOf } from './address';
import { type Body, openBody } from './body';
import type { Dictionary } from './dictionary';
import { addFields, addQuery, nothingSent, type Sent } from './sent';

/** One vendor: data first, code only where its wire format needs code. */
export interface Vendor {
  facts: VendorFacts;
  /** Host names; sub-domains are included. `www.google.*` stands for Google's country domains. */
  hosts: readonly string[];
  /** Reads a request to one of the hosts; `null` when it is none of this vendor's. */
  decode(hit: Hit): Decoded | null;
  /** Requests that may go to any host, such as a site's own server container. */
  shape?: {
    /** Pieces of text of which every such address holds at least one: the cheapest test there is, made for all vendors at once. */
    marks: readonly string[];
    /** Cheap test on the raw address (and body): true when it is worth a look. */
    mayBe(request: DecodeRequest): boolean;
    decode(hit: Hit): Decoded | null;
  };
  /** Reads a call of one of `facts.apis`. */
  readCall?(call: PageApiCall): VendorCall | null;
}

export interface PageApiCall {
  api: string;
  method?: string;
  args: Json[];
}

/** A request as decoders see it: the address cut, the body opened when it is asked for. */
export interface Hit {
  request: DecodeRequest;
  address: Address;
  body?: Body;
}

export function bodyOf(hit: Hit): Body {
  hit.body ??= openBody(hit.request);
  return hit.body;
}

/** What stands in the address. */
export function queryOf<P extends string>(hit: Hit, dictionary: Dictionary<string, P>): Sent<P> {
  const sent = nothingSent(dictionary);
  addQuery(sent, hit.address.query, 'query');
  return sent;
}

/** What stands in the address and in a body of fields, and how it was written. */
export function fieldsOf<P extends string>(hit: Hit, dictionary: Dictionary<string, P>): { sent: Sent<P>; encoding: string } {
  const sent = queryOf(hit, dictionary);
  return { sent, encoding: addBody(sent, bodyOf(hit)) ?? 'query' };
}

/** Adds a body of fields; its encoding, or `undefined` when it has none. */
export function addBody(sent: Sent, body: Body): string | undefined {
  if (body.kind === 'form') addQuery(sent, body.text, 'body');
  else if (body.kind === 'fields') addFields(sent, body.fields, 'body');
  else return undefined;
  return body.kind === 'form' ? 'form' : body.encoding;
}

/** Category of an event name by a vendor's own vocabulary; names it does not know are custom. */
export function categoryOf(vocabulary: Readonly<Record<string, Category>>, name: string): Category {
  return Object.hasOwn(vocabulary, name) ? (vocabulary[name] ?? 'custom') : 'custom';
}

/** True when the request goes to a host of the same site as the page that sent it. */
export function isFirstParty(hit: Hit, pageUrl: string | undefined): boolean {
  const page = hostIn(hit.request.initiatorPage ?? pageUrl ?? '');
  return page !== '' && siteOf(page) === siteOf(hit.address.host);
}

/** A load of a script, an image or a frame that is no event: its parameters and nothing else. */
export function plainAnswer(
  hit: Hit,
  answer: Pick<Decoded, 'kind' | 'vendor'> & Optional<Decoded>,
  dictionary: Dictionary,
): Decoded {
  const { kind, vendor, ...more } = answer;
  return complete({ kind, vendor, events: [], parameters: queryOf(hit, dictionary).parameters }, more);
}

/** An envelope of a vendor's that cannot be opened, with the reason as one sentence. */
export function opaque(
  hit: Hit,
  { vendor, accountId, reason }: { vendor: string; accountId?: string | undefined; reason: string },
  dictionary: Dictionary,
): Decoded {
  return plainAnswer(hit, { kind: 'opaque', vendor, accountId, reason }, dictionary);
}

/** Why a body could not be read, as one sentence; `undefined` when it could, or when there was none. */
export function unreadReason(hit: Hit): string | undefined {
  const body = bodyOf(hit);
  return body.kind === 'unread' ? `The body could not be read: ${body.why}.` : undefined;
}

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

/** The answer with what is known beside it; what is `undefined` stays absent. Field by field: objects of one shape are cheap to make and to read. */
export function complete(decoded: Decoded, more: Optional<Omit<Decoded, 'kind' | 'vendor' | 'events' | 'parameters'>>): Decoded {
  if (more.accountId !== undefined) decoded.accountId = more.accountId;
  if (more.accountIds !== undefined && more.accountIds.length > 1) decoded.accountIds = more.accountIds;
  if (more.product !== undefined) decoded.product = more.product;
  if (more.encoding !== undefined) decoded.encoding = more.encoding;
  if (more.pageUrl !== undefined) decoded.pageUrl = more.pageUrl;
  if (more.referrer !== undefined) decoded.referrer = more.referrer;
  if (more.consent !== undefined) decoded.consent = more.consent;
  if (more.userData !== undefined && more.userData.length > 0) decoded.userData = more.userData;
  if (more.firstParty !== undefined) decoded.firstParty = more.firstParty;
  if (more.integration !== undefined) decoded.integration = more.integration;
  if (more.noscript === true) decoded.noscript = true;
  if (more.automatic === true) decoded.automatic = true;
  if (more.reason !== undefined) decoded.reason = more.reason;
  if (more.role !== undefined) decoded.role = more.role;
  if (more.foldKey !== undefined) decoded.foldKey = more.foldKey;
  return decoded;
}

/** The same for an event. */
export function completeEvent(event: DecodedEvent, more: Optional<Omit<DecodedEvent, 'name' | 'category'>>): DecodedEvent {
  if (more.eventId !== undefined) event.eventId = more.eventId;
  if (more.value !== undefined) event.value = more.value;
  if (more.currency !== undefined) event.currency = more.currency;
  if (more.orderId !== undefined) event.orderId = more.orderId;
  if (more.conversionId !== undefined) event.conversionId = more.conversionId;
  if (more.label !== undefined) event.label = more.label;
  if (more.items !== undefined && more.items.length > 0) event.items = more.items;
  if (more.flags !== undefined && more.flags.length > 0) event.flags = more.flags;
  if (more.params !== undefined) event.params = more.params;
  return event;
}
