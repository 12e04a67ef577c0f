import type { ConsentSignal, Json, VendorFacts } from '../model';
import { remembered, type Track } from './step';
import { type Decision, decideTcf } from './tcf-decision';

/** What one answer of GPP or the US Privacy API says. `law` names where it comes from, for a person. */
type Said =
  | { kind: 'opt-out'; out: boolean; by: 'gpp' | 'us-privacy'; law: string }
  | { kind: 'tcf'; tcString: string }
  | { kind: 'asking' }
  | { kind: 'nothing' };

/**
 * GPP and its forerunner, the US Privacy string, in one document. Under the US laws firing is allowed until the visitor opts out of sale,
 * sharing or targeted advertising; the European section of GPP is a TC string and is read as such. The first answer, when no dialog was
 * up, is what the browser had stored, and holds since the document's start where that was watched.
 *
 * Sources: https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform ("CMP API", section list),
 * https://github.com/InteractiveAdvertisingBureau/USPrivacy
 */
export function usOptOutTrack(signals: readonly ConsentSignal[], reachesBack: (signal: ConsentSignal) => boolean): Track {
  const track: Track = { steps: [], shownAt: [], choicesAt: [], changes: [] };
  let key = '';
  for (const signal of signals) {
    const said = signal.framework === 'gpp' ? saidByGpp(signal.data) : saidByUsPrivacy(signal.data);
    const newKey = JSON.stringify(said);
    if (said.kind === 'nothing' || newKey === key) continue;
    const first = track.steps.length === 0;
    if (said.kind === 'asking') {
      track.shownAt.push(signal.at);
      if (track.steps.some((step) => step.state === 'chosen')) continue;
    }
    key = newKey;
    const stored = said.kind !== 'asking' && first && track.shownAt.length === 0;
    const back = first && (said.kind === 'asking' || (stored && reachesBack(signal)));
    if (!stored && said.kind !== 'asking') track.choicesAt.push(signal.at);
    const base = { at: back ? Number.NEGATIVE_INFINITY : signal.at, seenAt: signal.at, signalId: signal.id, stored };
    const state = said.kind === 'asking' ? 'pending' : 'chosen';
    track.steps.push({ ...base, state, decide: remembered((vendor, use) => decide(said, vendor, use)) });
    track.changes.push({
      ...base,
      at: said.kind === 'asking' ? signal.at : base.at,
      framework: signal.framework === 'gpp' ? 'gpp' : 'us-privacy',
      state: said.kind === 'asking' ? 'shown' : 'chosen',
      words: wordsOf(said),
    });
  }
  return track;
}

function decide(said: Said, vendor: VendorFacts, use: Parameters<typeof decideTcf>[2]): Decision | null {
  if (said.kind === 'tcf') return decideTcf({ tcString: said.tcString }, vendor, use);
  if (said.kind === 'nothing') return null;
  // The opt-outs are of sale, sharing and targeted advertising; measuring one's own site is none of them.
  if (said.kind === 'opt-out' && vendor.consent.consentModeTypes?.[0] === 'analytics_storage') return null;
  return { verdict: verdictOf(said), framework: said.kind === 'opt-out' ? said.by : 'gpp', words: wordsOf(said) };
}

function verdictOf(said: Said): Decision['verdict'] {
  if (said.kind !== 'opt-out') return 'pending';
  return said.out ? 'denied' : 'granted';
}

function wordsOf(said: Said): string {
  if (said.kind === 'asking') return 'Too early: the consent dialog (GPP) had no choice of this visitor yet.';
  if (said.kind !== 'opt-out') return "The visitor's choice under European law was reported (GPP).";
  return said.out
    ? `Refused: the visitor opted out of sale, sharing or targeted advertising (${said.law}).`
    : `The visitor did not opt out of sale, sharing or targeted advertising (${said.law}).`;
}

const europe = 2;
/** Section ids of the national section and the states. */
const isUsSection = (id: number) => id >= 7 && id <= 27;
const optOutFields = ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut'];

function saidByGpp(data: Json): Said {
  const answer = isRecord(data) && isRecord(data.pingData) ? data.pingData : data;
  if (!isRecord(answer)) return { kind: 'nothing' };
  const sections = numbers(answer.applicableSections);
  const ready = answer.signalStatus === undefined || answer.signalStatus === 'ready';
  if (sections.includes(europe)) {
    if (!ready) return answer.cmpDisplayStatus === 'visible' ? { kind: 'asking' } : { kind: 'nothing' };
    const tcString = sectionText(answer, europe);
    return tcString === undefined ? { kind: 'nothing' } : { kind: 'tcf', tcString };
  }
  if (!ready || !sections.some(isUsSection)) return { kind: 'nothing' };
  const values = Object.entries(isRecord(answer.parsedSections) ? answer.parsedSections : {})
    .filter(([name]) => name.startsWith('us') && name !== 'uspv1')
    .flatMap(([, section]) => (Array.isArray(section) ? section : [section]))
    .flatMap((part) => (isRecord(part) ? optOutFields.map((field) => part[field]) : []));
  if (values.includes(1)) return { kind: 'opt-out', out: true, by: 'gpp', law: 'GPP, a law of the United States' };
  return values.includes(2)
    ? { kind: 'opt-out', out: false, by: 'gpp', law: 'GPP, a law of the United States' }
    : { kind: 'nothing' };
}

/** A GPP string is a header and one part per section, in the order of `sectionList`. */
function sectionText(answer: Record<string, Json>, section: number): string | undefined {
  const index = numbers(answer.sectionList).indexOf(section);
  if (index === -1 || typeof answer.gppString !== 'string') return undefined;
  return answer.gppString.split('~')[index + 1];
}

/** `1YNN`: version, notice, opted out of sale, service provider agreement; `-` where the law does not apply. */
function saidByUsPrivacy(data: Json): Said {
  const text = isRecord(data) ? data.uspString : data;
  if (typeof text !== 'string' || !/^1[YN-]{3}$/i.test(text)) return { kind: 'nothing' };
  const sale = text.charAt(2).toUpperCase();
  return sale === '-' ? { kind: 'nothing' } : { kind: 'opt-out', out: sale === 'Y', by: 'us-privacy', law: 'US Privacy string' };
}

function numbers(value: Json | undefined): number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
