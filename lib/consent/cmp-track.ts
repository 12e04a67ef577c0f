import type { ConsentSignal, Json, VendorFacts } from '../model';
import { remembered, type Track } from './step';
import type { Decision } from './tcf-decision';

/**
 * A consent tool without a framework (OneTrust, Cookiebot, Klaro …) in one document, as `CmpAnswer` reports it. `answered: false` means
 * that the visitor had not chosen, since the document's start; a first answer without a dialog before it was stored, and holds since
 * then too, where the start was watched. Its categories speak for a vendor by what the vendor does: analytics, or else marketing.
 */
export function cmpTrack(signals: readonly ConsentSignal[], reachesBack: (signal: ConsentSignal) => boolean): Track {
  const track: Track = { steps: [], shownAt: [], choicesAt: [], changes: [] };
  let key = '';
  for (const signal of signals) {
    const said = cmpAnswer(signal.data);
    if (said === null) continue;
    const last = track.steps.at(-1);
    if (!said.answered) {
      track.shownAt.push(signal.at);
      if (last === undefined) addAsking(track, signal, said.name);
      continue;
    }
    const newKey = JSON.stringify(said.categories);
    if (last?.state === 'chosen' && newKey === key) continue;
    key = newKey;
    const stored = last === undefined && signal.event !== 'chosen';
    if (!stored) track.choicesAt.push(signal.at);
    const at = stored && reachesBack(signal) ? Number.NEGATIVE_INFINITY : signal.at;
    const base = { at, seenAt: signal.at, signalId: signal.id, stored, state: 'chosen' as const };
    track.steps.push({ ...base, decide: remembered((vendor) => decide(said, vendor)) });
    track.changes.push({ ...base, framework: 'cmp', words: wordsOf(said, stored) });
  }
  return track;
}

interface Said {
  name: string;
  answered: boolean;
  categories: Record<string, boolean>;
}

function addAsking(track: Track, signal: ConsentSignal, name: string): void {
  const words = `Too early: the consent dialog (${name}) had no choice of this visitor yet.`;
  const decision: Decision = { verdict: 'pending', framework: 'cmp', words };
  const base = { seenAt: signal.at, signalId: signal.id, stored: false };
  track.steps.push({ ...base, at: Number.NEGATIVE_INFINITY, state: 'pending', decide: () => decision });
  const shown = `The consent tool ${name} was there and nothing had been chosen.`;
  track.changes.push({ ...base, at: signal.at, framework: 'cmp', state: 'shown', words: shown });
}

const marketing = /market|advert|target|^ads?$|c0004|promot/i;
const analytics = /analyt|statist|perform|measure|c0002/i;

function decide({ name, categories }: Said, vendor: VendorFacts): Decision | null {
  const measures = vendor.consent.consentModeTypes?.[0] === 'analytics_storage';
  const fitting = Object.entries(categories).filter(([category]) => (measures ? analytics : marketing).test(category));
  const [first] = fitting;
  if (first === undefined || fitting.some(([, allowed]) => allowed !== first[1])) return null;
  const [category, allowed] = first;
  return allowed
    ? { verdict: 'granted', framework: 'cmp', words: `Consent dialog (${name}): the visitor allowed “${category}”.` }
    : {
        verdict: 'denied',
        framework: 'cmp',
        words: `Consent dialog (${name}): refused, the visitor did not allow “${category}”.`,
      };
}

function wordsOf({ name, categories }: Said, stored: boolean): string {
  const allowed = Object.keys(categories).filter((category) => categories[category]);
  const what = allowed.length === 0 ? 'no category is allowed' : `allowed are ${allowed.join(', ')}`;
  return stored ? `A choice from an earlier visit is in force (${name}): ${what}.` : `The visitor chose (${name}): ${what}.`;
}

function cmpAnswer(data: Json): Said | null {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return null;
  const { name, answered, categories } = data;
  if (typeof name !== 'string' || typeof answered !== 'boolean') return null;
  const pairs =
    categories !== null && typeof categories === 'object' && !Array.isArray(categories) ? Object.entries(categories) : [];
  const known = pairs.filter((pair): pair is [string, boolean] => typeof pair[1] === 'boolean');
  return { name, answered, categories: Object.fromEntries(known) };
}
