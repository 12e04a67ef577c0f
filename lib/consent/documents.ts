import type { Place } from '../model';

/** A document that some signal came from. */
export interface Doc {
  key: string;
  /** The browser's id; `null` where it gave none and the document is told by tab, frame and address. */
  documentId: string | null;
  /** Document that embeds it; `null` for a top document, undefined while nobody said. */
  parentKey: string | null | undefined;
  tabId: number | null;
  frameId: number | null;
  /** When it was committed; `null` when that was not watched. */
  startAt: number | null;
  /** Earliest instant anything of it was seen. */
  firstAt: number;
  urls: Set<string>;
}

const maxUrls = 256;
const maxDepth = 32;

/** The documents of a session and how they lie in each other. Order of arrival carries no meaning. */
export class Documents {
  /** Grows whenever a document may have come to lie elsewhere. */
  version = 0;
  private readonly byKey = new Map<string, Doc>();
  private readonly byFrame = new Map<string, Doc[]>();
  private readonly chains = new Map<string, Doc[]>();

  note(place: Place, at: number): Doc {
    const key = keyOf(place);
    const doc = this.byKey.get(key) ?? this.add(key, place, at);
    doc.firstAt = Math.min(doc.firstAt, at);
    if (place.parentDocumentId !== undefined && doc.parentKey !== place.parentDocumentId) {
      doc.parentKey = place.parentDocumentId;
      this.changed();
    }
    // A document being prerendered or going away is reported under odd frame numbers; the lowest is its own.
    if ((place.frameId ?? Number.POSITIVE_INFINITY) < (doc.frameId ?? Number.POSITIVE_INFINITY)) this.move(doc, place);
    const url = bare(place.url);
    if (url !== null && doc.urls.size < maxUrls) doc.urls.add(url);
    return doc;
  }

  private changed(): void {
    this.version++;
    this.chains.clear();
  }

  /** True when this is news. */
  started(doc: Doc, at: number): boolean {
    if (doc.startAt !== null && doc.startAt <= at) return false;
    doc.startAt = at;
    this.changed();
    return true;
  }

  /** The document something happened in and those around it, inside first. Empty when it cannot be told. */
  around(place: Place, at: number): readonly Doc[] {
    if (place.documentId === null) return this.chainOf(place, at);
    const known = this.chains.get(place.documentId);
    if (known !== undefined) return known;
    const chain = this.chainOf(place, at);
    this.chains.set(place.documentId, chain);
    return chain;
  }

  all(): IterableIterator<Doc> {
    return this.byKey.values();
  }

  private chainOf(place: Place, at: number): Doc[] {
    const chain: Doc[] = [];
    let next = this.find(place, at) ?? this.byKey.get(place.parentDocumentId ?? '');
    while (next !== undefined && chain.length < maxDepth && !chain.includes(next)) {
      chain.push(next);
      next = this.byKey.get(next.parentKey ?? (chain.length === 1 ? place.parentDocumentId : undefined) ?? '');
    }
    const outermost = chain.at(-1);
    const isTop = outermost === undefined ? place.frameId === 0 : outermost.frameId === 0;
    if (isTop || place.lifecycle === 'prerender' || place.tabId === null) return chain;
    const top = latest(this.byFrame.get(frameKey(place.tabId, 0)), at);
    if (top !== undefined && !chain.includes(top)) chain.push(top);
    return chain;
  }

  private find(place: Place, at: number): Doc | undefined {
    if (place.documentId !== null) return this.byKey.get(place.documentId);
    if (place.tabId === null || place.frameId === null) return this.byKey.get(keyOf(place));
    const url = bare(place.url);
    const here = this.byFrame.get(frameKey(place.tabId, place.frameId));
    return latest(url === null ? here : here?.filter((doc) => doc.urls.size === 0 || doc.urls.has(url)), at);
  }

  private add(key: string, place: Place, at: number): Doc {
    const { tabId, frameId, documentId, parentDocumentId } = place;
    const parentKey = parentDocumentId ?? (frameId === 0 ? null : undefined);
    const doc: Doc = { key, documentId, parentKey, tabId, frameId, startAt: null, firstAt: at, urls: new Set() };
    this.byKey.set(key, doc);
    this.index(doc);
    this.changed();
    return doc;
  }

  private move(doc: Doc, { tabId, frameId }: Place): void {
    const old = this.byFrame.get(frameKey(doc.tabId, doc.frameId));
    old?.splice(old.indexOf(doc), 1);
    doc.tabId = tabId;
    doc.frameId = frameId;
    this.index(doc);
    this.changed();
  }

  private index(doc: Doc): void {
    const key = frameKey(doc.tabId, doc.frameId);
    const list = this.byFrame.get(key);
    if (list === undefined) this.byFrame.set(key, [doc]);
    else list.push(doc);
  }
}

/** The document that began last, at or before `at`. */
function latest(docs: readonly Doc[] | undefined, at: number): Doc | undefined {
  let best: Doc | undefined;
  for (const doc of docs ?? []) {
    const begun = beginningOf(doc);
    if (begun <= at && (best === undefined || begun > beginningOf(best))) best = doc;
  }
  return best;
}

export function beginningOf(doc: Doc): number {
  return Math.min(doc.startAt ?? doc.firstAt, doc.firstAt);
}

function keyOf(place: Place): string {
  return place.documentId ?? `${place.tabId}/${place.frameId}/${bare(place.url)}`;
}

function frameKey(tabId: number | null, frameId: number | null): string {
  return `${tabId}/${frameId}`;
}

/** Address without the fragment. */
function bare(url: string | null): string | null {
  if (url === null) return null;
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
