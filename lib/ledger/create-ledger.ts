import type { Decoded, GapSignal, Page, PageCall, RequestSignal, Signal, Submission } from '../model';
import { isBrowsersOwn } from './address';
import { Answers } from './answers';
import { Bodies, isBodyReport } from './bodies';
import { joinCoverage, type TabCoverage } from './coverage';
import type { LedgerDeps } from './deps';
import { deriveTab, deriveViews, type TabState, type TabViews } from './derive-tab';
import type { DraftFire } from './fires';
import { addTo, byText, byTime } from './order';
import { siteWideKeys } from './page-forms';
import { toDecodeRequest } from './to-decode-request';
import type { View } from './views';

/** Pages, submissions, fires and calls of a session. */
export interface Ledger {
  /** Takes a signal in any order; the same id twice is the same as once. False when it was known. */
  push(signal: Signal): boolean;
  /** Derived lazily; only tabs that heard something since are derived again. Lists stand in order of time. */
  derive(): Derived;
}

export interface Derived {
  /** All signals in order of time. */
  signals: Signal[];
  pages: Page[];
  submissions: Submission[];
  /** With the request each was read from. */
  fires: { fire: DraftFire; request: RequestSignal }[];
  calls: PageCall[];
  coverage: TabCoverage;
  /** The view a document showed at an instant. */
  pageOf(documentId: string | null, at: number): string | null;
}

/** One tab: its signals, and what was last derived of them. */
interface Tab {
  signals: Signal[];
  sorted: boolean;
  views?: TabViews;
  state?: TabState;
  /** Keys of forms on many pages, as far as they stand here, when `state` was derived. */
  onMany?: string;
}

/** See {@link Ledger}. Each request is decoded once, when it comes. */
export function createLedger(deps: LedgerDeps): Ledger {
  const known = new Set<string>();
  const all: Signal[] = [];
  let sorted = true;
  const tabs = new Map<number | null, Tab>();
  const tabOfDocument = new Map<string, number>();
  const answers = new Answers();
  const tabOfRequest = new Map<string, number | null>();
  const bodies = new Bodies();
  const decoded = new Map<string, Decoded>();
  const suspicions = new Map<string, string>();
  const gaps: GapSignal[] = [];

  const tabOf = (key: number | null): Tab => {
    const tab = tabs.get(key) ?? { signals: [], sorted: true };
    tabs.set(key, tab);
    return tab;
  };

  function push(signal: Signal): boolean {
    if (known.has(signal.id)) return false;
    known.add(signal.id);
    const last = all.at(-1);
    if (last && byTime(last, signal) > 0) sorted = false;
    all.push(signal);
    bodies.push(signal);
    const homeless = tabs.get(null);
    if (homeless && signal.kind === 'call' && isBodyReport(signal)) touch(homeless);
    if (signal.kind === 'gap') {
      gaps.push(signal);
      for (const tab of tabs.values()) touch(tab);
      return true;
    }
    if (signal.kind === 'response') {
      answers.push(signal);
      const tab = tabs.get(tabOfRequest.get(signal.requestId) ?? null);
      if (tab) delete tab.state;
      return true;
    }
    if (signal.kind === 'request') read(signal);
    lay(signal);
    return true;
  }

  function read(signal: RequestSignal): void {
    try {
      const request = toDecodeRequest(signal);
      const said = deps.mayBeTag && !deps.mayBeTag(signal.url) ? undefined : deps.decode(request);
      if (said && said.kind !== 'none') decoded.set(signal.id, said);
      else suspect(signal.id, deps.suspicionOf?.(request));
    } catch {
      // A decoder that breaks on one request must not lose the rest: the request stands as one that no vendor knows.
    }
  }

  function suspect(id: string, why: string | undefined): void {
    if (why !== undefined) suspicions.set(id, why);
  }

  /** A request with the body that the page's own sensor read of it, where the browser handed none over. */
  function whole(signal: Signal): Signal {
    if (signal.kind !== 'request' || signal.body?.form !== 'unread') return signal;
    const body = bodies.of(signal);
    const request = body ? { ...signal, body } : signal;
    read(request);
    return request;
  }

  /** Puts a signal into its tab. One that names no tab goes to the tab of its document, as soon as that is known. */
  function lay(signal: Signal): void {
    const { tabId, documentId } = signal.place;
    if (tabId !== null && documentId !== null && !tabOfDocument.has(documentId)) {
      tabOfDocument.set(documentId, tabId);
      fetchHome(documentId, tabId);
    }
    put(signal, tabId ?? (documentId === null ? null : (tabOfDocument.get(documentId) ?? null)));
  }

  function put(signal: Signal, key: number | null): void {
    const tab = tabOf(key);
    const last = tab.signals.at(-1);
    if (last && byTime(last, signal) > 0) tab.sorted = false;
    tab.signals.push(signal);
    if (signal.kind === 'request') tabOfRequest.set(signal.requestId, key);
    touch(tab);
  }

  function fetchHome(documentId: string, tabId: number): void {
    const homeless = tabs.get(null);
    const own = homeless?.signals.filter((one) => one.place.documentId === documentId) ?? [];
    if (!homeless || own.length === 0) return;
    homeless.signals = homeless.signals.filter((one) => one.place.documentId !== documentId);
    touch(homeless);
    for (const one of own) put(one, tabId);
  }

  function derive(): Derived {
    if (!sorted) all.sort(byTime);
    sorted = true;
    gaps.sort(byTime);
    const order = [...tabs.keys()].sort((a, b) => (a ?? -1) - (b ?? -1));
    const list = order.map((key) => tabOf(key));
    for (const tab of list) {
      if (tab.views) continue;
      if (!tab.sorted) tab.signals.sort(byTime);
      tab.sorted = true;
      tab.views = deriveViews({
        signals: tab.signals.map(whole),
        gaps,
        answers,
        decodedOf: (request) => decoded.get(request.id),
        suspicionOf: (request) => suspicions.get(request.id),
        deps,
      });
      delete tab.state;
    }
    const seen = list.flatMap((tab) => (tab.views ? [tab.views.seen] : []));
    const onMany = siteWideKeys(seen);
    const states = list.flatMap((tab) => stateOf(tab, onMany));
    return joined(all, states, gaps);
  }

  return { push, derive };
}

