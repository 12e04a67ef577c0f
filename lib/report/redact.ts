import type { Fire, Page, PageCall, Said, Session, Submission } from '../model';
import { optional, redactCaller, redactSignal } from './redact-signal';
import { createRedactor, type Redactor } from './redactor';

/**
 * A session that can be shown to others: vendors, accounts, event names, event and order ids, rule ids and paths stay; personal data,
 * client and click ids and free text become tokens, the same value the same token throughout. Doing it twice changes nothing more.
 */
export function redact(session: Session): Session {
  const redactor = createRedactor(keptValues(session), JSON.stringify(session));
  const signals = session.signals.map((signal) => redactSignal(signal, redactor));
  const pages = session.pages.map((page) => redactPage(page, redactor));
  const fires = session.fires.map((fire) => redactFire(fire, redactor));
  const { prose } = redactor;
  return {
    ...session,
    signals,
    pages: pages.map((page) => pageProse(page, redactor)),
    fires: fires.map((fire) => fireProse(fire, redactor)),
    calls: session.calls.map((call) => redactCall(call, redactor)),
    consent: session.consent.map((change) => ({
      ...change,
      words: prose(change.words),
      ...optional('faults', change.faults, (faults) => faults.map((fault) => ({ ...fault, words: prose(fault.words) }))),
    })),
    submissions: session.submissions.map((submission) => redactSubmission(submission, redactor)),
    findings: session.findings.map((finding) => redactSaid(finding, redactor)),
    notes: session.notes.map((note) => redactSaid(note, redactor)),
    coverage: {
      ...session.coverage,
      unknownTags: session.coverage.unknownTags.map((tag) => ({ ...tag, reason: prose(tag.reason) })),
      serverCopySigns: session.coverage.serverCopySigns.map(prose),
      gaps: session.coverage.gaps.map((gap) => ({ ...gap, why: prose(gap.why) })),
    },
  };
}

/** What identifies tags and events, as it may stand on the wire (`AW-123` stands there as `123`). */
function keptValues(session: Session): ReadonlySet<string> {
  const kept = new Set<string>();
  const keep = (...values: (string | null | undefined)[]): void => {
    for (const value of values) if (value) kept.add(value);
  };
  for (const fire of session.fires) {
    keep(fire.account, fire.account?.replace(/^[A-Z]{1,3}-/, ''), fire.event, fire.eventId, fire.orderId, fire.label);
    keep(fire.conversionId, fire.goal, fire.product, fire.currency);
  }
  for (const call of session.calls) keep(...(call.accounts ?? []), call.event, call.eventId);
  return kept;
}

function redactPage(page: Page, redactor: Redactor): Page {
  return {
    ...page,
    url: redactor.url(page.url),
    ...optional('title', page.title, redactor.freeText),
    ...optional('heading', page.heading, redactor.freeText),
    forms: page.forms.map((form) => ({ ...form, ...optional('label', form.label, redactor.freeText) })),
  };
}

function pageProse(page: Page, { prose }: Redactor): Page {
  return {
    ...page,
    ...optional('notWatchedWhy', page.notWatchedWhy, prose),
    ...optional('confirmation', page.confirmation, (confirmation) => ({ ...confirmation, words: prose(confirmation.words) })),
  };
}

function redactFire(fire: Fire, redactor: Redactor): Fire {
  return {
    ...fire,
    parameters: fire.parameters.map((parameter) => ({ ...parameter, value: redactor.value(parameter.key, parameter.value) })),
    ...optional('caller', fire.caller, (caller) => redactCaller(caller, redactor)),
  };
}

function fireProse(fire: Fire, { prose }: Redactor): Fire {
  return {
    ...fire,
    event: prose(fire.event),
    consent: { ...fire.consent, basis: { ...fire.consent.basis, words: prose(fire.consent.basis.words) } },
    ...optional('eventId', fire.eventId, prose),
    ...optional('orderId', fire.orderId, prose),
    ...optional('pageBasis', fire.pageBasis, prose),
    ...optional('placementBasis', fire.placementBasis, prose),
  };
}

function redactCall(call: PageCall, redactor: Redactor): PageCall {
  return {
    ...call,
    words: redactor.call(call.words),
    ...optional('caller', call.caller, (caller) => redactCaller(caller, redactor)),
  };
}

function redactSubmission(submission: Submission, redactor: Redactor): Submission {
  return {
    ...submission,
    ...optional('formLabel', submission.formLabel, redactor.freeText),
    basis: redactor.prose(submission.basis),
  };
}

function redactSaid<T extends Said>(finding: T, { prose }: Redactor): T {
  return {
    ...finding,
    title: prose(finding.title),
    message: prose(finding.message),
    why: prose(finding.why),
    fix: prose(finding.fix),
    evidence: finding.evidence.map((piece) => ({ ...piece, text: prose(piece.text) })),
  };
}
