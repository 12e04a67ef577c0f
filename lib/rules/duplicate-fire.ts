import type { Evidence, Fire } from '../model';
import { addTo } from './add-to';
import { duplicateFix } from './duplicate-fix';
import { type Duplicate, ofSubmission, ofView, once } from './duplicates';
import { eventIdentity, identityKey } from './event-identity';
import { fireEvidence } from './fire-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
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

export const rule: Rule = {
  meta,
  create(context) {
    const bySubmission = new Map<string, Fire[]>();
    const byView = new Map<string, Fire[]>();
    const nowhere = new Map<string, Fire[]>();
    return {
      fire(fire) {
        const lead = fire.leadLike !== undefined;
        const pageView = fire.category === 'page_view' && fire.oncePerPage === true && fire.automatic !== true;
        if (!lead && !pageView) return context.pass('may-repeat');
        if (fire.placement === 'revisit') return context.pass('revisit');
        if (fire.placement === 'on-click') return context.pass('clicks');
        const key = identityKey(fire);
        if (lead && fire.submissionId !== undefined) return addTo(bySubmission, `${fire.submissionId}\n${key}`, fire);
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

/** One cause: an event of an account, for one form or one page; a page view doubles everywhere for one reason. */
function causeKey({ says, fires: [fire], submission, page }: Duplicate): (string | null | undefined)[] {
  const event = fire ? eventIdentity(fire) : [];
  if (says === 'both-ways') return [fire?.vendor, fire?.account, says];
  if (says === 'page-unknown') return [...event, says];
  if (says === 'page-view' || says === 'page-view-rewritten') return [...event, says];
  if (fire?.leadLike === undefined) return [...event, 'page-view'];
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
    why: whyOf(first.says),
    fix: duplicateFix(first.says, fires),
    fires,
    submissions,
    evidence: [...fireEvidence(fires, context), ...callerEvidence(fires), ...placeEvidence(cause)],
  });
}

/** Why it matters, where it is not a customer that counts twice. */
function whyOf(says: Duplicate['says']): string | undefined {
  if (says === 'same-id')
    return 'Inside its window the platform may fold the two. After the smallest change to either, each customer counts twice.';
  if (says === 'page-view' || says === 'page-view-rewritten') {
    return 'Every rate that is counted per view seems half of what it is, and often the whole tag is there twice.';
  }
  return undefined;
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
