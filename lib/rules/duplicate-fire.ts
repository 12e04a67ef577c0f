import type { Evidence, Fire, Page, PageSignal, Signal, Submission } from '../model';
import { addTo } from './add-to';
import { duplicateFix } from './duplicate-fix';
import { eventIdentity, identityKey } from './event-identity';
import { fireEvidence } from './fire-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { samePageView } from './same-page-view';
import { stoppedByBlocker } from './stopped-by-blocker';
import { addressOf, callerWords, count, countedAs, isUntyped, list, pathOf, times } from './words';

const meta = {
  id: 'duplicate-fire',
  severity: 'error',
  tags: ['lead', 'counting'],
  title: 'One event is counted once',
  failTitle: 'One event is counted twice',
  why: 'One customer is counted as two, and the platform spends more on what seems to work twice as well.',
  fix: 'Keep one of the places that send the event, or give both the same event id.',
  messages: {
    'no-id': {
      verdict: 'fail',
      severity: 'error',
      when: 'one submission, the same event twice, and no id by which the vendor could fold them',
      title: '{vendor} counts one submission {times}',
      text: '{fires} of {event} left for {submissions}. Nothing tells {vendor} that they are one event, so each counts.',
    },
    'different-ids': {
      verdict: 'fail',
      severity: 'error',
      when: 'one submission, the same event twice, each with an event id of its own',
      title: '{vendor} counts one submission {times}, each under an id of its own',
      text: '{fires} of {event} left for {submissions}, with different ids ({idName}). Different ids mean different events, so each counts.',
    },
    'same-id': {
      verdict: 'fail',
      severity: 'warning',
      when: 'one submission, the same event twice with one event id, inside the vendor’s window',
      title: '{vendor} gets one submission {times} with the same id',
      text: '{fires} of {event} left for {submissions}, with one id ({idName}). {vendor} says that it folds them within {window}; what it does with the second cannot be seen here.',
    },
    'page-lead': {
      verdict: 'fail',
      severity: 'warning',
      when: 'a lead-like event twice for one view of a page, without a submission',
      title: '{vendor} gets {what} {times} for one view of {path}',
      text: '{fires} of {event} left for {pages}, and no form was sent.',
    },
    'page-view': {
      verdict: 'fail',
      severity: 'warning',
      when: 'a page view twice for one view of a page, where the vendor’s library sends one',
      title: '{vendor} counts one view of a page {times}',
      text: '{fires} of {event} left for {pages}. A route change or a second account would not be counted here.',
    },
    'page-view-rewritten': {
      verdict: 'fail',
      severity: 'warning',
      when: 'the same, after `history.replaceState` had left path and query as they were',
      title: '{vendor} counts one view of a page {times}, because its address was rewritten',
      text: '{fires} of {event} left for {pages}. Between them the page called history.replaceState without changing path or query, and the tag took that for a new page.',
    },
    'both-ways': {
      verdict: 'unknown',
      severity: 'info',
      when: 'the same event goes to the vendor’s own host and to the site’s own server container',
      title: '{vendor} gets {event} directly and through your own server container',
      text: 'Counted twice if your container forwards to this property ({account}). What the container does cannot be seen in the browser.',
    },
    'page-unknown': {
      verdict: 'unknown',
      severity: 'info',
      when: 'the same event several times, and which page sent them cannot be told',
      title: 'Whether {vendor} gets {event} twice for one page cannot be told',
      text: '{fires} of {event} left and cannot be laid to one page: {reason}.',
    },
    blocked: {
      verdict: 'unknown',
      severity: 'info',
      when: 'something in this browser stopped one of them',
      title: 'Whether {vendor} counts {event} twice cannot be told: this browser blocks it',
      text: '{fires} of {event} were tried, and a blocker in this browser stopped at least one. What other visitors send was not seen.',
    },
  },
  passes: {
    once: 'the event left once for its submission, or for its view of the page;',
    'may-repeat': 'the event may repeat: automatic, engagement, cart, remarketing and custom events;',
    clicks: 'two clicks were counted: each is a deed of its own;',
    revisit: 'the lead was sent again on a reload or a second visit: lead-on-revisit judges it;',
    'another-address': 'two page views name two addresses, as for the steps of a form;',
    'own-document': 'the page and a frame in it each counted their own view.',
  },
  docs: 'docs/rules/duplicate-fire.md',
  yieldsTo: ['lead-on-revisit'],
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;

/** The same event more than once for one submission or one view: what it is, and what it belongs to. */
interface Duplicate {
  says: Says;
  fires: readonly Fire[];
  submission?: Submission;
  page?: Page;
  /** The replaceState that was taken for a new page. */
  rewrite?: PageSignal;
}

export const rule: Rule = {
  meta,
  create(context) {
    const bySubmission = new Map<string, Fire[]>();
    const byView = new Map<string, Fire[]>();
    const nowhere = new Map<string, Fire[]>();
    return {
      fire(fire) {
        const pageView = fire.category === 'page_view' && fire.oncePerPage === true && fire.automatic !== true;
        if (fire.leadLike === undefined && !pageView) return context.pass('may-repeat');
        if (fire.placement === 'revisit') return context.pass('revisit');
        if (fire.placement === 'on-click') return context.pass('clicks');
        const key = identityKey(fire);
        if (!pageView && fire.submissionId !== undefined) return addTo(bySubmission, `${fire.submissionId}\n${key}`, fire);
        if (fire.pageId === null) return addTo(nowhere, key, fire);
        addTo(byView, `${fire.pageId}\n${key}`, fire);
      },
      end() {
        const found = [
          ...[...bySubmission.values()].flatMap((fires) => ofSubmission(fires, context)),
          ...[...byView.values()].flatMap((fires) => ofView(fires, context)),
          ...[...nowhere.values()].flatMap((fires) =>
            fires.length > 1 ? [{ says: 'page-unknown' as const, fires }] : once(context),
          ),
        ];
        reportCauses(found, context);
      },
    };
  },
};

function ofSubmission(all: readonly Fire[], context: RuleContext): Duplicate[] {
  const submission = context.submission(all[0]?.submissionId);
  return byRoute(all).flatMap(({ fires, bothWays }): Duplicate[] => {
    if (bothWays) return [{ says: 'both-ways', fires, submission }];
    if (fires.length < 2) return once(context);
    if (fires.some(stoppedByBlocker)) return [{ says: 'blocked', fires, submission }];
    return [{ says: sayOfIds(fires), fires, submission }];
  });
}

function ofView(all: readonly Fire[], context: RuleContext): Duplicate[] {
  const [any] = all;
  const page = context.page(any?.pageId);
  if (any?.category !== 'page_view' || any.leadLike !== undefined) return ofSamePage(all, page, 'page-lead', context);
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

function once(context: RuleContext): [] {
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
  const { documentId, parentDocumentId } = signal.place;
  return (signal.type === 'sub_frame' ? parentDocumentId : documentId) ?? '';
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

/** One cause: an event of an account, for one form or one page; a page view doubles everywhere for one reason. */
function causeKey({ says, fires: [fire], submission, page }: Duplicate): (string | null | undefined)[] {
  const event = fire ? eventIdentity(fire) : [];
  if (says === 'both-ways') return [fire?.vendor, fire?.account, says];
  if (says === 'page-unknown') return [...event, says];
  if (says === 'page-view' || says === 'page-view-rewritten') return [...event, says];
  if (fire?.category === 'page_view') return [...event, 'page-view'];
  return [...event, submission ? `form ${submission.formId}` : page && addressOf(page.url)];
}

function reportCauses(found: readonly Duplicate[], context: RuleContext): void {
  const causes = new Map<string, Duplicate[]>();
  for (const one of found) addTo(causes, JSON.stringify([one.says, causeKey(one)]), one);
  for (const cause of causes.values()) reportCause(cause, context);
}

function reportCause(cause: readonly Duplicate[], context: RuleContext): void {
  const [first] = cause;
  const fire = first?.fires[0];
  if (!first || !fire) return;
  const fires = cause.flatMap((one) => one.fires).sort((a, b) => a.at - b.at);
  const submissions = cause.flatMap((one) => (one.submission ? [one.submission] : []));
  const events = [...new Set(fires.map((one) => one.event))];
  context.report({
    message: first.says,
    key: causeKey(first),
    data: {
      vendor: fire.vendorName,
      account: fire.account ?? 'its account',
      event: list(events, 3),
      what: countedAs(fire),
      times: times(Math.max(...cause.map((one) => one.fires.length))),
      fires: count(fires.length, 'fire'),
      submissions: count(cause.length, 'submission'),
      pages: count(cause.length, 'view'),
      path: first.page ? pathOf(first.page.url) : 'a page',
      idName: fire.dedup?.idName ?? 'event id',
      window: fire.dedup?.window ?? 'a window of its own',
      reason: fire.pageBasis ?? 'the browser did not say which document sent them',
    },
    vendor: fire.vendor,
    lower: isUntyped(fire),
    fix: duplicateFix(first.says, fires),
    fires,
    submissions,
    evidence: [...fireEvidence(fires, context), ...callerEvidence(fires), ...placeEvidence(cause)],
  });
}

function callerEvidence(fires: readonly Fire[]): Evidence[] {
  const callers = new Map<string, Fire>();
  for (const fire of fires) {
    const words = callerWords(fire.caller);
    if (words !== undefined && !callers.has(words)) callers.set(words, fire);
  }
  return [...callers].map(([words, fire]) => ({ kind: 'fire', ref: fire.id, text: `Sent by ${words}` }));
}

function placeEvidence(cause: readonly Duplicate[]): Evidence[] {
  return cause
    .slice(0, 3)
    .flatMap(({ submission, page, rewrite }): Evidence[] => [
      ...(submission ? [{ kind: 'submission' as const, ref: submission.id, text: `One submission: ${submission.basis}` }] : []),
      ...(page ? [{ kind: 'page' as const, ref: page.id, text: `One view of ${pathOf(page.url)}` }] : []),
      ...(rewrite
        ? [{ kind: 'page' as const, ref: rewrite.id, text: 'history.replaceState without a change of path or query' }]
        : []),
    ]);
}
