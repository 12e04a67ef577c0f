import type { GapSignal } from '../model';
import { type Doc, type Hole, holesOf, topOf } from './documents';
import { addTo } from './order';
import { skewMs } from './outcome';
import type { View } from './views';

/** What was lost of the evidence: holes in the reports of documents, and gaps in the watching. */
export interface Lost {
  /** Words for what was lost on a view, or the one before it, until an instant; `null` when nothing was. */
  before(view: View, at: number): string | null;
  /** True when a report of the view's page was lost between two instants. */
  between(view: View, from: number, to: number): boolean;
  /** True when every report of the view's document and the frames in it came, and a sensor spoke at all. */
  whole(view: View): boolean;
}

export const lostOnTheWay = 'reports of the page were lost on their way';

/** Finds what was lost, by top document. */
export function createLost(docs: ReadonlyMap<string, Doc>, views: readonly View[], gaps: readonly GapSignal[]): Lost {
  const holes = new Map<Doc, Hole[]>();
  for (const doc of docs.values()) {
    const top = topOf(docs, { tabId: doc.tabId, frameId: null, documentId: doc.documentId, url: doc.url }) ?? doc;
    for (const hole of holesOf(doc)) addTo(holes, top, hole);
  }
  const byId = new Map(views.map((view) => [view.id, view]));

  return {
    before(view, at) {
      const before = view.fromPageId === undefined ? undefined : byId.get(view.fromPageId);
      const from = before?.at ?? view.at;
      const lost = [view, before].some((one) => one && holes.get(one.doc)?.some((hole) => hole.fromAt <= at + skewMs));
      if (lost) return lostOnTheWay;
      const gap = gaps.find((one) => one.at > from && one.fromAt < at);
      return gap ? `nobody was watching for a while: ${gap.why}` : null;
    },
    between: (view, from, to) => holes.get(view.doc)?.some((hole) => hole.toAt > from && hole.fromAt <= to + skewMs) ?? false,
    whole: (view) => view.doc.sensed && !holes.has(view.doc),
  };
}
