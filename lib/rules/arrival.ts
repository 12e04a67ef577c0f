import type { Page, PageSignal, RequestSignal } from '../model';
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
  const navigations = new Map<string, RequestSignal[]>();
  for (const signal of context.signals) {
    if (signal.kind === 'page' && signal.event === 'commit') commits.set(documentKey(signal.place.documentId, signal), signal);
    if (signal.kind === 'request' && signal.type === 'main_frame') addTo(navigations, signal.requestId, signal);
  }

  return function arrivalOf(page): Arrival {
    const from = context.page(page.fromPageId);
    const samePage = from !== undefined && addressOf(from.url) === addressOf(page.url);
    // A reload, or a route that only tidies the address, is still the page the visitor came to before.
    if ((page.cause === 'reload' || page.cause === 'route') && samePage && from.at < page.at) return arrivalOf(from);
    if (page.cause === 'route') return 'ordinary';
    const commit = commits.get(documentKey(page.documentId, { at: page.at, place: { tabId: page.tabId } }));
    if (!commit) return 'unseen';
    if (commit.transition === 'form_submit' || posted(commit, navigations)) return 'form-post';
    if (commit.opened === true && !page.watchedSince) return 'opener';
    return 'ordinary';
  };
}

/** The browser's id of the document, or tab and instant where it gives none. */
function documentKey(documentId: string | null, of: { at: number; place: { tabId: number | null } }): string {
  return documentId ?? `${of.place.tabId}@${of.at}`;
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
