import type { PageSignal, Place, Signal } from '../model';

/** A document of one tab, and what was seen of it. */
export interface Doc {
  key: string;
  documentId: string | null;
  tabId: number | null;
  /** The frame it stands in: its commit's own word; `null` while that was not seen. */
  frameId: number | null;
  /** The first address it was seen with. */
  url: string | null;
  parentId?: string;
  /** Seen in the top frame, or shown there after it was prepared elsewhere. */
  top: boolean;
  /** Something was seen of it while it was being prepared in advance. */
  prerendered: boolean;
  firstAt: number;
  lastAt: number;
  /** Signals of `page` kind, in order of time. */
  pageSignals: PageSignal[];
  /** A page sensor spoke from it. */
  sensed: boolean;
  sensors: Map<string, SensorRow>;
}

/** The row of reports of one sensor: which numbers were seen, and when. */
interface SensorRow {
  seen: Map<number, number>;
}

/** A hole in a sensor's row of reports: something between two instants was lost. */
export interface Hole {
  fromAt: number;
  toAt: number;
}

/** All documents of a tab by key. `signals` stand in order of time. */
export function documentsOf(signals: readonly Signal[]): Map<string, Doc> {
  const docs = new Map<string, Doc>();
  for (const signal of signals) {
    if (signal.kind === 'gap' || signal.kind === 'response') continue;
    const key = keyOf(signal);
    if (key === null) continue;
    note(docs.get(key) ?? add(docs, key, signal), signal);
  }
  return docs;
}

/**
 * A request may be reported under a frame that is not its document's own (a page going away, one being prepared), so only page
 * signals and sensors decide whether a document stands at the top.
 */
function note(doc: Doc, signal: Exclude<Signal, { kind: 'gap' } | { kind: 'response' }>): void {
  const { place } = signal;
  doc.firstAt = Math.min(doc.firstAt, signal.at);
  doc.lastAt = Math.max(doc.lastAt, signal.at);
  doc.url ??= place.url;
  if (place.parentDocumentId !== undefined) doc.parentId = place.parentDocumentId;
  if (place.lifecycle === 'prerender') doc.prerendered = true;
  if (place.frameId === 0 && place.lifecycle !== 'prerender') doc.top = true;
  if (signal.kind === 'page') {
    doc.pageSignals.push(signal);
    if (signal.event === 'commit') doc.frameId = place.frameId;
    if (signal.event === 'activate') doc.top = true;
  }
  if (signal.kind === 'request') return;
  if (signal.sequence === undefined) {
    if (signal.kind !== 'page') doc.sensed = true;
    return;
  }
  doc.sensed = true;
  const { sensor, n } = signal.sequence;
  const row = doc.sensors.get(sensor) ?? { seen: new Map() };
  doc.sensors.set(sensor, row);
  row.seen.set(n, signal.at);
}

/** A commit without the browser's id begins a document of its own; anything else without one cannot be laid to a document here. */
function keyOf(signal: Signal): string | null {
  if (signal.place.documentId !== null) return signal.place.documentId;
  return signal.kind === 'page' && signal.event === 'commit' ? `at:${signal.id}` : null;
}

function add(docs: Map<string, Doc>, key: string, { place, at }: Signal): Doc {
  const doc: Doc = {
    key,
    documentId: place.documentId,
    tabId: place.tabId,
    frameId: null,
    url: place.url,
    top: false,
    prerendered: false,
    firstAt: at,
    lastAt: at,
    pageSignals: [],
    sensed: false,
    sensors: new Map(),
  };
  docs.set(key, doc);
  return doc;
}

/** Where reports of a document's sensors are missing. What was lost after the last report cannot be seen. */
export function holesOf(doc: Doc): Hole[] {
  const holes: Hole[] = [];
  for (const { seen } of doc.sensors.values()) {
    const numbers = [...seen.keys()].sort((a, b) => a - b);
    let before = -1;
    let fromAt = doc.firstAt;
    for (const n of numbers) {
      const toAt = seen.get(n) ?? 0;
      if (n > before + 1) holes.push({ fromAt, toAt });
      before = n;
      fromAt = toAt;
    }
  }
  return holes;
}

/** The top document around a place; `null` when a document on the way up was never seen. */
export function topOf(docs: ReadonlyMap<string, Doc>, place: Place): Doc | null {
  let doc = place.documentId === null ? undefined : docs.get(place.documentId);
  let next = doc?.parentId ?? place.parentDocumentId;
  for (let depth = 0; next !== undefined && depth < 32; depth++) {
    const parent = docs.get(next);
    if (!parent) return null;
    doc = parent;
    next = parent.parentId;
  }
  return doc?.top ? doc : null;
}
