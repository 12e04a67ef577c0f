import type { VendorFacts } from '../model';
import { createDictionary } from './dictionary';
import { type Hit, opaque, type Vendor } from './kit';
import { createDecode, type PathKind, type Reading } from './simple';

/** Requests of a vendor that are known by their address alone. */
interface Sealed {
  /** Exact host; absent where it holds for all of the vendor's. */
  host?: string;
  /** The whole path, or a pattern; its first group is the account. */
  path: RegExp;
}

/**
 * A vendor of whom public sources show a part: what they show is read as data, and what is surely its own without being shown stays closed
 * instead of being guessed at. Everything else on its hosts, such as its own pages, is none of its tags.
 */
export function wideVendor<K extends string, P extends string = never>({
  facts,
  hosts,
  paths,
  reading,
  sealed = [],
  shape,
}: {
  facts: VendorFacts;
  hosts: readonly string[];
  paths: readonly PathKind[];
  reading?: Reading<K, P>;
  sealed?: readonly Sealed[];
  shape?: NonNullable<Vendor['shape']>;
}): Vendor {
  const dictionary = reading?.dictionary ?? nothingKnown;
  const read = reading
    ? createDecode(reading, paths)
    : createDecode({ vendor: facts.id, dictionary: nothingKnown, account: [] }, paths);
  const reason = `This is ${facts.name}’s by its address; its format is not documented.`;
  const closed = (hit: Hit) => {
    const { host, path } = hit.address;
    for (const one of sealed) {
      const found = one.host === undefined || one.host === host ? one.path.exec(path) : null;
      if (found) return opaque(hit, { vendor: facts.id, accountId: found[1], reason }, dictionary);
    }
    return null;
  };
  return { facts, hosts, decode: (hit) => read(hit) ?? closed(hit), ...(shape ? { shape } : {}) };
}

const nothingKnown = createDictionary({});
