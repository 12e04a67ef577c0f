import type { Parameter } from '../model';
import { decodeText } from './decode-text';
import type { Dictionary, Meaning } from './dictionary';

/** What a request sent, read once: every parameter with its meaning, and the first value of each key the dictionary has. */
export interface Sent<P extends string = string> {
  readonly dictionary: Dictionary<string, P>;
  readonly parameters: Parameter[];
  /** Those below one of the dictionary's gathered prefixes. */
  readonly prefixed: { meaning: Meaning; value: string }[];
  /** First value of the dictionary's keys, by slot. */
  readonly first: (string | undefined)[];
  /** What a batch's events share; consulted for keys that were not sent here. */
  readonly shared: Sent<P> | undefined;
  /** Number of the event within its batch, stamped on its parameters. */
  readonly event: number | undefined;
  /** True when a body has more leaves than are shown. */
  cut: boolean;
}

/** A name and its value as they were sent, percent-decoded. A name can occur more than once. */
export interface Field {
  key: string;
  value: string;
}

interface Within<P extends string> {
  shared?: Sent<P> | undefined;
  event?: number | undefined;
}

export function nothingSent<P extends string>(dictionary: Dictionary<string, P>, { shared, event }: Within<P> = {}): Sent<P> {
  const first = new Array<string | undefined>(dictionary.slots).fill(undefined);
  return { dictionary, parameters: [], prefixed: [], first, shared, event, cut: false };
}

/** First value of the key with this place in the dictionary; `undefined` when it was not sent. */
export function firstOf(sent: Sent, slot: number): string | undefined {
  return sent.first[slot] ?? sent.shared?.first[slot];
}

/** The same, `undefined` for an empty value too. */
export function textOf(sent: Sent, slot: number): string | undefined {
  return firstOf(sent, slot) || undefined;
}

/**
 * Everything below prefixes such as `cd[` or `ep.`, without them. Of a repeated name the last value counts, of two prefixes the later one, and
 * what an event says itself before what its batch shares.
 */
export function under<P extends string>(sent: Sent<P>, ...prefixes: readonly P[]): Record<string, string> | undefined {
  let found = sent.shared ? under(sent.shared, ...prefixes) : undefined;
  if (sent.prefixed.length === 0) return found;
  for (const prefix of prefixes) {
    for (const { meaning, value } of sent.prefixed) {
      if (meaning.prefix !== prefix) continue;
      found ??= {};
      setOwn(found, meaning.name, value);
    }
  }
  return found;
}

/** A page may name a parameter `__proto__`: it becomes a field like any other. */
export function setOwn<T>(record: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__') Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  else record[key] = value;
}

/**
 * Adds `a=1&b=2`. Nothing is lost: a piece without `=` has an empty value, an empty piece is skipped. Values are decoded only where the text
 * has something to decode.
 */
export function addQuery(sent: Sent, text: string, source: Parameter['source']): void {
  const { dictionary } = sent;
  let percent = text.indexOf('%');
  let plus = text.indexOf('+');
  for (let from = 0; from < text.length; ) {
    let end = text.indexOf('&', from);
    if (end < 0) end = text.length;
    if (end > from) {
      const equals = text.indexOf('=', from);
      const stop = equals < 0 || equals > end ? end : equals;
      const meaning = dictionary.ofQuery(text.slice(from, stop));
      if (percent >= 0 && percent < stop) percent = text.indexOf('%', stop);
      if (plus >= 0 && plus < stop) plus = text.indexOf('+', stop);
      const raw = stop === end ? '' : text.slice(stop + 1, end);
      const coded = (percent >= 0 && percent < end) || (plus >= 0 && plus < end);
      add(sent, meaning, coded ? decodeText(raw) : raw, source);
    }
    from = end + 1;
  }
}

export function addFields(sent: Sent, fields: readonly Field[], source: Parameter['source']): void {
  for (const { key, value } of fields) add(sent, sent.dictionary.ofKey(key), value, source);
}

const mostLeaves = 20_000;
const mostDepth = 100;

/**
 * Adds every leaf of a JSON value, named by its path (`context.page.url`, `items.0.id`). Empty lists and objects are kept as they stand, and so
 * is what lies deeper than any honest body. `except` are keys of the outermost object that are added on their own.
 */
export function addJson(sent: Sent, json: unknown, source: Parameter['source'], except?: string): void {
  if (typeof json !== 'object' || json === null) addLeaf(sent, sent.dictionary.root, json, source);
  else walk(sent, json, { parent: sent.dictionary.root, depth: 0, source, except });
}

/** Adds the leaves of JSON that stood in a parameter, below its key: `ed` becomes `ed.value`, `ed.currency`. */
export function addJsonBelow(sent: Sent, key: string, json: unknown, source: Parameter['source']): void {
  if (typeof json === 'object' && json !== null) walk(sent, json, { parent: sent.dictionary.ofKey(key), depth: 0, source });
}

/** Adds `;a=1;b=2`, as paths carry parameters; a plus in it is a plus. */
export function addMatrix(sent: Sent, text: string): void {
  addQuery(sent, text.replaceAll('&', '%26').replaceAll('+', '%2B').replaceAll(';', '&'), 'path');
}

interface Step {
  parent: Meaning;
  depth: number;
  source: Parameter['source'];
  except?: string | undefined;
}

function walk(sent: Sent, value: object, step: Step): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && !sent.cut; index += 1) walkInto(sent, String(index), value[index], step);
    return;
  }
  for (const key of Object.keys(value)) {
    if (sent.cut) return;
    if (key !== step.except) walkInto(sent, key, (value as Record<string, unknown>)[key], step);
  }
}

function walkInto(sent: Sent, key: string, value: unknown, { parent, depth, source }: Step): void {
  if (sent.parameters.length >= mostLeaves) {
    sent.cut = true;
    return;
  }
  const meaning = sent.dictionary.below(parent, key);
  if (typeof value !== 'object' || value === null) addLeaf(sent, meaning, value, source);
  else if (depth >= mostDepth) push(sent, meaning, '(nested too deeply to show)', source);
  else if (isBare(value)) push(sent, meaning, Array.isArray(value) ? '[]' : '{}', source);
  else walk(sent, value, { parent: meaning, depth: depth + 1, source });
}

function isBare(value: object): boolean {
  for (const _key in value) return false;
  return true;
}

/** `null` is shown, and is no value. */
function addLeaf(sent: Sent, meaning: Meaning, value: unknown, source: Parameter['source']): void {
  if (typeof value === 'string') add(sent, meaning, value, source);
  else if (value === null || value === undefined) push(sent, meaning, value === null ? 'null' : '', source);
  else add(sent, meaning, String(value), source);
}

function add(sent: Sent, meaning: Meaning, value: string, source: Parameter['source']): void {
  push(sent, meaning, value, source);
  const { slot } = meaning;
  if (slot >= 0 && sent.first[slot] === undefined) sent.first[slot] = value;
}

function push({ parameters, prefixed, event }: Sent, meaning: Meaning, value: string, source: Parameter['source']): void {
  const { key, label, group } = meaning;
  const parameter: Parameter =
    label === undefined || group === undefined ? { key, value, source } : { key, value, source, label, group };
  if (event !== undefined) parameter.event = event;
  parameters.push(parameter);
  if (meaning.prefix !== '') prefixed.push({ meaning, value });
}
