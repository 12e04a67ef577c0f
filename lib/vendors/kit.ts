import type { Category, Decoded, DecodeRequest, Json, Parameter, VendorCall, VendorFacts } from '../model';
import { type Address, hostIn, siteOf } from './address';
import { type Body, openBody } from './body';
import { type Field, splitFields } from './fields';

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

/** A request as decoders see it: the address cut, the query split, the body opened when it is asked for. */
export interface Hit {
  request: DecodeRequest;
  address: Address;
  query: readonly Field[];
  body: Body;
}

export function createHit(request: DecodeRequest, address: Address): Hit {
  let query: readonly Field[] | undefined;
  let body: Body | undefined;
  return {
    request,
    address,
    get query() {
      query ??= splitFields(address.query);
      return query;
    },
    get body() {
      body ??= openBody(request);
      return body;
    },
  };
}

/** Readable name and heading of a parameter: `[label, group]`. */
export type Labels = Readonly<Record<string, readonly [label: string, group: string]>>;

export type LabelOf = (key: string) => readonly [label: string, group: string] | undefined;

/** Looks a key up as it stands, then by its prefix up to and including the first `[` or `.`. */
export function labelsOf(labels: Labels): LabelOf {
  const byKey = new Map(Object.entries(labels));
  return (key) => {
    const found = byKey.get(key);
    if (found) return found;
    const cut = key.search(/[[.]/);
    return cut < 0 ? undefined : byKey.get(key.slice(0, cut + 1));
  };
}

/** Fields as parameters, none left out. */
export function parametersOf(
  fields: readonly Field[],
  { source, labelOf, event }: { source: Parameter['source']; labelOf: LabelOf; event?: number },
): Parameter[] {
  return fields.map(({ key, value }) => {
    const parameter: Parameter = { key, value, source };
    const found = labelOf(key);
    if (found) {
      parameter.label = found[0];
      parameter.group = found[1];
    }
    if (event !== undefined) parameter.event = event;
    return parameter;
  });
}

/** Category of an event name by a vendor's own vocabulary; names it does not know are custom. */
export function categoryOf(vocabulary: Readonly<Record<string, Category>>, name: string): Category {
  return Object.hasOwn(vocabulary, name) ? (vocabulary[name] ?? 'custom') : 'custom';
}

/** Fields below a wire prefix such as `cd[…]` or `ep.`, without it; of a repeated name the last counts. */
export function under(fields: readonly Field[], prefix: string): Record<string, string> {
  return gather(fields, [prefix]);
}

/** {@link under} for several prefixes at once; where two hold the same name, the later prefix counts. */
export function gather(fields: readonly Field[], prefixes: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const prefix of prefixes) {
    const bracket = prefix.endsWith('[');
    for (const { key, value } of fields) {
      if (!key.startsWith(prefix)) continue;
      const end = bracket && key.endsWith(']') ? key.length - 1 : key.length;
      setOwn(found, key.slice(prefix.length, end), value);
    }
  }
  return found;
}

/** A page may name a parameter `__proto__`: it becomes a field like any other. */
function setOwn(record: Record<string, string>, key: string, value: string): void {
  if (key === '__proto__') Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  else record[key] = value;
}

/** True when a record has no fields. */
export function isEmpty(record: object): boolean {
  for (const _key in record) return false;
  return true;
}

/** True when the request goes to a host of the same site as the page that sent it. */
export function isFirstParty(hit: Hit, pageUrl: string | undefined): boolean {
  const page = hostIn(hit.request.initiatorPage ?? pageUrl ?? '');
  return page !== '' && siteOf(page) === siteOf(hit.address.host);
}

/** A load of a script, an image or a frame that is no event. */
export function plainAnswer(hit: Hit, answer: Pick<Decoded, 'kind' | 'vendor'> & Partial<Decoded>, labelOf: LabelOf): Decoded {
  return { events: [], parameters: parametersOf(hit.query, { source: 'query', labelOf }), ...answer };
}

/** An envelope of a vendor's that cannot be opened, with the reason as one sentence. */
export function opaque(
  hit: Hit,
  { vendor, accountId, reason }: { vendor: string; accountId?: string; reason: string },
  labelOf: LabelOf,
): Decoded {
  return plainAnswer(hit, { kind: 'opaque', vendor, ...(accountId === undefined ? {} : { accountId }), reason }, labelOf);
}

/** The object without its undefined fields. A copy: deleting would turn it into a slow one. */
export function compact<T extends object>(value: T): T {
  const copy = {} as T;
  for (const key in value) if (value[key] !== undefined) copy[key] = value[key];
  return copy;
}

/** Absent instead of empty. */
export function some<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}

export type { Category, Decoded, Field };
