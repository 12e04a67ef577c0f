import type { Evidence, Fire, Page, Submission } from '../model';
import { addTo } from './add-to';
import { type Arrival, createArrivals } from './arrival';
import { eventIdentity } from './event-identity';
import { fireEvidence } from './fire-evidence';
import { createFormWatch } from './form-watch';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { leadFix } from './lead-fix';
import { stoppedByBlocker } from './stopped-by-blocker';
import { addressOf, count, countedAs, countedTimes, duration, isUntyped, pathOf } from './words';

const meta = {
  id: 'lead-off-confirmation',
  severity: 'error',
  tags: ['lead'],
  title: 'Leads are counted only where a form was accepted',
  failTitle: 'A lead is counted although no form was sent',
  why: 'The platform learns from people who only looked, and a lead seems to cost a fraction of what it does.',
  fix: 'Fire the lead on the page, or with the event, that an accepted form leads to.',
  messages: {
    'every-view': {
      verdict: 'fail',
      severity: 'error',
      when: 'the lead left from a page with a form of its own, on every view of it',
      title: '{vendor} counts {what} on every view of the form',
      text: '{leads} left from {views} of the form on {path}, while {accepted}.',
    },
    'some-views': {
      verdict: 'fail',
      severity: 'error',
      when: 'the same, but some views of the form did not send it (a scroll, a timer)',
      title: '{vendor} counts {what} on {part} of {all} views of the form',
      text: '{leads} left from {views} of the form on {path}, while {accepted}.',
    },
    'no-form': {
      verdict: 'fail',
      severity: 'error',
      when: 'the lead left from a page without a form of its own, which no submission led to, and which was watched from before',
      title: '{vendor} counts {what} on a page without a form',
      text: '{leads} left from {path}. No form of its own stands there and no submission led there: whoever opens it counts.',
    },
    'form-post': {
      verdict: 'unknown',
      severity: 'info',
      when: 'a form post led to the page, so the lead may belong to it',
      title: 'Whether {vendor} counts {what} rightly on {path} cannot be told: a form post led there',
      text: '{leads} left from a page with a form, which was itself the answer to a form. The lead may belong to that form.',
    },
    opener: {
      verdict: 'unknown',
      severity: 'info',
      when: 'a page that was not watched opened this one',
      title: 'Whether {vendor} counts {what} rightly on {path} cannot be told: an unwatched page opened it',
      text: '{leads} left from a page that another page had opened. A form may have been sent there, and that page was not watched.',
    },
    'arrival-unseen': {
      verdict: 'unknown',
      severity: 'info',
      when: 'the page began before it was watched, so what led to it is not known',
      title: 'Whether {vendor} counts {what} rightly on {path} cannot be told: the page was open before',
      text: '{leads} left from a page whose beginning was not seen. A form may have led to it.',
    },
    'not-watched': {
      verdict: 'unknown',
      severity: 'info',
      when: 'the page has no form of its own and what came before it was not watched',
      title: 'Whether {vendor} counts {what} rightly on {path} cannot be told: what came before was not watched',
      text: '{leads} left from a page without a form of its own. A form may have been sent before it: {reason}.',
    },
    'forms-unseen': {
      verdict: 'unknown',
      severity: 'info',
      when: 'no sensor ran in the page or in the one before it, as in a HAR file, so a form could not be seen',
      title: 'Whether {vendor} counts {what} rightly on {path} cannot be told: forms were not watched',
      text: '{leads} left from a page whose forms, or those of the page before it, could not be seen. A recording in the browser can tell.',
    },
    'outcome-unknown': {
      verdict: 'unknown',
      severity: 'info',
      when: 'a form was sent just before, and whether it was accepted could not be told',
      title: 'Whether {vendor} counts {what} rightly on {path} cannot be told: the form’s outcome is unknown',
      text: '{leads} left after a form was sent. Whether the form was accepted could not be told: {reason}.',
    },
    'page-unknown': {
      verdict: 'unknown',
      severity: 'info',
      when: 'which page sent the lead cannot be told',
      title: 'Where {vendor} counts {what} cannot be told',
      text: '{leads} left and cannot be laid to one page: {reason}.',
    },
    blocked: {
      verdict: 'unknown',
      severity: 'info',
      when: 'something in this browser stopped the request',
      title: 'Whether {vendor} counts {what} rightly on {path} cannot be told: this browser blocks it',
      text: '{leads} did not leave, because a blocker in this browser stopped them. What other visitors send was not seen.',
    },
  },
  passes: {
    accepted: 'the lead left after an accepted form, whatever the address;',
    elsewhere:
      'the lead was placed otherwise (at the submit, on an attempt that failed, on a reload, on a click, on a confirmation page that was opened directly): other rules judge it.',
  },
  docs: 'docs/rules/lead-off-confirmation.md',
} as const satisfies RuleMeta;

