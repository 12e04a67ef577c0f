import type { Place, RequestSignal } from '../model';
import { hostOf, isBrowsersOwn, withoutFragment } from './address';
import { type Doc, topOf } from './documents';
import { addTo } from './order';
import type { View } from './views';

/** The view something belongs to, or why that cannot be told. */
export interface Laid {
  view: View | null;
  /** The document it happened in, where the browser did not name it and it was told otherwise. */
  doc?: Doc;
  /** Why there is none, or how it was told without the browser's word. */
  basis?: string;
}

/** Finds the view of what happened at a place and an instant; of a request also by its type and the origin that asked for it. */
export type PageOf = (place: Place, at: number, request?: Partial<Pick<RequestSignal, 'initiator' | 'type'>>) => Laid;

/** A request of a page that is going away may be reported this long after it has gone. */
const lateMs = 2000;

/**
 * Finds the view something happened on: by the browser's id of the document, frames by the document around them; in its absence by the
 * document's address and frame among the pages that were open, and else the only page that was open in the tab. Two candidates are none.
 *
 * Firefox names no document for `fetch` with `keepalive`, only its address: the one it was loaded with, whatever its routes were since
 * (its `documentUrl`: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/webRequest/onBeforeRequest).
 */
export function createPageOf(docs: ReadonlyMap<string, Doc>, views: readonly View[]): PageOf {
  const byDoc = new Map<Doc, View[]>();
  for (const view of views) addTo(byDoc, view.doc, view);
  const byAddress = new Map<string, Doc[]>();
  for (const doc of docs.values()) if (doc.url !== null) addTo(byAddress, addressKey(doc.top ? 0 : doc.frameId, doc.url), doc);

  const during = (doc: Doc, at: number): View | null => {
    const own = byDoc.get(doc) ?? [];
    return own.findLast((view) => view.at <= at) ?? own[0] ?? null;
  };

  return (place, at, { initiator, type } = {}) => {
    if (place.documentId !== null || place.parentDocumentId !== undefined) {
      const doc = topOf(docs, place);
      if (doc) return { view: during(doc, at) };
      const own = place.documentId === null ? undefined : docs.get(place.documentId);
      if (own?.prerendered && !own.top)
        return { view: null, basis: 'it was sent by a page that was prepared in advance and never shown' };
    }
    if (place.tabId === null && place.documentId === null) {
      return { view: null, basis: 'it was sent by a worker, which serves no single page' };
    }
    // Only the page that is shown can navigate its tab: one that has gone sends beacons, not navigations.
    if (type === 'main_frame' && initiator !== undefined)
      return navigatedFrom(at, initiator) ?? byExclusion(place, at, initiator);
    return byExclusion(place, at, initiator);
  };

  function navigatedFrom(at: number, initiator: string): Laid | null {
    const view = views[lastBefore(views, at)];
    if (!view || hostOf(view.url) !== hostOf(initiator)) return null;
    return { view, basis: 'it is where the page that was open in the tab led to' };
  }

  function byExclusion(place: Place, at: number, initiator: string | undefined): Laid {
    const open = openAt(views, at);
    const worker = isRoot(place) ? place.url : null;
    if (place.url !== null && place.frameId !== null) {
      const laid = byDocumentAddress(place.url, place.frameId, { open, at });
      if (worker === null || (laid.view && isCurrent(laid.view, at))) return laid;
    }
    const documents = new Set(open.map((view) => view.doc));
    const view = open.findLast((one) => one.at <= at) ?? null;
    const owner = worker ?? initiator;
    const origin = owner === undefined || place.frameId !== 0 || hostOf(owner) === hostOf(view?.url);
    if (documents.size === 1 && view && origin)
      return { view, basis: 'the browser named no document; this was the only page open in the tab' };
    if (documents.size > 1)
      return { view: null, basis: 'the browser named no document, and two pages were open within two seconds' };
    return { view: null, basis: 'the browser named no document, and no page of this tab fits' };
  }

  function byDocumentAddress(url: string, frameId: number, { open, at }: { open: readonly View[]; at: number }): Laid {
    const isOpen = new Set(open.map((view) => view.doc));
    const named = (byAddress.get(addressKey(frameId, url)) ?? []).flatMap((doc) => {
      const top = topOf(docs, { tabId: doc.tabId, frameId, documentId: doc.documentId, url }) ?? (doc.top ? doc : null);
      return top && doc.firstAt <= at && isOpen.has(top) ? [{ doc, top }] : [];
    });
    const [only] = named;
    if (!only) return { view: null, basis: 'no page that was open has the address of its document' };
    if (named.some(({ top }) => top !== only.top))
      return { view: null, basis: 'two pages with the address of its document were open within two seconds' };
    const doc = named.length === 1 ? { doc: only.doc } : {};
    return { view: during(only.top, at), ...doc, basis: 'told by the address of its document' };
  }
}

/** In Firefox the request of a page's worker names the first address of its site in place of a document: it may be any page's of it. */
function isRoot({ url, frameId }: Place): boolean {
  return frameId === 0 && url !== null && /^https?:\/\/[^/?#]+\/$/.test(url);
}

function isCurrent(view: View, at: number): boolean {
  return (view.endedAt ?? Number.POSITIVE_INFINITY) >= at;
}

/** Documents are looked up by the frame they stand in and their address. */
function addressKey(frameId: number | null, url: string): string {
  return `${frameId} ${withoutFragment(url)}`;
}

/** Views that lasted at an instant, or had ended just before. The blank page a tab begins with is one only where there is no other. */
function openAt(views: readonly View[], at: number): View[] {
  const open: View[] = [];
  for (let n = lastBefore(views, at); n >= 0; n--) {
    const view = views[n];
    if (!view) break;
    if ((view.endedAt ?? Number.POSITIVE_INFINITY) < at - lateMs) break;
    open.unshift(view);
  }
  const sites = open.filter((view) => !isBrowsersOwn(view.url));
  return sites.length > 0 ? sites : open;
}

function lastBefore(views: readonly View[], at: number): number {
  let low = 0;
  let high = views.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((views[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
