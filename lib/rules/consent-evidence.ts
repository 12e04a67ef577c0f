import type { ConsentChange, Evidence, Fire } from '../model';
import type { RuleContext } from './kit';

/** Each distinct word of the page about these fires, with the change of consent that said it, and the choice that came later. */
export function consentEvidence(fires: readonly Fire[], context: RuleContext): Evidence[] {
  const evidence = new Map<string, Evidence>();
  for (const fire of fires) {
    if (evidence.size >= 6) break;
    const { words, at } = fire.consent.basis;
    const change = changeAt(at, fire, context);
    const text = firstSentence(words);
    if (!evidence.has(text)) evidence.set(text, { kind: change ? 'consent' : 'note', ref: change?.id ?? fire.id, text });
    const choice = changeAt(fire.consent.choiceAt ?? null, fire, context);
    if (!choice) continue;
    const later = `The choice that came later: ${firstSentence(choice.words)}`;
    evidence.set(choice.id, { kind: 'consent', ref: choice.id, text: later });
  }
  return [...evidence.values()];
}

/** The change of consent in force from an instant, in the fire's own page where there are several. */
function changeAt(at: number | null, fire: Fire, context: RuleContext): ConsentChange | undefined {
  if (at === null) return undefined;
  const candidates = context.consent.filter((change) => change.at === at || change.seenAt === at);
  return (
    candidates.find((change) => change.pageId === fire.pageId && change.state === 'chosen') ??
    candidates.find((change) => change.pageId === fire.pageId) ??
    candidates[0]
  );
}

/** Readable names of what the hits carried, without what only serves their transport. */
export function stillSent(fires: readonly Fire[]): string[] {
  const names = new Set<string>();
  for (const fire of fires) {
    for (const { label, key, group } of fire.parameters) if (group !== 'technical') names.add(label ?? key);
  }
  return names.size === 0 ? ['nothing but that the page was open'] : [...names];
}

/** What the page said. The sentences after it are about one fire's own instant. */
export function firstSentence(words: string): string {
  const [first = words] = words.split(/(?<=\.) (?=[A-Z])/, 1);
  return first.endsWith('.') ? first : `${first}.`;
}