/** A lead-like fire off any confirmation, and what can be said about it. */
interface Judged {
  fire: Fire;
  page: Page | undefined;
  says: Exclude<keyof typeof meta.messages, 'every-view' | 'some-views'> | 'on-view';
  reason: string;
}

export const rule: Rule = {
  meta,
  create(context) {
    const fires: Fire[] = [];
    return {
      fire(fire) {
        if (fire.leadLike === undefined) return;
        if (fire.placement === 'off-confirmation') fires.push(fire);
        else if (fire.placement === 'after-acceptance') context.pass('accepted');
        else if (fire.placement !== undefined) context.pass('elsewhere');
      },
      end() {
        if (fires.length === 0) return;
        const judge = createJudge(context);
        for (const cause of causesOf(fires.map(judge)).values()) reportCause(cause, context);
      },
    };
  },
};

/** One cause: an event of an account on one page, whatever its query. */
function causesOf(judged: readonly Judged[]): Map<string, Judged[]> {
  const causes = new Map<string, Judged[]>();
  for (const one of judged) addTo(causes, JSON.stringify(causeKey(one)), one);
  return causes;
}

function causeKey({ fire, page }: Judged): (string | null | undefined)[] {
  return [...eventIdentity(fire), page && addressOf(page.url)];
}

function createJudge(context: RuleContext): (fire: Fire) => Judged {
  const arrivalOf = createArrivals(context);
  const formsSeen = createFormWatch(context);
  const unseen: Record<Exclude<Arrival, 'ordinary'>, Judged['says']> = {
    'form-post': 'form-post',
    opener: 'opener',
    unseen: 'arrival-unseen',
  };

  return (fire) => {
    const page = context.page(fire.pageId);
    if (!page)
      return { fire, page, says: 'page-unknown', reason: fire.pageBasis ?? 'the browser did not say which document sent it' };
    if (stoppedByBlocker(fire)) return { fire, page, says: 'blocked', reason: '' };
    const own = page.forms.some((form) => !form.siteWide);
    const open = unsettledBefore(fire, page, own, context);
    if (open) return { fire, page, says: 'outcome-unknown', reason: open.basis };
    if (own) {
      const arrival = arrivalOf(page);
      return { fire, page, says: arrival === 'ordinary' ? 'on-view' : unseen[arrival], reason: '' };
    }
    if (!page.watchedSince)
      return { fire, page, says: 'not-watched', reason: page.notWatchedWhy ?? 'this tab was not watched from before' };
    const before = context.page(page.fromPageId);
    if (!formsSeen(page) || (before && !formsSeen(before))) return { fire, page, says: 'forms-unseen', reason: '' };
    return { fire, page, says: 'no-form', reason: '' };
  };
}

/**
 * A submission of unknown outcome that the lead may belong to: sent on this page before the lead, or leading here, or, for a
 * page without a form, sent on the page before.
 */
function unsettledBefore(fire: Fire, page: Page, own: boolean, context: RuleContext): Submission | undefined {
  return context.submissions.find((one) => {
    if (one.outcome !== 'unknown' || one.startedAt > fire.at) return false;
    if (one.id === fire.submissionId || one.fromPageId === page.id || one.toPageId === page.id) return true;
    return !own && one.toPageId === undefined && one.fromPageId === page.fromPageId;
  });
}

