import type { Page, PageSignal, Place, RequestSignal } from '../model';
import { addTo } from './add-to';
import type { RuleContext } from './kit';
import { addressOf } from './words';

/**
 * How the visitor came to a page, as far as it decides whether a lead on it may be rightful:
 * `form-post` and `opener` (another tab that was not watched) may have brought a lead along; `unseen`: nobody saw it begin.
 */
export type Arrival = 'ordinary' | 'form-post' | 'opener' | 'unseen';

/** Answers for the pages of one context; the look-ups are made once. */
export function createArrivals(context: RuleContext): (page: Page) => Arrival {
  const commits = new Map<string, PageSignal>();
  const opened = new Set<string>();
  const navigations = new Map<string, RequestSignal[]>();
  for (const signal of context.signals) {
    if (signal.kind === 'page' && signal.event === 'commit') for (const key of keysOf(signal)) commits.set(key, signal);
    if (signal.kind === 'page' && signal.opened === true) for (const key of keysOf(signal)) opened.add(key);
    if (signal.kind === 'request' && signal.type === 'main_frame') addTo(navigations, signal.requestId, signal);
  }

  return function arrivalOf(page): Arrival {
    const from = context.page(page.fromPageId);
    const samePage = from !== undefined && addressOf(from.url) === addressOf(page.url);
    // A reload, or a route that only tidies the address, is still the page the visitor came to before.
    if ((page.cause === 'reload' || page.cause === 'route') && samePage && from.at < page.at) return arrivalOf(from);
    if (page.cause === 'route') return 'ordinary';
    const keys = keysOf({ at: page.at, place: { documentId: page.documentId, tabId: page.tabId, frameId: 0 } });
    const commit = keys.map((key) => commits.get(key)).find((found) => found !== undefined);
    if (!commit) return 'unseen';
    if (commit.transition === 'form_submit' || posted(commit, navigations)) return 'form-post';
    if (!page.watchedSince && keys.some((key) => opened.has(key))) return 'opener';
    return 'ordinary';
  };
}

/** A document by the browser's id, and by tab and instant, since not every browser names documents everywhere. */
function keysOf({ at, place }: { at: number; place: Pick<Place, 'documentId' | 'tabId' | 'frameId'> }): string[] {
  const byInstant = place.frameId === 0 || place.frameId === null ? [`${place.tabId}@${at}`] : [];
  return place.documentId === null ? byInstant : [place.documentId, ...byInstant];
}

/** True when the navigation that brought this document began as a post, redirects included. */
function posted(commit: PageSignal, navigations: Map<string, RequestSignal[]>): boolean {
  const address = withoutFragment(commit.url);
  let latest: RequestSignal[] | undefined;
  let latestAt = Number.NEGATIVE_INFINITY;
  for (const hops of navigations.values()) {
    const hit = hops.find(
      (hop) => hop.place.tabId === commit.place.tabId && withoutFragment(hop.url) === address && hop.at <= commit.at,
    );
    if (!hit || hit.at <= latestAt) continue;
    latest = hops;
    latestAt = hit.at;
  }
  return latest?.some((hop) => hop.method !== 'GET') ?? false;
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
