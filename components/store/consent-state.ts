import type { ConsentChange, Fire } from '../../lib/model';
import type { IconName } from '../parts/icons';
import { words } from '../words';

/** Tone of a state: glyph and word always say it too. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'pending' | 'quiet' | 'none';

export interface StateWords {
  /** What filters and tests call it. */
  key: 'granted' | 'denied' | 'pending' | 'not-required' | 'unknown' | 'limited' | 'unneeded';
  tone: Tone;
  icon: IconName;
  word: string;
  sentence: string;
}

const states: Record<StateWords['key'], [Tone, IconName]> = {
  granted: ['quiet', 'allowed'],
  denied: ['bad', 'refused'],
  pending: ['pending', 'early'],
  'not-required': ['quiet', 'allowed'],
  unknown: ['none', 'unknown'],
  limited: ['none', 'limited'],
  unneeded: ['quiet', 'allowed'],
};

/** Consent of a fire as a glyph, a word and a sentence. Red only where a refusal was ignored. */
export function consentState(fire: Fire): StateWords {
  const key = stateKey(fire);
  const [tone, icon] = states[key];
  return { key, tone, icon, word: words.consent[key], sentence: words.consentSentence[key] };
}

function stateKey(fire: Fire): StateWords['key'] {
  const { verdict } = fire.consent;
  const stopped = verdict === 'denied' || verdict === 'pending';
  if (!fire.needsConsent && (stopped || verdict === 'unknown')) return 'unneeded';
  return fire.limited && stopped ? 'limited' : verdict;
}

/** Consent in force now, as the header says it. */
export function consentNow(changes: readonly ConsentChange[]): { tone: Tone; icon: IconName; word: string; id: string | null } {
  const last = decisive(changes);
  if (!last) return { tone: 'none', icon: 'unknown', word: words.consentNow.none, id: null };
  if (last.state === 'chosen') return { tone: 'none', ...chosen(last), id: last.id };
  const tone = last.state === 'unreadable' ? 'warn' : last.state === 'shown' ? 'pending' : 'none';
  const icon = last.state === 'unreadable' ? 'unknown' : last.state === 'shown' ? 'early' : 'shield';
  return { tone, icon, word: words.consentNow[last.state], id: last.id };
}

/** Frameworks in the order in which they decide; the verdict of a fire follows the same. */
const order: readonly ConsentChange['framework'][] = ['tcf', 'gpp', 'us-privacy', 'cmp', 'consent-mode', 'gpc'];

/** The last word of the framework that decides; what an earlier page's framework said counts as long as nothing newer of its kind came. */
function decisive(changes: readonly ConsentChange[]): ConsentChange | undefined {
  for (const framework of order) {
    const last = changes.findLast((change) => change.framework === framework);
    if (last) return last;
  }
  return changes.at(-1);
}

function chosen(change: ConsentChange): { icon: IconName; word: string } {
  const values = Object.values(change.types ?? {});
  const granted = values.filter((value) => value === 'granted').length;
  const denied = values.filter((value) => value === 'denied').length;
  if (granted > 0 && denied > 0) return { icon: 'shield', word: words.consentNow.mixed };
  if (granted > 0) return { icon: 'allowed', word: words.consentNow.granted };
  if (denied > 0) return { icon: 'refused', word: words.consentNow.denied };
  return { icon: 'shield', word: words.consentNow.chosen };
}