function reportCause(cause: readonly Judged[], context: RuleContext): void {
  const failing = cause.filter((one) => one.says === 'on-view' || one.says === 'no-form');
  const untold = cause.filter((one) => !failing.includes(one));
  for (const says of new Set((failing.length > 0 ? failing : untold).map((one) => one.says))) {
    const told = cause.filter((one) => one.says === says);
    const [first] = told;
    if (!first) continue;
    const fires = told.map((one) => one.fire);
    const { fire, page } = first;
    const views = viewsOf(told, context);
    const accepted = says === 'on-view' ? acceptedOf(page, context) : [];
    context.report({
      message: says === 'on-view' ? (views.counted.length === views.all ? 'every-view' : 'some-views') : says,
      key: causeKey(first),
      data: {
        vendor: fire.vendorName,
        what: countedAs(fire),
        leads: countedTimes(fires.length, fire),
        path: page ? pathOf(page.url) : 'an unknown page',
        reason: first.reason,
        part: views.counted.length,
        all: views.all,
        views: count(views.counted.length, 'view'),
        accepted: acceptedWords(accepted.length),
      },
      vendor: fire.vendor,
      lower: isUntyped(fire),
      fix: failing.length > 0 ? leadFix(fire, page, context) : tellFix(says, page),
      fires,
      submissions: accepted,
      evidence: [
        ...viewEvidence(says, views, accepted, context),
        ...fireEvidence(fires, context),
        ...untoldEvidence(failing.length > 0 ? untold : []),
      ],
    });
  }
}

interface Views {
  counted: Page[];
  /** Views of the form that could have been counted: those that are over, and those that were. */
  all: number;
}

function viewsOf(told: readonly Judged[], context: RuleContext): Views {
  const distinct = new Set(told.flatMap((one) => (one.page ? [one.page] : [])));
  const counted = [...distinct];
  const [first] = counted;
  if (!first) return { counted, all: 0 };
  const address = addressOf(first.url);
  const others = context.pages.filter(
    (page) =>
      !distinct.has(page) &&
      page.endedAt !== undefined &&
      addressOf(page.url) === address &&
      page.forms.some((form) => !form.siteWide),
  );
  return { counted, all: counted.length + others.length };
}

function acceptedOf(page: Page | undefined, context: RuleContext): Submission[] {
  const forms = new Set(page?.forms.filter((form) => !form.siteWide).map((form) => form.key));
  return context.submissions.filter((one) => one.outcome === 'accepted' && forms.has(one.formId));
}

function acceptedWords(n: number): string {
  if (n === 0) return 'no submission of it was accepted';
  return n === 1 ? '1 submission of it was accepted' : `${n} submissions of it were accepted`;
}

function viewEvidence(says: Judged['says'], views: Views, accepted: readonly Submission[], context: RuleContext): Evidence[] {
  const [page] = views.counted;
  if (says !== 'on-view' || !page) return page ? [{ kind: 'page', ref: page.id, text: `Page ${pathOf(page.url)}` }] : [];
  const evidence: Evidence[] = [
    { kind: 'page', ref: page.id, text: `${count(views.counted.length, 'view')} of ${pathOf(page.url)} counted` },
  ];
  for (const submission of accepted.slice(0, 3)) {
    const from = context.page(submission.fromPageId);
    const when = from ? `, sent ${duration(submission.startedAt - from.at)} after its view began` : '';
    evidence.push({ kind: 'submission', ref: submission.id, text: `Accepted submission${when}: ${submission.basis}` });
  }
  const [first] = accepted;
  if (first) {
    const factor = (views.counted.length / accepted.length).toFixed(1);
    const text = `${count(views.counted.length, 'view')} : ${count(accepted.length, 'submission')} = ${factor} times as many leads as forms`;
    evidence.push({ kind: 'submission', ref: first.id, text });
  }
  return evidence;
}

/** Fires of the same cause that are no proof by themselves: named, and not held against the tag. */
function untoldEvidence(untold: readonly Judged[]): Evidence[] {
  const [first] = untold;
  if (!first) return [];
  return [{ kind: 'note', ref: first.fire.id, text: `${count(untold.length, 'more fire')} of the same event cannot be judged.` }];
}

function tellFix(says: Judged['says'], page: Page | undefined): string {
  const where = page ? pathOf(page.url) : 'the page with the form';
  if (says === 'blocked') return '1. Switch the blocker off for this site.\n2. Reload the page.';
  return `1. Open a new tab and let Tagwitness record from the start.\n2. Open ${where} by a link and wait: no lead may leave.\n3. Send the form once.`;
}
