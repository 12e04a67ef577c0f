import type { CarriedConsent, Category, Decoded, DecodedEvent, DecodedKind, UserDataField, VendorFacts } from '../model';
import { parseJson } from './body';
import type { Dictionary } from './dictionary';
import {
  addBody,
  bodyOf,
  categoryOf,
  complete,
  completeEvent,
  type Hit,
  opaque,
  type PageApiCall,
  queryOf,
  unreadReason,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { addJson, addJsonBelow, firstOf, type Sent, setOwn, textOf, under } from './sent';
import { formOf, withField } from './user-data';

/**
 * A vendor whose requests are "fields in, one event out": data alone. Where a key is a list, the first that was sent counts. What a wire format
 * needs beyond this goes into `refine`, or into a decoder of its own that uses {@link createReader}.
 */
export interface Reading<K extends string, P extends string = never> {
  vendor: string;
  dictionary: Dictionary<K, P>;
  account: readonly K[];
  /** An event without account counts too: the vendor tells its customers apart by the page. */
  mayLackAccount?: boolean;
  /** Keys that name the event. */
  event?: readonly K[];
  /** What a request is that names no event; without it, such a request is none of the vendor's. */
  unnamed?: Pick<DecodedEvent, 'name' | 'category'>;
  vocabulary?: Readonly<Record<string, Category>>;
  /** The vocabulary is in small letters, and names are looked up without regard to theirs. */
  ignoreCase?: boolean;
  eventId?: readonly K[];
  value?: readonly K[];
  currency?: readonly K[];
  orderId?: readonly K[];
  label?: readonly K[];
  conversionId?: readonly K[];
  /** The site's own parameters by key; each keeps its name. */
  params?: readonly K[];
  /** Gathered prefixes below which all are the site's own parameters; they lose the prefix. */
  paramsUnder?: readonly P[];
  pageUrl?: readonly K[];
  referrer?: readonly K[];
  integration?: readonly K[];
  /** User data; the field is named by the last segment of its key. */
  userData?: readonly K[];
  /** Keys whose value is JSON: its leaves are added below the key (`ed.value`). */
  json?: readonly K[];
  /** Consent as the request itself states it. */
  consent?(sent: Sent<P>): CarriedConsent | undefined;
  /** A last look at the answer; `null` says that the request is none of this vendor's. */
  refine?(decoded: Decoded, sent: Sent<P>, hit: Hit): Decoded | null;
}

/** What a path of a vendor's hosts is. The first that fits counts; a path that none fits is none of the vendor's. */
export interface PathKind {
  /** Exact host; absent where it holds for all of the vendor's. */
  host?: string;
  /** The whole path, or a pattern; its first group is the account. */
  path: string | RegExp;
  kind: DecodedKind;
  /** What the path alone says the event is. */
  event?: Pick<DecodedEvent, 'name' | 'category'>;
  /** Role among parallel requests; `main` unless told. */
  role?: string;
}

/** What a path said before the parameters were read. */
interface Said {
  kind: DecodedKind;
  accountId?: string | undefined;
  event?: Pick<DecodedEvent, 'name' | 'category'> | undefined;
  role?: string | undefined;
  encoding?: string | undefined;
}

export interface Reader<P extends string> {
  /** The event of what was sent, or as was `said`; `undefined` when it names none and {@link Reading.unnamed} is absent. */
  event(sent: Sent<P>, said?: Pick<DecodedEvent, 'name' | 'category'>): DecodedEvent | undefined;
  /** User data of what was sent, added to what is known. */
  userData(sent: Sent<P>, known?: UserDataField[]): UserDataField[] | undefined;
  /** The whole answer; `null` for an event without account or name. */
  answer(hit: Hit, sent: Sent<P>, said: Said): Decoded | null;
}

/** The vendor made of its data. */
export function simpleVendor<K extends string, P extends string = never>({
  facts,
  hosts,
  paths,
  reading,
  readCall,
}: {
  facts: VendorFacts;
  hosts: readonly string[];
  paths: readonly PathKind[];
  reading: Reading<K, P>;
  readCall?: NonNullable<Vendor['readCall']>;
}): Vendor {
  const decode = createDecode(reading, paths);
  const vendor: Vendor = { facts, hosts, decode };
  if (readCall) vendor.readCall = (call: PageApiCall) => readCall(call);
  return vendor;
}

/** Reads requests by their path: the `decode` of a vendor made of data. */
export function createDecode<K extends string, P extends string = never>(
  reading: Reading<K, P>,
  paths: readonly PathKind[],
): (hit: Hit) => Decoded | null {
  const reader = createReader(reading);
  const inside = reading.json?.map((key) => ({ key, slot: reading.dictionary.at[key] })) ?? [];
  return (hit) => {
    const { host, path } = hit.address;
    for (const one of paths) {
      if (one.host !== undefined && one.host !== host) continue;
      const found = typeof one.path === 'string' ? one.path === path : one.path.exec(path);
      if (!found) continue;
      const sent = queryOf(hit, reading.dictionary);
      let encoding = openBodyInto(sent, hit) ?? 'query';
      for (const { key, slot } of inside) if (openJson(sent, key, slot) && encoding === 'query') encoding = 'query+json';
      const accountId = found === true ? undefined : found[1];
      return reader.answer(hit, sent, { kind: one.kind, event: one.event, role: one.role, accountId, encoding });
    }
    return null;
  };
}

/** Adds a body of fields or of JSON; its encoding, or `undefined` when it has none. */
function openBodyInto(sent: Sent, hit: Hit): string | undefined {
  const body = bodyOf(hit);
  if (body.kind !== 'json') return addBody(sent, body);
  addJson(sent, body.json, 'body');
  return 'json';
}

function openJson(sent: Sent, key: string, slot: number): boolean {
  const text = firstOf(sent, slot);
  if (text === undefined || !(text.startsWith('{') || text.startsWith('['))) return false;
  const json = parseJson(text);
  if (json === undefined) return false;
  addJsonBelow(sent, key, json, 'query');
  return true;
}

/** Kinds whose answer lists what happened; the rest name no event. */
const withEvents: ReadonlySet<DecodedKind> = new Set(['event', 'mirror', 'identify']);
const withAccount: ReadonlySet<DecodedKind> = new Set(['event', 'mirror', 'identify', 'consent']);

export function createReader<K extends string, P extends string = never>(reading: Reading<K, P>): Reader<P> {
  const { vendor, dictionary, vocabulary = {}, ignoreCase, unnamed, paramsUnder = [], consent, refine } = reading;
  const slotsOf = (keys: readonly K[] = []) => keys.map((key) => dictionary.at[key]);
  const places = {
    account: slotsOf(reading.account),
    event: slotsOf(reading.event),
    eventId: slotsOf(reading.eventId),
    value: slotsOf(reading.value),
    currency: slotsOf(reading.currency),
    orderId: slotsOf(reading.orderId),
    label: slotsOf(reading.label),
    conversionId: slotsOf(reading.conversionId),
    pageUrl: slotsOf(reading.pageUrl),
    referrer: slotsOf(reading.referrer),
    integration: slotsOf(reading.integration),
  };
  const params = (reading.params ?? []).map((key) => ({ key, slot: dictionary.at[key] }));
  const user = (reading.userData ?? []).map((key) => ({ key: lastSegment(key), slot: dictionary.at[key] }));

  function paramsOf(sent: Sent<P>): Record<string, string> | undefined {
    let found = paramsUnder.length > 0 ? under(sent, ...paramsUnder) : undefined;
    for (const { key, slot } of params) {
      const value = firstOf(sent, slot);
      if (value === undefined) continue;
      found ??= {};
      setOwn(found, key, value);
    }
    return found;
  }

  function event(sent: Sent<P>, said?: Pick<DecodedEvent, 'name' | 'category'>): DecodedEvent | undefined {
    const name = said?.name ?? textIn(sent, places.event) ?? unnamed?.name;
    if (name === undefined) return undefined;
    const category =
      said?.category ??
      (name === unnamed?.name ? unnamed.category : categoryOf(vocabulary, ignoreCase ? name.toLowerCase() : name));
    return completeEvent(
      { name, category },
      {
        eventId: textIn(sent, places.eventId),
        value: numberOf(textIn(sent, places.value)),
        currency: textIn(sent, places.currency),
        orderId: textIn(sent, places.orderId),
        label: textIn(sent, places.label),
        conversionId: textIn(sent, places.conversionId),
        params: paramsOf(sent),
      },
    );
  }

  function userData(sent: Sent<P>, known?: UserDataField[]): UserDataField[] | undefined {
    let fields = known;
    for (const { key, slot } of user) {
      const value = textOf(sent, slot);
      if (value !== undefined) fields = withField(fields, { key, form: formOf(value) });
    }
    return fields;
  }

  return {
    event,
    userData,
    answer(hit, sent, { kind, accountId = textIn(sent, places.account), event: said, role, encoding }) {
      const needsAccount = withAccount.has(kind);
      if (needsAccount && accountId === undefined && reading.mayLackAccount !== true) {
        const reason = unreadReason(hit);
        return reason === undefined ? null : opaque(hit, { vendor, reason }, dictionary);
      }
      const happened = withEvents.has(kind) ? event(sent, said) : undefined;
      if (withEvents.has(kind) && !happened) return null;
      const decoded: Decoded = { kind, vendor, events: happened ? [happened] : [], parameters: sent.parameters };
      complete(decoded, {
        accountId,
        encoding,
        pageUrl: textIn(sent, places.pageUrl),
        referrer: firstIn(sent, places.referrer),
        integration: textIn(sent, places.integration),
        consent: consent?.(sent),
        userData: needsAccount ? userData(sent) : undefined,
        reason: sent.cut ? 'The body is longer than can be shown.' : unreadReason(hit),
        role: role ?? (kind === 'event' ? 'main' : undefined),
      });
      return refine ? refine(decoded, sent, hit) : decoded;
    },
  };
}

function firstIn(sent: Sent, slots: readonly number[]): string | undefined {
  for (const slot of slots) {
    const value = firstOf(sent, slot);
    if (value !== undefined) return value;
  }
  return undefined;
}

function textIn(sent: Sent, slots: readonly number[]): string | undefined {
  for (const slot of slots) {
    const value = textOf(sent, slot);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** `ud[em]` and `user.in.em` are `em`. */
function lastSegment(key: string): string {
  const from = Math.max(key.lastIndexOf('.', key.length - 2), key.lastIndexOf('[')) + 1;
  return key.slice(from, key.endsWith(']') ? -1 : undefined);
}
