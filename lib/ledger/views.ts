import type { Page, PageSignal } from '../model';
import { isHashRoute, withoutFragment } from './address';
import type { Doc } from './documents';
import { byText } from './order';

/** A view as it is being derived. */
export interface View extends Page {
  doc: Doc;
  /** The signal that began it; absent when its beginning was not seen. */
  began?: PageSignal;
}

/** One route change as its first witness told it. */
interface Told extends Route {
  sensed: boolean;
  paired: boolean;
}

/** One route change, told by the browser, the page's sensor, or both. */
interface Route {
  signal: PageSignal;
  how?: PageSignal['route'];
}

/** The browser and the page's sensor report one change of address within this time of each other. */
const samePair = 500;
/** A sensor's first word may come before the browser's. */
const slack = 1000;

/**
 * The views of a tab in order of time: one for each document at the top, one for each return of it from the back/forward cache, and
 * one for each route. The same document committing again is a return from the cache, unless it was only being prepared before.
 */
export function viewsOf(docs: Iterable<Doc>): View[] {
  const views = [...docs].filter((doc) => doc.top).flatMap(viewsOfDocument);
  views.sort((a, b) => a.at - b.at || byText(a.id, b.id));
  views.forEach((view, n) => {
    const before = views[n - 1];
    const next = views[n + 1];
    if (before) view.fromPageId = before.id;
    const ended = next?.at ?? endOf(view);
    if (ended !== undefined) view.endedAt = ended;
  });
  return views;
}

function viewsOfDocument(doc: Doc): View[] {
  const commits = doc.pageSignals.filter(isBeginning);
  const shown = doc.prerendered
    ? commits.filter((one) => one.event !== 'commit' || one.place.lifecycle !== 'prerender')
    : commits;
  const [first, ...later] = shown.length > 0 ? shown : commits.slice(0, 1);
  const views = [first && (doc.prerendered || first.at <= doc.firstAt + slack) ? begun(doc, first, causeOf(first)) : unseen(doc)];
  const returns = views[0]?.began === first ? later : shown;
  let last = views[0]?.at ?? 0;
  for (const commit of returns) {
    if (commit.event === 'activate' || (commit.event === 'restore' && commit.at - last < slack)) continue;
    if (commit.at - last < slack && doc.prerendered) continue;
    views.push(begun(doc, commit, 'restore'));
    last = commit.at;
  }
  views.push(...routeViews(doc, views));
  views.sort((a, b) => a.at - b.at || byText(a.id, b.id));
  views.forEach((view, n) => {
    describe(view, views[n + 1]?.at);
  });
  return views;
}

function isBeginning({ event }: PageSignal): boolean {
  return event === 'commit' || event === 'restore' || event === 'activate';
}

function causeOf(commit: PageSignal): Page['cause'] {
  if (commit.event === 'restore') return 'restore';
  if (commit.qualifiers?.includes('forward_back')) return 'history';
  return commit.transition === 'reload' ? 'reload' : 'commit';
}

function begun(doc: Doc, began: PageSignal, cause: Page['cause']): View {
  const { id, at, url } = began;
  return { ...empty(doc), id: `page:${id}`, at, url, cause, began };
}

/** A document whose commit was not seen begins with the first thing that was. */
function unseen(doc: Doc): View {
  const url = doc.pageSignals[0]?.url ?? doc.url ?? '';
  return { ...empty(doc), id: `page:${doc.key}`, at: doc.firstAt, url, cause: 'commit' };
}

function empty(doc: Doc): Pick<View, 'documentId' | 'tabId' | 'watchedSince' | 'forms' | 'doc'> {
  return { documentId: doc.documentId, tabId: null, watchedSince: false, forms: [], doc };
}

/**
 * A new view for a push or a traversal, for a replaced address when path or query differ, and for a fragment only where a router
 * reads it as a path. Where nobody says how the address changed, an equal path and query is taken for no new page.
 */
function routeViews(doc: Doc, commits: readonly View[]): View[] {
  const views: View[] = [];
  let next = 0;
  let url = commits[0]?.url ?? '';
  for (const { signal, how } of routesOf(doc)) {
    for (; (commits[next]?.at ?? Number.POSITIVE_INFINITY) <= signal.at; next++) url = commits[next]?.url ?? url;
    if (isNewView(url, signal.url, how)) views.push(begun(doc, signal, 'route'));
    url = signal.url;
  }
  return views;
}

function isNewView(before: string, url: string, how: Route['how']): boolean {
  if (withoutFragment(before) === withoutFragment(url)) {
    if (before !== url) return isHashRoute(before) || isHashRoute(url);
    return how === 'push';
  }
  return true;
}

function routesOf(doc: Doc): Route[] {
  const routes: Told[] = [];
  for (const signal of doc.pageSignals) {
    if (signal.event !== 'route') continue;
    const sensed = signal.sequence !== undefined;
    const pair = partnerOf(signal, routes);
    if (!pair) routes.push({ signal, how: signal.route, sensed, paired: false });
    else {
      pair.paired = true;
      pair.how = (sensed ? signal.route : pair.how) ?? pair.how ?? signal.route;
    }
  }
  return routes;
}

/** The other witness of a route change, just before. */
function partnerOf(signal: PageSignal, routes: readonly Told[]): Told | undefined {
  const sensed = signal.sequence !== undefined;
  for (let n = routes.length - 1; n >= 0; n--) {
    const one = routes[n];
    if (!one || signal.at - one.signal.at > samePair) return undefined;
    if (!one.paired && one.sensed !== sensed && one.signal.url === signal.url) return one;
  }
  return undefined;
}

/** Title and heading are the last that were seen during the view. */
function describe(view: View, until = Number.POSITIVE_INFINITY): void {
  const blind = new Set<string>();
  for (const signal of view.doc.pageSignals) {
    const during = signal.at >= view.at - (view.cause === 'route' ? 0 : slack) && signal.at < until;
    if (!during) continue;
    if (signal.title) view.title = signal.title;
    if (signal.heading) view.heading = signal.heading;
    for (const name of signal.blind ?? []) blind.add(name);
  }
  if (blind.size > 0) view.blind = [...blind].sort(byText);
  view.tabId = view.began?.place.tabId ?? view.doc.pageSignals[0]?.place.tabId ?? null;
}

function endOf({ doc, at }: View): number | undefined {
  return doc.pageSignals.find((signal) => signal.event === 'ended' && signal.at >= at)?.at;
}
