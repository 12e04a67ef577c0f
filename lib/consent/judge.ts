import type { FireConsent, Settings, VendorFacts } from '../model';
import { claimOfHit, decideByHit, isLimited } from './carried';
import type { ConsentQuery } from './consent-query';
import { beginningOf, type Doc, type Documents } from './documents';
import { type Evidence, frameworks } from './evidence';
import { howLong } from './how-long';
import { type InForce, inForce, type Question, type Tracks } from './in-force';
import { firstAfter, stepAt, type Track } from './step';
import type { Decision, Use } from './tcf-decision';

export interface JudgeDeps {
  jurisdiction: NonNullable<Settings['jurisdiction']>;
  documents: Documents;
  evidenceOf(doc: Doc): Evidence | undefined;
  trustRows(): boolean;
  /** Whether any page of the session said anything about consent. */
  hasSpoken(): boolean;
  /** The visitor's first choice after `at` on another page of the same tab and site, or undefined. */
  choiceElsewhere(docs: readonly Doc[], at: number): number | undefined;
}

type Verdict = FireConsent & { limited: boolean };

/** Verdicts per fire, from the tracks of the documents around it. */
export function createJudge(deps: JudgeDeps): (query: ConsentQuery) => Verdict {
  return (query) => {
    const use = useOf(query);
    if (!query.vendor.consent.required) return { ...needless(query.vendor), limited: false };

    const docs = deps.documents.around(query.place, query.at);
    const around = docs.map((doc) => deps.evidenceOf(doc)).filter((one) => one !== undefined);
    const trust = deps.trustRows();
    const question: Question = { chain: around.map((one) => one.tracks(trust)), at: query.at, vendor: query.vendor, use };
    const found = inForce(question);
    const isUsLaw = deps.jurisdiction === 'us' || found?.decision.framework === 'gpp';
    const limited = isLimited(query.carried, query.vendor, isUsLaw);
    const answer = isLost(around, trust, { at: query.at, found })
      ? lostReports
      : answerOf(deps, query, { found, question, docs, starts: around.map(({ doc }) => doc.startAt) });
    return complete({ answer, question, docs, query, limited, choiceElsewhere: () => deps.choiceElsewhere(docs, query.at) });
  };
}

interface Seen {
  found: InForce | null;
  question: Question;
  docs: readonly Doc[];
  /** When the documents of the chain were committed, as far as that was watched. */
  starts: readonly (number | null)[];
}

function answerOf(deps: JudgeDeps, query: ConsentQuery, { found, question, docs, starts }: Seen): Answer {
  if (found !== null) return bySettings(withWord(found, question.at, starts[found.depth] ?? null), deps.jurisdiction);
  if (docs.length === 0 && query.place.documentId === null && deps.hasSpoken()) return unplaced;
  return bySettings(withoutWord(deps, query, question), deps.jurisdiction);
}

/** A verdict with its basis, before agreement and the rest are added. */
interface Answer {
  decision: Decision;
  at: number | null;
  /** Whether the page itself said it, so that the hit can agree with it. */
  ofPage: boolean;
}

function withWord({ decision, step }: InForce, at: number, start: number | null): Answer {
  const reachesBack = step.at === Number.NEGATIVE_INFINITY && step.stored;
  const since = reachesBack ? start : (decision.part?.saidAt ?? step.seenAt);
  const basisAt = since !== null && since <= at ? since : null;
  return { decision: { ...decision, words: `${decision.words}${when({ decision, step }, at)}` }, at: basisAt, ofPage: true };
}

function when({ decision, step }: Pick<InForce, 'decision' | 'step'>, at: number): string {
  if (step.stored && step.at === Number.NEGATIVE_INFINITY) return ' Chosen on an earlier visit.';
  const state = decision.part?.by ?? step.state;
  const before = at - (decision.part?.saidAt ?? step.seenAt);
  if (state === 'chosen' && before < 0) return ` Reported ${howLong(-before)} after this fire.`;
  if (state === 'chosen') return ` ${step.stored ? 'Reported' : 'Chosen'} ${howLong(before)} before this fire.`;
  if (state === 'not-applicable') return '';
  const verb = state === 'default' ? 'Set' : 'Shown';
  return before >= 0 ? ` ${verb} ${howLong(before)} before this fire.` : ` ${verb} only ${howLong(-before)} after this fire.`;
}

