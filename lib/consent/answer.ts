import type { CarriedConsent, Settings, VendorFacts } from '../model';
import { decideByHit } from './carried';
import { frameworks } from './evidence';
import { howLong } from './how-long';
import type { InForce, Question, Tracks } from './in-force';
import { stepAt, type Track } from './step';
import type { Decision } from './tcf-decision';

export type Jurisdiction = NonNullable<Settings['jurisdiction']>;

/** A verdict with its basis, before agreement and the rest are added. */
export interface Answer {
  verdict: Decision['verdict'];
  framework: string;
  words: string;
  /** Instant of the choice or default it rests on. */
  at: number | null;
  /** Whether the page itself said it, so that the hit can agree with it. */
  ofPage: boolean;
  undisclosed?: boolean;
}

/** What the page said, with when. `start`: when the document that said it was committed, if that was watched. */
export function withWord({ decision, step }: InForce, at: number, start: number | null): Answer {
  const reachesBack = step.at === Number.NEGATIVE_INFINITY && step.stored;
  const since = reachesBack ? start : saidAt({ decision, step });
  return {
    verdict: decision.verdict,
    framework: decision.framework,
    words: decision.words + when({ decision, step }, at),
    at: since !== null && since <= at ? since : null,
    ofPage: true,
    undisclosed: decision.undisclosed,
  };
}

/** When the part that decides was said; what the document's first scripts said, when it was seen. */
function saidAt({ decision, step }: Pick<InForce, 'decision' | 'step'>): number {
  const said = decision.part?.saidAt;
  return said === undefined || said === Number.NEGATIVE_INFINITY ? step.seenAt : said;
}

function when({ decision, step }: Pick<InForce, 'decision' | 'step'>, at: number): string {
  if (step.stored && step.at === Number.NEGATIVE_INFINITY) return ' Chosen on an earlier visit.';
  const state = decision.part?.by ?? step.state;
  const before = at - saidAt({ decision, step });
  if (state === 'chosen' && before < 0) return ` Reported ${howLong(-before)} after this fire.`;
  if (state === 'chosen') return ` ${step.stored ? 'Reported' : 'Chosen'} ${howLong(before)} before this fire.`;
  if (state === 'not-applicable') return '';
  const verb = state === 'default' ? 'Set' : 'Shown';
  return before >= 0 ? ` ${verb} ${howLong(before)} before this fire.` : ` ${verb} only ${howLong(-before)} after this fire.`;
}

/** No framework of the page spoke for this vendor at this instant: the hit, then the settings. */
export function withoutWord(
  { at, chain, use, vendor }: Question,
  carried: CarriedConsent | undefined,
  jurisdiction: Jurisdiction,
): Answer {
  const isEurope = jurisdiction === 'eu';
  const tracks = chain.flatMap((one) => one.filter((track) => track !== undefined && concerns(track, one, vendor)));
  if (tracks.length === 0) {
    const byHit = carried === undefined ? null : decideByHit(carried, vendor, use);
    if (byHit !== null) return { ...byHit, at: null, ofPage: false };
    if (isEurope)
      return bySetting('pending', 'Too early: the page never asked for consent, and the settings say that European law applies.');
    return nobody('unknown', 'Cannot be told: neither the page nor the request says anything about consent.');
  }
  const chosen = tracks.some((track) => track !== undefined && stepAt(track.steps, at)?.state === 'chosen');
  if (chosen) {
    return nobody(
      'unknown',
      `Cannot be told: a choice is in force, but nothing in it speaks for ${vendor.name}, allowed or refused.`,
    );
  }
  if (isEurope)
    return bySetting('pending', 'Too early: no choice was known yet, and the settings say that European law applies.');
  return nobody('unknown', `Cannot be told: nothing that the page had said by then speaks for ${vendor.name}.`);
}

/** A vendor's own switch is no word of the page to other vendors. */
function concerns(track: Track, tracks: Tracks, vendor: VendorFacts): boolean {
  const isSwitch = tracks.indexOf(track) === frameworks.indexOf('switch');
  return !isSwitch || track.steps.some((step) => step.decide(vendor, 'any') !== null);
}

/** Where the settings say that no choice is needed before a fire, "too early" and "cannot be told" end; a refusal does not. */
export function bySettings(answer: Answer, jurisdiction: Jurisdiction): Answer {
  if (jurisdiction !== 'us' && jurisdiction !== 'none') return answer;
  const { verdict } = answer;
  if (verdict !== 'pending' && verdict !== 'unknown') return answer;
  const law =
    jurisdiction === 'us'
      ? 'the law of the United States applies, which asks for no choice before a fire'
      : 'no consent law applies';
  return bySetting('not-required', `No choice is needed here: the settings say that ${law}.`);
}

export const lostReports = nobody(
  'unknown',
  "Cannot be told: part of what this page reported was lost, so the visitor's choice is not known for sure.",
);

export const unplaced = nobody(
  'unknown',
  'Cannot be told: the browser does not say which page sent this, so its consent is not known.',
);

function nobody(verdict: Decision['verdict'], words: string): Answer {
  return { verdict, framework: 'none', words, at: null, ofPage: false };
}

function bySetting(verdict: Decision['verdict'], words: string): Answer {
  return { verdict, framework: 'settings', words, at: null, ofPage: false };
}
