import type { FormSignal, RequestSignal, Submission } from '../model';
import type { Answers } from './answers';
import { type Attempt, attemptsOf } from './attempts';
import { byText } from './order';
import { type Outcome, outcomeOf } from './outcome';
import type { Laid } from './page-of';
import { type Carriers, findTransports } from './transports';
import type { View } from './views';

/** A submission as it is being derived. */
export interface Sent extends Submission {
  from: View;
  to?: View;
  attempt?: Attempt;
  /** Ids of the requests that carried it. */
  transports: string[];
}

export interface SubmissionInput {
  /** In order of time. */
  forms: readonly FormSignal[];
  carriers: Carriers;
  /** Navigations of top documents, in order of time. */
  navigations: readonly RequestSignal[];
  answers: Answers;
  views: readonly View[];
  layTo(signal: FormSignal): Laid;
  formsOn(view: View): readonly string[];
  whole(view: View): boolean;
}

/** The submissions of a tab in order of their start. */
export function submissionsOf(input: SubmissionInput): Sent[] {
  const attempts = attemptsOf(input.forms);
  findTransports(attempts, input.carriers);
  const real = attempts
    .filter(isSubmission)
    .sort((a, b) => a.startedAt - b.startedAt || byText(a.signals[0] ?? '', b.signals[0] ?? ''));
  const nextOf = nextAttempts(real);
  const place = new Map(input.views.map((view, n) => [view.id, n]));
  const byId = new Map(input.forms.map((signal) => [signal.id, signal]));
  const sent = real.flatMap((attempt) => {
    const signal = byId.get(attempt.signals[0] ?? '');
    const from = signal && input.layTo({ ...signal, at: attempt.startedAt }).view;
    if (!from) return [];
    const after = input.views[(place.get(from.id) ?? 0) + 1];
    const until = nextOf.get(attempt) ?? Number.POSITIVE_INFINITY;
    const next = after && after.at >= attempt.startedAt && after.at <= until ? after : undefined;
    return [submission(attempt, from, next, input)];
  });
  const told = new Set(sent.flatMap((one) => one.transports));
  return [...sent, ...untold(input, told)].sort((a, b) => a.startedAt - b.startedAt || byText(a.id, b.id));
}

/** A click alone is a next step, not a submission; what was stopped by the browser's check is one. */
function isSubmission({ submitted, requests, transports, invalidAt }: Attempt): boolean {
  return submitted || requests.length > 0 || transports.length > 0 || invalidAt !== undefined;
}

function nextAttempts(sorted: readonly Attempt[]): Map<Attempt, number> {
  const next = new Map<Attempt, number>();
  const byForm = new Map<string, number>();
  for (const attempt of sorted.toReversed()) {
    const at = byForm.get(attempt.form.key);
    if (at !== undefined) next.set(attempt, at);
    byForm.set(attempt.form.key, attempt.startedAt);
  }
  return next;
}

function submission(attempt: Attempt, from: View, next: View | undefined, input: SubmissionInput): Sent {
  const { answers, formsOn, whole } = input;
  const all = attempt.transports.map((request) => answers.of(request));
  const good = all.filter((one) => one.status !== undefined && one.status < 400);
  // Of several sends that are one, the first that was taken is the answer; with none, the last word is.
  const answer = good[0] ?? all.at(-1) ?? {};
  const found = outcomeOf({ attempt, answer, from, ...(next ? { next } : {}), formsOn, whole });
  const { form } = attempt;
  return {
    ...base(found, from),
    id: `submission:${attempt.signals[0]}`,
    formId: form.key,
    ...(form.label === undefined ? {} : { formLabel: form.label }),
    startedAt: attempt.startedAt,
    ...answered(answer),
    signals: [...attempt.signals, ...attempt.transports.map((request) => request.id)],
    attempt,
    transports: attempt.transports.map((request) => request.id),
  };
}

function base({ outcome, basis, settledAt, to }: Outcome, from: View) {
  return {
    outcome,
    basis,
    ...(settledAt === undefined || outcome === 'unknown' ? {} : { settledAt }),
    fromPageId: from.id,
    ...(to ? { toPageId: to.id, to } : {}),
    from,
    fires: [],
  };
}

function answered({ at, errorAt }: { at?: number; errorAt?: number }): { answeredAt?: number } {
  const answeredAt = at ?? errorAt;
  return answeredAt === undefined ? {} : { answeredAt };
}

/**
 * Posts of whole documents from pages in which no sensor spoke, as in a HAR: a form was sent, nobody saw which, and what the page showed
 * is not known, so the outcome is not either, unless the server refused it.
 */
function untold({ navigations, answers, views }: SubmissionInput, told: ReadonlySet<string>): Sent[] {
  return navigations.flatMap((request): Sent[] => {
    if (request.method !== 'POST' || request.hop !== 0 || told.has(request.id)) return [];
    const own = views.find((view) => view.documentId !== null && view.documentId === request.place.documentId);
    const n = views.findLastIndex((view) => view.at < request.at && view !== own);
    const from = views[n] ?? own;
    if (!from || from.doc.sensed) return [];
    const answer = answers.of(request);
    const to = own ?? views[n + 1];
    const refused = answer.status !== undefined && answer.status >= 400;
    const basis = refused
      ? `the server answered ${answer.status}`
      : 'no sensor ran in the page, so neither the form nor what the page showed after it was seen';
    return [
      {
        ...base(
          { outcome: refused ? 'rejected' : 'unknown', basis, ...(answer.at === undefined ? {} : { settledAt: answer.at }) },
          from,
        ),
        id: `submission:${request.id}`,
        formId: 'unknown',
        startedAt: request.at,
        ...answered(answer),
        ...(to && to !== from ? { toPageId: to.id, to } : {}),
        signals: [request.id],
        transports: [request.id],
      },
    ];
  });
}
