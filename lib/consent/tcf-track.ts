import type { ConsentSignal, Json, TcfAnswer, TcStringFault } from '../model';
import { isMalformed, readTcString } from './read-tc-string';
import { remembered, type Step, type Track } from './step';
import { faultsOfTcString } from './tc-string-faults';
import { type Decision, decideTcf } from './tcf-decision';

/**
 * What TCF said in one document. The instant of a choice is the event's, never the string's date (which has the day only):
 * - `cmpuishown`: asked and nothing chosen, also before the dialog was there, since a stored choice would have come as `tcloaded`;
 *   after a choice it is the dialog opened again and revokes nothing;
 * - `tcloaded`: a stored choice, in force from the document's start, unless the dialog had been shown or the start was not watched;
 * - `useractioncomplete`: from that instant; what was in force before it is not told by it;
 * - `ping`, a stub, or an answer without a string: says nothing, except that GDPR does not apply, or that the dialog is visible.
 *
 * Source: IAB "CMP API v2", `eventStatus`,
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 *
 * @param signals of one document, in order of time.
 * @param reachesBack whether what this signal says first may be taken as true since the document's start.
 */
export function tcfTrack(signals: readonly ConsentSignal[], reachesBack: (signal: ConsentSignal) => boolean): Track {
  const track: Track = { steps: [], shownAt: [], choicesAt: [], changes: [] };
  let key = '';
  for (const signal of signals) {
    const answer = tcfAnswer(signal.data);
    const last = track.steps.at(-1);
    const what = meaningOf(answer, signal.event);
    if (what === 'shown') addShown(track, signal, last);
    if (what === 'not-applicable' && last?.state !== 'not-applicable') addNotApplicable(track, signal, reachesBack(signal));
    if (what !== 'stored' && what !== 'chosen') continue;
    const newKey = `${answer.tcString ?? ''}|${answer.addtlConsent ?? ''}`;
    const changed = last?.state !== 'chosen' || newKey !== key;
    if (!changed && what === 'stored') continue;
    key = newKey;
    if (what === 'chosen') track.choicesAt.push(signal.at);
    const back = what === 'stored' && last === undefined && reachesBack(signal);
    addChoice(track, { signal, answer, stored: what === 'stored', at: back ? Number.NEGATIVE_INFINITY : signal.at, changed });
  }
  return track;
}

type Meaning = 'shown' | 'stored' | 'chosen' | 'not-applicable' | null;

function meaningOf(answer: TcfAnswer, event: string): Meaning {
  if (answer.gdprApplies === false) return 'not-applicable';
  const status = answer.eventStatus ?? event;
  if (status === 'cmpuishown') return 'shown';
  const settled = status === 'tcloaded' || status === 'useractioncomplete';
  if (!settled) return answer.displayStatus === 'visible' ? 'shown' : null;
  const spoke = Boolean(answer.tcString || answer.addtlConsent || answer.purposeConsents);
  if (!spoke) return null;
  return status === 'tcloaded' ? 'stored' : 'chosen';
}

function addShown(track: Track, signal: ConsentSignal, last: Step | undefined): void {
  const again = last?.state === 'chosen';
  const lastShown = track.shownAt.at(-1);
  const open = lastShown !== undefined && lastShown > (track.choicesAt.at(-1) ?? Number.NEGATIVE_INFINITY);
  track.shownAt.push(signal.at);
  if (open) return;
  track.changes.push({
    at: signal.at,
    seenAt: signal.at,
    framework: 'tcf',
    state: 'shown',
    words: again
      ? 'The consent dialog was opened again; the earlier choice stays in force until another is made.'
      : 'The consent dialog was shown; nothing had been chosen.',
    signalId: signal.id,
  });
  if (again) return;
  track.steps.push({
    at: last === undefined ? Number.NEGATIVE_INFINITY : signal.at,
    seenAt: signal.at,
    signalId: signal.id,
    state: 'pending',
    stored: false,
    decide: () => pending,
  });
}

