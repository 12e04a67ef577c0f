import type { FormRef, FormShown, FormSignal, RequestSignal } from '../model';
import { addTo } from './order';

/** One attempt to send a form, as the page's sensor told it. */
export interface Attempt {
  form: FormRef;
  /** Place of the document the form stands in. */
  place: FormSignal['place'];
  startedAt: number;
  /** When it was last heard of being sent. */
  sentAt: number;
  /** A `submit` event, or the form was sent by a script. */
  submitted: boolean;
  prevented: boolean;
  invalidAt?: number;
  /** What the sensor saw leave with the form's names or values. */
  requests: { at: number; url: string; method: string }[];
  shown: { at: number; shown: FormShown }[];
  signals: string[];
  /** Requests of the log that carried it. */
  transports: RequestSignal[];
}

/** A prevented `submit` and what sends the form in its stead. */
const insteadMs = 5000;
/** Two sends with the same values within this time are one. */
const sameSendMs = 10_000;
/** Two reports about one click. */
const skewMs = 50;

/** Attempts per form instance, in order of time. `signals` stand in order of time. */
export function attemptsOf(signals: readonly FormSignal[]): Attempt[] {
  const byInstance = new Map<string, FormSignal[]>();
  for (const signal of signals) {
    const { place, form } = signal;
    addTo(byInstance, JSON.stringify([place.documentId, place.tabId, place.frameId, form.key, form.instance]), signal);
  }
  return [...byInstance.values()].flatMap(attemptsOfInstance);
}

function attemptsOfInstance(signals: readonly FormSignal[]): Attempt[] {
  const attempts: Attempt[] = [];
  for (const signal of signals) {
    const { fact, at } = signal;
    const last = attempts.at(-1);
    const open = last && at - last.sentAt <= insteadMs ? last : undefined;
    switch (fact.event) {
      case 'gesture': {
        // A second click before anything left asks for the same thing again; an attempt that failed is over.
        const waiting = open && !sent(open) && open.invalidAt === undefined;
        const told = last && Math.abs(last.startedAt - at) <= skewMs;
        if (last && (waiting || told)) take(last, signal);
        else attempts.push(begin(signal, at));
        break;
      }
      case 'submit': {
        const attempt = attemptFor(attempts, signal, fact, open);
        attempt.submitted = true;
        attempt.sentAt = Math.max(attempt.sentAt, at);
        break;
      }
      case 'request': {
        const known = last && startedBy(last, fact.gestureAt);
        if (!open && !known && !(fact.gestureAt !== undefined && writes(fact.method))) break;
        const attempt = attemptFor(attempts, signal, fact, open);
        attempt.requests.push({ at, url: fact.url, method: fact.method });
        attempt.sentAt = Math.max(attempt.sentAt, at);
        break;
      }
      case 'prevented': {
        if (!open) break;
        open.prevented = true;
        take(open, signal);
        break;
      }
      case 'invalid': {
        const attempt = open && !sent(open) ? open : push(attempts, begin(signal, at));
        attempt.invalidAt ??= at;
        take(attempt, signal);
        break;
      }
      case 'after': {
        if (!last) break;
        last.shown.push({ at, shown: fact.shown });
        take(last, signal);
        break;
      }
      case 'present':
      case 'start':
        break;
    }
  }
  return attempts;
}

/** The attempt a send belongs to; a new one when there is none. A send that repeats the values of the one before is no new one. */
function attemptFor(
  attempts: Attempt[],
  signal: FormSignal,
  fact: { gestureAt?: number; sameValues?: boolean },
  open: Attempt | undefined,
): Attempt {
  const last = attempts.at(-1);
  const before = attempts.at(-2);
  if (fact.sameValues === true && before && last && !sent(last) && signal.at - before.sentAt <= sameSendMs && sent(before)) {
    attempts.pop();
    before.signals.push(...last.signals, signal.id);
    return before;
  }
  const same = last && sent(last) && fact.sameValues === true && signal.at - last.sentAt <= sameSendMs ? last : undefined;
  const byGesture = attempts.findLast((one) => startedBy(one, fact.gestureAt));
  const attempt = same ?? byGesture ?? (fact.gestureAt === undefined || !open || !sent(open) ? open : undefined);
  if (attempt && attempt.invalidAt === undefined) return take(attempt, signal);
  return push(attempts, begin(signal, fact.gestureAt ?? signal.at));
}

function startedBy(attempt: Attempt, gestureAt: number | undefined): boolean {
  return gestureAt !== undefined && Math.abs(attempt.startedAt - gestureAt) <= skewMs;
}

function sent(attempt: Attempt): boolean {
  return attempt.submitted || attempt.requests.length > 0;
}

function writes(method: string): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH';
}

function begin(signal: FormSignal, startedAt: number): Attempt {
  return {
    form: signal.form,
    place: signal.place,
    startedAt,
    sentAt: startedAt,
    submitted: false,
    prevented: false,
    requests: [],
    shown: [],
    signals: [signal.id],
    transports: [],
  };
}

function take(attempt: Attempt, signal: FormSignal): Attempt {
  if (!attempt.signals.includes(signal.id)) attempt.signals.push(signal.id);
  return attempt;
}

function push(attempts: Attempt[], attempt: Attempt): Attempt {
  attempts.push(attempt);
  return attempt;
}