/** No framework of the page spoke for this vendor at this instant: the hit, then the settings. */
function withoutWord(deps: JudgeDeps, { at, vendor, carried }: ConsentQuery, { chain, use }: Question): Answer {
  const isEurope = deps.jurisdiction === 'eu';
  const tracks = chain.flatMap((one) => one.filter((track) => track !== undefined && concerns(track, one, vendor)));
  if (tracks.length === 0) {
    const byHit = carried === undefined ? null : decideByHit(carried, vendor, use);
    if (byHit !== null) return { decision: byHit, at: null, ofPage: false };
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

function nobody(verdict: Decision['verdict'], words: string): Answer {
  return { decision: { verdict, framework: 'none', words }, at: null, ofPage: false };
}

function bySetting(verdict: Decision['verdict'], words: string): Answer {
  return { decision: { verdict, framework: 'settings', words }, at: null, ofPage: false };
}

const lostReports = nobody(
  'unknown',
  "Cannot be told: part of what this page reported was lost, so the visitor's choice is not known for sure.",
);

const unplaced = nobody('unknown', 'Cannot be told: the browser does not say which page sent this, so its consent is not known.');

/**
 * A report is missing that could have changed this verdict. TCF says everything anew with each choice: what was lost in its document
 * before that is healed, what the documents around it say is not asked, and once it has spoken nothing later reaches back. The other
 * frameworks are told in parts, of which any may be the lost one.
 */
function isLost(around: readonly Evidence[], trust: boolean, { at, found }: { at: number; found: InForce | null }): boolean {
  const isTcf = found !== null && frameworks[found.index] === 'tcf';
  const isWhole = isTcf && found.step.state === 'chosen' && found.step.seenAt <= at;
  return around.some((one, depth) => {
    if (isWhole && depth > found.depth) return false;
    const healedAt = isWhole && depth === found.depth ? found.step.seenAt : Number.NEGATIVE_INFINITY;
    const firstAt = isTcf ? one.tracks(trust)[found.index]?.steps[0]?.seenAt : undefined;
    const until = Math.max(at, firstAt ?? Number.POSITIVE_INFINITY);
    return one.holes(trust).some((hole) => hole.toAt > healedAt && hole.fromAt < until);
  });
}

/** Where the settings say that no choice is needed before a fire, "too early" and "cannot be told" end; a refusal does not. */
function bySettings(answer: Answer, jurisdiction: JudgeDeps['jurisdiction']): Answer {
  if (jurisdiction !== 'us' && jurisdiction !== 'none') return answer;
  const { verdict, words, framework } = answer.decision;
  if (verdict !== 'pending' && verdict !== 'unknown') return answer;
  const law =
    jurisdiction === 'us'
      ? 'the law of the United States applies, which asks for no choice before a fire'
      : 'no consent law applies';
  const said = framework === 'none' || framework === 'settings' ? '' : ` ${words}`;
  return bySetting('not-required', `The settings say that ${law}.${said}`);
}

interface Whole {
  answer: Answer;
  question: Question;
  docs: readonly Doc[];
  query: ConsentQuery;
  limited: boolean;
  choiceElsewhere(): number | undefined;
}

function complete({ answer, question, docs, query, limited, choiceElsewhere }: Whole): Verdict {
  const { decision } = answer;
  const agreement = answer.ofPage ? agreementOf(decision, claimOfHit(query.carried, query.vendor, question.use)) : 'silent';
  const result: Verdict = {
    verdict: decision.verdict,
    agreement,
    basis: { framework: decision.framework, at: answer.at, words: decision.words },
    limited,
  };
  if (decision.undisclosed) result.undisclosed = true;
  if (agreement === 'contradicts') result.heldSince = heldSince(question, decision.verdict, docs);
  if (decision.verdict !== 'pending') return result;
  const choiceAt = nextChoice(question) ?? choiceElsewhere();
  if (choiceAt === undefined) return result;
  result.choiceAt = choiceAt;
  result.basis.words += ` The choice came ${howLong(choiceAt - query.at)} later.`;
  return result;
}

function agreementOf({ verdict }: Decision, claim: 'granted' | 'denied' | null): FireConsent['agreement'] {
  if (claim === null || verdict === 'unknown' || verdict === 'not-required') return 'silent';
  return (verdict === 'granted') === (claim === 'granted') ? 'agrees' : 'contradicts';
}

/** Since when the page has given this verdict without a break; `null`: ever since its document began. */
function heldSince(question: Question, verdict: Decision['verdict'], docs: readonly Doc[]): number | null {
  const instants = question.chain
    .flat()
    .flatMap((track) => track?.steps.flatMap((step) => [step.at, step.seenAt]) ?? [])
    .filter((instant) => instant <= question.at && Number.isFinite(instant));
  for (const instant of [...new Set(instants)].sort((a, b) => b - a)) {
    const before = inForce({ ...question, at: instant - 0.001 });
    if (before?.decision.verdict !== verdict) return instant;
  }
  const [own] = docs;
  return own === undefined || own.startAt !== null ? null : beginningOf(own);
}

/** The visitor's next choice in these documents: by the framework asked first, where that saw one. */
function nextChoice({ chain, at }: Question): number | undefined {
  const frameworks = chain[0]?.length ?? 0;
  for (let index = 0; index < frameworks; index++) {
    const choices = chain.map((tracks) => firstAfter(tracks[index]?.choicesAt ?? [], at)).filter((one) => one !== undefined);
    if (choices.length > 0) return Math.min(...choices);
  }
  return undefined;
}

function needless({ name }: VendorFacts): FireConsent {
  return {
    verdict: 'not-required',
    agreement: 'silent',
    basis: { framework: 'none', at: null, words: `${name} needs no choice: this request sets no identifier.` },
  };
}

function useOf({ product, category }: ConsentQuery): Use {
  if (product === 'remarketing' || category === 'remarketing') return 'audience';
  return category !== undefined && conversions.has(category) ? 'measurement' : 'any';
}

const conversions = new Set([
  'purchase',
  'lead',
  'contact',
  'complete_registration',
  'submit_application',
  'schedule',
  'subscribe',
  'start_trial',
  'conversion',
]);
