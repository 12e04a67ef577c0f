import type { Fire, Page, PageSignal, Signal, Submission } from '../model';
import { addTo } from './add-to';
import type { RuleContext } from './kit';
import { samePageView } from './same-page-view';
import { stoppedByBlocker } from './stopped-by-blocker';

/** The same event more than once for one submission or one view: what it is, and what it belongs to. */
export interface Duplicate {
  /** Key of the rule's messages. */
  says:
    | 'no-id'
    | 'different-ids'
    | 'same-id'
    | 'page-lead'
    | 'page-view'
    | 'page-view-rewritten'
    | 'both-ways'
    | 'page-unknown'
    | 'blocked';
  fires: readonly Fire[];
  submission?: Submission;
  page?: Page;
  /** The replaceState that was taken for a new page. */
  rewrite?: PageSignal;
}

/** What is doubled among the fires of one event in one submission. */
export function ofSubmission(all: readonly Fire[], context: RuleContext): Duplicate[] {
  const submission = context.submission(all[0]?.submissionId);
  return byRoute(all).flatMap(({ fires, bothWays }): Duplicate[] => {
    if (bothWays) return [{ says: 'both-ways', fires, submission }];
    if (fires.length < 2) return once(context);
    if (fires.some(stoppedByBlocker)) return [{ says: 'blocked', fires, submission }];
    return [{ says: sayOfIds(fires), fires, submission }];
  });
}

/** What is doubled among the fires of one event in one view of a page. */
export function ofView(all: readonly Fire[], context: RuleContext): Duplicate[] {
  const [any] = all;
  const page = context.page(any?.pageId);
  if (any?.leadLike !== undefined) return ofSamePage(all, page, 'page-lead', context);
  const documents = splitBy(all, (fire) => documentOf(fire, context));
  if (documents.length > 1) context.pass('own-document');
  return documents.flatMap((ofDocument) => {
    const addresses = splitByAddress(ofDocument);
    if (addresses.length > 1) context.pass('another-address');
    return addresses.flatMap((fires) => ofSamePage(fires, page, 'page-view', context));
  });
}

function ofSamePage(
  all: readonly Fire[],
  page: Page | undefined,
  says: 'page-lead' | 'page-view',
  context: RuleContext,
): Duplicate[] {
  return byRoute(all).flatMap(({ fires, bothWays }): Duplicate[] => {
    if (bothWays) return [{ says: 'both-ways', fires, page }];
    if (fires.length < 2) return once(context);
    if (fires.some(stoppedByBlocker)) return [{ says: 'blocked', fires, page }];
    const rewrite = says === 'page-view' ? rewriteBetween(fires, page, context.signals) : undefined;
    return [rewrite ? { says: 'page-view-rewritten', fires, page, rewrite } : { says, fires, page }];
  });
}

/** Counts an event that left once. */
export function once(context: RuleContext): [] {
  context.pass('once');
  return [];
}

/**
 * Fires to the vendor's own host and fires to the site's own container are not each other's duplicates. Where there are both,
 * that is one thing to say; two of one kind are duplicates all the same.
 */
function byRoute(all: readonly Fire[]): { fires: readonly Fire[]; bothWays: boolean }[] {
  const routes = splitBy(all, (fire) => (fire.firstParty === true ? 'own' : 'vendor'));
  const each = routes.map((fires) => ({ fires, bothWays: false }));
  if (routes.length < 2) return each;
  return [{ fires: all, bothWays: true }, ...each.filter(({ fires }) => fires.length > 1)];
}

function sayOfIds(fires: readonly Fire[]): 'no-id' | 'different-ids' | 'same-id' {
  const ids = new Set(fires.map(dedupId));
  const [first] = fires;
  const last = fires.at(-1);
  if (!first || !last || first.dedup === undefined || ids.has(undefined)) return 'no-id';
  if (ids.size > 1) return 'different-ids';
  return last.at - first.at <= first.dedup.windowMs ? 'same-id' : 'no-id';
}

/** The id by which the vendor folds copies: its event id, or the order id where that is what the vendor goes by. */
function dedupId(fire: Fire): string | undefined {
  return fire.eventId ?? (fire.dedup && /order|transaction/i.test(fire.dedup.idName) ? fire.orderId : undefined);
}

/** The document that sent it; a request that loads a frame is sent by the document around it. */
function documentOf(fire: Fire, context: RuleContext): string {
  const signal = context.signal(fire.requests[0]?.signalId);
  if (signal?.kind !== 'request') return '';
  const { documentId, parentDocumentId, frameId } = signal.place;
  if (signal.type === 'sub_frame') return parentDocumentId ?? '';
  // Where the browser named none, the page was told by the address of the document in its top frame.
  return documentId ?? (frameId === 0 ? context.page(fire.pageId)?.documentId : null) ?? '';
}

function splitByAddress(fires: readonly Fire[]): Fire[][] {
  const groups: Fire[][] = [];
  for (const fire of fires) {
    const group = groups.find(([first]) => first !== undefined && samePageView(first, fire));
    if (group) group.push(fire);
    else groups.push([fire]);
  }
  return groups;
}

function splitBy(fires: readonly Fire[], key: (fire: Fire) => string): Fire[][] {
  const groups = new Map<string, Fire[]>();
  for (const fire of fires) addTo(groups, key(fire), fire);
  return [...groups.values()];
}

/** A `history.replaceState` between the first fire and the last that left path and query as they were. Signals are in order of `at`. */
function rewriteBetween(fires: readonly Fire[], page: Page | undefined, signals: readonly Signal[]): PageSignal | undefined {
  const until = fires.at(-1)?.at ?? 0;
  if (!page) return undefined;
  for (let n = firstAfter(signals, fires[0]?.at ?? 0); n < signals.length; n++) {
    const signal = signals[n];
    if (!signal || signal.at > until) return undefined;
    if (signal.kind !== 'page' || signal.route !== 'replace' || signal.place.documentId !== page.documentId) continue;
    if (pathAndQuery(signal.url) === pathAndQuery(page.url)) return signal;
  }
  return undefined;
}

/** Index of the first signal after an instant. */
function firstAfter(signals: readonly Signal[], at: number): number {
  let low = 0;
  let high = signals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((signals[middle]?.at ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function pathAndQuery(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
