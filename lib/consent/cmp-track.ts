import type { ConsentSignal, Json, VendorFacts } from '../model';
import { remembered, type Track } from './step';
import { readStoredChoice, type ToolAnswer } from './stored-choice';
import type { Decision } from './tcf-decision';

/**
 * A consent tool without a framework (OneTrust, Cookiebot, Klaro …) in one document, as `CmpAnswer` reports it. `answered: false` means
 * that the visitor had not chosen, since the document's start; a first answer without a dialog before it was stored, and holds since
 * then too, where the start was watched. Its categories speak for a vendor by what the vendor does, as far as that is known.
 */
export function cmpTrack(signals: readonly ConsentSignal[], reachesBack: (signal: ConsentSignal) => boolean): Track {
  const track: Track = { steps: [], shownAt: [], choicesAt: [], changes: [] };
  let key = '';
  for (const signal of signals) {
    const said = cmpAnswer(signal.data);
    const last = track.steps.at(-1);
    if (said === null) {
      if (last?.state === 'pending') addSilence(track, signal);
      continue;
    }
    if (!said.answered) {
      track.shownAt.push(signal.at);
      if (last === undefined) addAsking(track, signal, said);
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

function addAsking(track: Track, signal: ConsentSignal, said: ToolAnswer): void {
  const { name } = said;
  const words = `Too early: the consent dialog (${name}) had no choice of this visitor yet.`;
  const decision: Decision = { verdict: 'pending', framework: 'cmp', words };
  const base = { seenAt: signal.at, signalId: signal.id, stored: false };
  track.steps.push({
    ...base,
    at: Number.NEGATIVE_INFINITY,
    state: 'pending',
    decide: remembered((vendor) => allowedFromTheStart(said, vendor) ?? decision),
  });
  const shown = `The consent tool ${name} was there and nothing had been chosen.`;
  track.changes.push({ ...base, at: signal.at, framework: 'cmp', state: 'shown', words: shown });
}

/** The dialog has gone and no answer can be read, since a site may give the key another name: from here on the tool says nothing. */
function addSilence(track: Track, { at, id }: ConsentSignal): void {
  track.steps.push({ at, seenAt: at, signalId: id, stored: false, state: 'silent', decide: () => null });
}

/** A tool that need not ask (the law of the United States) has its categories on before anybody chose. */
function allowedFromTheStart(said: ToolAnswer, vendor: VendorFacts): Decision | null {
  if (decide(said, vendor)?.verdict !== 'granted') return null;
  const words = `Consent dialog (${said.name}): allowed by the site’s default, not by a visitor’s choice.`;
  return { verdict: 'granted', framework: 'cmp', words };
}

const marketing = /market|advert|target|^ads?$|c0004|promot/i;
const analytics = /analyt|statist|perform|measure|c0002/i;

/** How tools that ask per service name a vendor's; `gtag` is GA4 and Google Ads alike, and says of neither. */
const services: Readonly<Record<string, RegExp>> = {
  ga4: /google.?analytics|^ga4?$/i,
  google_ads: /google.?ads|adwords/i,
  meta: /facebook|meta.?pixel/i,
  tiktok: /tiktok/i,
  linkedin: /linkedin/i,
  pinterest: /pinterest/i,
};

/** TCF's purposes of choosing, profiling for and personalising advertising (https://iabeurope.eu/iab-europe-transparency-consent-framework-policies/). */
const advertising: readonly number[] = [2, 3, 4];

/**
 * The categories under which a site files a vendor. Where nothing says whether it measures or advertises a site may have filed it under
 * either, and only what both say alike is certain.
 */
function kindsOf({ consent, traits }: VendorFacts): readonly RegExp[] {
  const { consentModeTypes, consentPurposes = [], flexiblePurposes = [] } = consent;
  if (consentModeTypes?.[0] === 'analytics_storage') return [analytics];
  const advertises =
    consentModeTypes !== undefined ||
    traits?.includes('matches-by-hash') ||
    [...consentPurposes, ...flexiblePurposes].some((purpose) => advertising.includes(purpose));
  return advertises ? [marketing] : [marketing, analytics];
}

function decide({ name, categories }: ToolAnswer, vendor: VendorFacts): Decision | null {
  const service = services[vendor.id];
  const all = Object.entries(categories);
  const own = all.filter(([category]) => service?.test(category));
  const kinds = kindsOf(vendor);
  const byKind = all.filter(([category]) => kinds.some((kind) => kind.test(category)));
  const fitting = [own, byKind, all.filter(([category]) => category === 'everything')].find((some) => some.length > 0) ?? [];
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

function wordsOf({ name, categories }: ToolAnswer, stored: boolean): string {
  const allowed = Object.keys(categories).filter((category) => categories[category]);
  const what = allowed.length === 0 ? 'no category is allowed' : `allowed are ${allowed.join(', ')}`;
  return stored ? `A choice from an earlier visit is in force (${name}): ${what}.` : `The visitor chose (${name}): ${what}.`;
}

function cmpAnswer(data: Json): ToolAnswer | null {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return null;
  if ('stored' in data) return readStoredChoice(data);
  const { name, answered, categories } = data;
  if (typeof name !== 'string' || typeof answered !== 'boolean') return null;
  const pairs =
    categories !== null && typeof categories === 'object' && !Array.isArray(categories) ? Object.entries(categories) : [];
  const known = pairs.filter((pair): pair is [string, boolean] => typeof pair[1] === 'boolean');
  return { name, answered, categories: Object.fromEntries(known) };
}
