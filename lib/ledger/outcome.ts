import type { FormShown, Submission } from '../model';
import { addressOf } from './address';
import type { Answer } from './answers';
import type { Attempt } from './attempts';
import { wordInAddress, wordInText } from './find-confirmation-word';
import type { View } from './views';

/** What a submission came to. */
export interface Outcome {
  outcome: Submission['outcome'];
  /** A sentence part: why we think so. */
  basis: string;
  /** When the page showed it. */
  settledAt?: number;
  /** The view it led to. */
  to?: View;
}

/** What an attempt is judged by. */
export interface Evidence {
  attempt: Attempt;
  answer: Answer;
  /** The view the form stood on. */
  from: View;
  /** The view after it in this tab, before the next attempt of this form. */
  next?: View;
  /** Keys of all forms on a view. */
  formsOn(view: View): readonly string[];
  /** True when the reports of this view's page are whole, so that a form that is not told of is not there. */
  whole(view: View): boolean;
}

/** The status counts from 50 milliseconds before it was seen: clocks differ. */
export const skewMs = 50;
/** A page that comes later than this after the answer was led to by something else. */
const ledWithinMs = 10_000;

/** The first outcome that holds, as the verdicts order them: invalid, rejected, accepted by positive evidence only, else unknown. */
export function outcomeOf(evidence: Evidence): Outcome {
  return invalid(evidence) ?? rejected(evidence) ?? accepted(evidence) ?? unknown(evidence);
}

function invalid({ attempt, next }: Evidence): Outcome | null {
  const left = attempt.transports.length > 0 || attempt.requests.length > 0;
  if (attempt.invalidAt !== undefined && !left) {
    return { outcome: 'invalid', basis: 'the browser’s own check of the fields stopped it', settledAt: attempt.invalidAt };
  }
  if (left || (next && ledBy(next, attempt.sentAt))) return null;
  const error = attempt.shown.find(({ shown }) => isError(shown));
  if (!error) return null;
  return { outcome: 'invalid', basis: 'no request left, and the page showed an error', settledAt: error.at };
}

function rejected({ attempt, answer, from, next, formsOn }: Evidence): Outcome | null {
  const at = answer.at ?? answer.errorAt;
  if (answer.status !== undefined && answer.status >= 400) {
    return { outcome: 'rejected', basis: `the server answered ${answer.status}`, settledAt: at, ...shownAgain(attempt, next) };
  }
  if (answer.error !== undefined && answer.status === undefined && !/ABORTED/.test(answer.error)) {
    return { outcome: 'rejected', basis: `the request failed (${answer.error})`, settledAt: at };
  }
  const after = attempt.shown.filter((one) => one.at >= (at ?? attempt.sentAt) - skewMs);
  const last = after.at(-1);
  // A plain post replaces the document: marks that stand in the old one while it goes are those of an earlier attempt.
  const replaced = next !== undefined && isPlain(attempt, next);
  if (last && isError(last.shown) && attempt.transports.length > 0 && !replaced) {
    return { outcome: 'rejected', basis: 'the page showed an error after the answer', settledAt: last.at };
  }
  if (!next || !isPlain(attempt, next) || !formsOn(next).includes(attempt.form.key)) return null;
  const back = addressOf(next.url) === addressOf(from.url) || addressOf(next.url) === addressOf(attempt.form.action ?? '');
  if (!back || saysReceived(next, from)) return null;
  return { outcome: 'rejected', basis: 'the same form was shown again', settledAt: next.at, to: next };
}

/** `role="alert"` announces good news too: a text that says thanks is no error. */
function isError({ errorText, invalidFields }: FormShown): boolean {
  return invalidFields > 0 || (errorText !== undefined && wordInText(errorText) === null);
}

function receivedWord({ newText, errorText }: FormShown): string | null {
  return wordInText(newText) ?? wordInText(errorText);
}

/** The page that came with the refusal. */
function shownAgain(attempt: Attempt, next: View | undefined): { to?: View } {
  return next && isPlain(attempt, next) ? { to: next } : {};
}