const pending: Decision = {
  verdict: 'pending',
  framework: 'tcf',
  words: 'Too early: the consent dialog (IAB TCF) had no choice of this visitor yet.',
};

const notApplicable: Decision = {
  verdict: 'not-required',
  framework: 'tcf',
  words: 'The consent tool (IAB TCF) says that GDPR does not apply to this visitor.',
};

function addNotApplicable(track: Track, signal: ConsentSignal, back: boolean): void {
  const at = back && track.steps.length === 0 ? Number.NEGATIVE_INFINITY : signal.at;
  const base = { at, seenAt: signal.at, signalId: signal.id };
  track.steps.push({ ...base, state: 'not-applicable', stored: false, decide: () => notApplicable });
  track.changes.push({ ...base, framework: 'tcf', state: 'not-applicable', words: notApplicable.words });
}

interface Choice {
  signal: ConsentSignal;
  answer: TcfAnswer;
  stored: boolean;
  at: number;
  changed: boolean;
}

function addChoice(track: Track, { signal, answer, stored, at, changed }: Choice): void {
  const base = { at, seenAt: signal.at, signalId: signal.id, stored };
  const reading = readTcString(answer.tcString ?? '');
  const faults = answer.tcString ? faultsOfTcString(answer.tcString, signal.at) : [];
  if (changed) {
    track.steps.push({ ...base, state: 'chosen', decide: remembered((vendor, use) => decideTcf(answer, vendor, use)) });
  }
  track.changes.push({
    ...base,
    framework: 'tcf',
    state: isMalformed(reading) ? 'unreadable' : 'chosen',
    words: wordsOfChoice({ answer, stored, faults }),
    ...(answer.tcString ? { tcString: answer.tcString } : {}),
    ...(answer.addtlConsent ? { addtlConsent: answer.addtlConsent } : {}),
    ...(faults.length > 0 ? { faults } : {}),
  });
}

function wordsOfChoice({ answer, stored, faults }: { answer: TcfAnswer; stored: boolean; faults: TcStringFault[] }): string {
  const reading = readTcString(answer.tcString ?? '');
  const subject = stored ? 'A choice from an earlier visit is in force' : 'The visitor chose';
  if (isMalformed(reading)) return `${subject}, but its consent string cannot be read: ${reading.malformed}.`;
  const allowed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((purpose) => reading.purposeConsent(purpose));
  const what = allowed.length === 0 ? 'no purpose is allowed' : `purposes ${allowed.join(', ')} are allowed`;
  const all = allowed.length === 11 ? 'all purposes are allowed' : what;
  const fault = faults[0] === undefined ? '' : ` ${faults[0].words}`;
  return `${subject}: ${all}.${fault}`;
}

/** Whatever the page handed over, as the fields we know with the types they must have. */
export function tcfAnswer(data: Json): TcfAnswer {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return {};
  const { tcString, gdprApplies, eventStatus, displayStatus, addtlConsent, cmpId, tcfPolicyVersion } = data;
  const purposeConsents = numbers(data.purposeConsents);
  const vendorConsents = numbers(data.vendorConsents);
  return {
    ...(typeof tcString === 'string' ? { tcString } : {}),
    ...(typeof gdprApplies === 'boolean' ? { gdprApplies } : {}),
    ...(typeof eventStatus === 'string' ? { eventStatus } : {}),
    ...(typeof displayStatus === 'string' ? { displayStatus } : {}),
    ...(typeof addtlConsent === 'string' ? { addtlConsent } : {}),
    ...(typeof cmpId === 'number' ? { cmpId } : {}),
    ...(typeof tcfPolicyVersion === 'number' ? { tcfPolicyVersion } : {}),
    ...(purposeConsents === undefined ? {} : { purposeConsents }),
    ...(vendorConsents === undefined ? {} : { vendorConsents }),
  };
}

function numbers(value: Json | undefined): number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((one) => typeof one === 'number');
}
