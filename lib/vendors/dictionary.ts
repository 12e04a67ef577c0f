import { decodeText } from './decode-text';

/**
 * Readable name and heading of a parameter; `null` for one that decoders ask for and no public page explains. A key that ends in `[` or `.`
 * stands for all keys that begin with it.
 */
export type Labels<K extends string = string> = Readonly<Record<K, readonly [label: string, group: string] | null>>;

/** What is known about one key; made once for each distinct key, however often it is sent. */
export interface Meaning {
  /** Percent-decoded; of JSON the path from its root (`context.page.url`, `items.0.id`). */
  readonly key: string;
  readonly label: string | undefined;
  readonly group: string | undefined;
  /** Place among the dictionary's own keys; -1 for a key it does not have. */
  readonly slot: number;
  /** Longest of the gathered prefixes (`cd[`, `ep.`) the key begins with; empty when none. */
  readonly prefix: string;
  /** The key without that prefix and its closing bracket. */
  readonly name: string;
  /** Meanings of what lies below it in JSON, by their own name. */
  readonly inner: Map<string, Meaning>;
}

/** A vendor's parameters. `K` are the keys its table has: a decoder cannot ask for another. */
export interface Dictionary<K extends string = string, P extends string = string> {
  /** Prefixes whose keys are gathered, in any order. */
  readonly gathered: readonly P[];
  /** Place of each of its keys among the first values of what was sent. */
  readonly at: Readonly<Record<K, number>>;
  readonly slots: number;
  /** Meaning of a key as it stands in a query. */
  ofQuery(raw: string): Meaning;
  /** Meaning of a key that needs no decoding. */
  ofKey(key: string): Meaning;
  /** Meaning of a key below another in JSON. */
  below(parent: Meaning, key: string): Meaning;
  readonly root: Meaning;
}

/** Distinct keys kept for reuse, and their greatest length: a page that invents keys without end costs time, not memory. */
const mostKept = 4000;
const longestKept = 120;

/** `gathered` are prefixes below which decoders read every key, such as `cd[` for Meta's custom data. */
export function createDictionary<K extends string, P extends string = never>(
  labels: Labels<K>,
  gathered: readonly P[] = [],
): Dictionary<K, P> {
  const table = new Map<string, readonly [string, string] | null>(Object.entries(labels));
  const slots = new Map<string, number>([...table.keys()].map((key, slot) => [key, slot]));
  const explained = longestFirst([...table.keys()].filter((key) => /[[.]$/.test(key)));
  const prefixes = longestFirst(gathered);
  const byQuery = new Map<string, Meaning>();
  const byKey = new Map<string, Meaning>();
  let kept = 0;

  function meaningOf(key: string): Meaning {
    const prefix = prefixes.find((one) => key.startsWith(one)) ?? '';
    const own = table.get(key) ?? table.get(explained.find((one) => key.startsWith(one)) ?? '');
    const end = prefix.endsWith('[') && key.endsWith(']') ? key.length - 1 : key.length;
    return {
      key,
      label: own?.[0],
      group: own?.[1],
      slot: slots.get(key) ?? -1,
      prefix,
      name: key.slice(prefix.length, end),
      inner: new Map(),
    };
  }

  function remember(where: Map<string, Meaning>, raw: string, meaning: Meaning): Meaning {
    if (kept < mostKept && raw.length <= longestKept && meaning.key.length <= longestKept) {
      kept += 1;
      where.set(raw, meaning);
    }
    return meaning;
  }

  return {
    gathered,
    at: Object.fromEntries(slots) as Record<K, number>,
    slots: slots.size,
    ofQuery: (raw) => byQuery.get(raw) ?? remember(byQuery, raw, meaningOf(decodeText(raw))),
    ofKey: (key) => byKey.get(key) ?? remember(byKey, key, meaningOf(key)),
    below: (parent, key) =>
      parent.inner.get(key) ?? remember(parent.inner, key, meaningOf(parent.key === '' ? key : `${parent.key}.${key}`)),
    root: meaningOf(''),
  };
}

function longestFirst(keys: readonly string[]): string[] {
  return [...keys].sort((a, b) => b.length - a.length);
}