function accepted(evidence: Evidence): Outcome | null {
  const { attempt, answer } = evidence;
  const known = answer.at ?? attempt.sentAt;
  const after = attempt.shown.filter((one) => one.at >= known - skewMs);
  const clean = after.filter(({ shown }) => !isError(shown));
  const success = clean.find(({ shown }) => shown.successEvent !== undefined);
  const led = ledTo(evidence);
  if (success)
    return accept(
      `the form said so itself (${success.shown.successEvent})`,
      success.at,
      led?.to ?? passedOnTo(evidence, success.at),
    );
  if (led) return led;
  const word = clean.find(({ shown }) => receivedWord(shown) !== null);
  if (word) return accept(`the page said “${receivedWord(word.shown)}”`, word.at, passedOnTo(evidence, word.at));
  if (attempt.transports.length === 0) return null;
  const gone = clean.find(({ shown }) => !shown.present || !shown.visible || (shown.filled === 0 && shown.fillable > 0));
  if (!gone) return null;
  const how = !gone.shown.present ? 'gone' : !gone.shown.visible ? 'hidden' : 'empty again';
  return accept(`the form was ${how} after the answer, without an error`, gone.at, passedOnTo(evidence, gone.at));
}

function accept(basis: string, settledAt: number, to?: View): Outcome {
  return { outcome: 'accepted', basis, settledAt, ...(to ? { to } : {}) };
}

/** Another page or route without that form. */
function ledTo({ attempt, answer, from, next, formsOn, whole }: Evidence): Outcome | null {
  if (!next || !whole(next)) return null;
  const sent = attempt.transports.length > 0;
  const known = sent ? answer.at : attempt.sentAt;
  if (known === undefined || !ledBy(next, known, sent)) return null;
  const received = saysReceived(next, from);
  if (next.cause === 'route' && (!leftBy(attempt, next) || !(sent || received))) return null;
  const again = formsOn(next).includes(attempt.form.key);
  if (again && !received) return null;
  if (again && addressOf(next.url) === addressOf(from.url)) return null;
  const what = next.cause === 'route' ? 'another view' : 'another page';
  const basis = again ? `${what} that says it was received was shown` : `${what} without that form was shown`;
  return accept(basis, next.at, next);
}

/** A page or route that followed a message in place, and may be what the message passed its visitor on to. */
function passedOnTo({ attempt, next, formsOn }: Evidence, at: number): View | undefined {
  return next && ledBy(next, at, true) && !formsOn(next).includes(attempt.form.key) ? next : undefined;
}

/** A route keeps its document, so only the sensor's word on the form itself tells that it has gone. */
function leftBy({ shown }: Attempt, route: View): boolean {
  const last = shown.findLast((one) => one.at >= route.at - 1000);
  return last !== undefined && !(last.shown.present && last.shown.visible);
}

/** True when a view may have come of a submission that was answered (or, with nothing seen to leave, sent) at an instant. */
function ledBy(view: View, at: number, sent = false): boolean {
  if (!view.began || view.at < at - skewMs || view.at - at > ledWithinMs) return false;
  if (view.cause === 'reload' || view.cause === 'history' || view.cause === 'restore') return false;
  if (view.cause === 'route') return view.began.route !== 'traverse';
  const { transition = 'link', qualifiers = [] } = view.began;
  if (transition === 'form_submit' || qualifiers.includes('client_redirect')) return true;
  return sent && transition === 'link' && !qualifiers.includes('from_address_bar');
}

/** An address, title or heading that says it was received, where the form's own page did not. */
function saysReceived(view: View, from: View): boolean {
  const address = wordInAddress(view.url);
  if (address !== null && wordInAddress(from.url) === null) return true;
  const said = (page: View) => wordInText(page.heading) ?? wordInText(page.title);
  return said(view) !== null && said(from) === null;
}

/** Sent by the browser itself, as a navigation. */
function isPlain({ transports }: Attempt, next: View): boolean {
  return transports.some((one) => one.type === 'main_frame') || next.began?.transition === 'form_submit';
}

function unknown(evidence: Evidence): Outcome {
  const { attempt, answer, next, whole } = evidence;
  const passed = passedOnTo(evidence, answer.at ?? attempt.sentAt);
  const led = next && isPlain(attempt, next) ? next : passed;
  const to = led ? { to: led } : {};
  const says = (basis: string): Outcome => ({ outcome: 'unknown', basis, ...to });
  if (attempt.form.target === '_blank') return says('it was sent into another window');
  if (attempt.transports.length === 0) return says('no request that carries it was seen, so how it was sent is not known');
  if (answer.error !== undefined) return says('its request was broken off');
  if (answer.status === undefined) return says('its answer was not seen');
  if (next && isPlain(attempt, next) && !whole(next))
    return says('reports of the page it led to are missing, so whether its form stands there is not known');
  return says(`the server answered ${answer.status}, which alone says nothing, and the page showed nothing that tells`);
}