function touch(tab: Tab): void {
  delete tab.views;
  delete tab.state;
}

function stateOf(tab: Tab, onMany: ReadonlySet<string>): TabState[] {
  if (!tab.views) return [];
  const here = [...tab.views.seen.addresses.keys()]
    .filter((key) => onMany.has(key))
    .sort(byText)
    .join('\n');
  if (!tab.state || tab.onMany !== here) {
    tab.state = deriveTab(tab.views, onMany);
    tab.onMany = here;
  }
  return [tab.state];
}

function joined(signals: readonly Signal[], states: readonly TabState[], gaps: readonly GapSignal[]): Derived {
  const views = states.flatMap((state) => state.views).sort(byTime);
  const byDocument = new Map<string, View[]>();
  for (const view of views) if (view.documentId !== null) addTo(byDocument, view.documentId, view);
  const coverage = joinCoverage([
    ...states.map((state) => state.coverage),
    { ...nothing, gaps: gaps.map(({ fromAt, at, why }) => ({ fromAt, toAt: at, why })) },
  ]);
  return {
    signals: [...signals],
    pages: views.filter((view) => !isBrowsersOwn(view.url)).map(({ doc, began, ...page }) => page),
    submissions: states
      .flatMap((state) => state.submissions)
      .map(({ from, to, attempt, transports, ...submission }) => submission)
      .sort((a, b) => a.startedAt - b.startedAt || byText(a.id, b.id)),
    fires: states
      .flatMap((state) => state.fires.map(({ fire, request }) => ({ fire, request })))
      .sort((a, b) => byTime(a.fire, b.fire)),
    calls: states.flatMap((state) => state.calls).sort(byTime),
    coverage,
    pageOf: (documentId, at) => {
      const own = documentId === null ? undefined : byDocument.get(documentId);
      return (own?.findLast((view) => view.at <= at) ?? own?.[0])?.id ?? null;
    },
  };
}

const nothing: TabCoverage = { unreadBodies: 0, unknownTags: [], gaps: [], serverCopySigns: [], blocked: {}, blind: [] };
