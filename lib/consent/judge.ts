import type { FireConsent, Settings, VendorFacts } from '../model';
import { claimOfHit, decideByHit, isLimited } from './carried';
import type { ConsentQuery } from './create-consent';
import { beginningOf, type Doc, type Documents } from './documents';
import type { Evidence } from './evidence';
import { howLong } from './how-long';
import { type InForce, inForce, type Question } from './in-force';
import { firstAfter, stepAt } from './step';
import type { Decision, Use } from './tcf-decision';

export interface JudgeDeps {
  jurisdiction: NonNullable<Settings['jurisdiction']>;
  documents: Documents;
  evidenceOf(doc: Doc): Evidence | undefined;
  trustRows(): boolean;
  /** Whether any page of the session said anything about consent. */
  hasSpoken(): boolean;
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
    const chain = around.map((one) => one.tracks(trust));
    const question: Question = { chain, at: query.at, vendor: query.vendor, use };
    const found = inForce(question);
    const answer = found === null ? withoutWord(deps, query, { chain, use, docs }) : withWord(found, question, docs);
    const isUsLaw = deps.jurisdiction === 'us' || found?.decision.framework === 'gpp';
    const limited = isLimited(query.carried, query.vendor, isUsLaw);
    const lost = isLost(around, trust, { at: query.at, found });
    const settled = bySettings(lost ? lostReports : answer, deps.jurisdiction);
    return complete({ answer: settled, question, docs, query, limited });
  };
}

/** A verdict with its basis, before agreement and the rest are added. */
interface Answer {
  decision: Decision;
  at: number | null;
  /** Whether the page itself said it, so that the hit can agree with it. */
  ofPage: boolean;
}

function withWord({ decision, step }: InForce, { at }: Question, docs: readonly Doc[]): Answer {
  const start = docs.at(-1)?.startAt ?? null;
  const since = step.at === Number.NEGATIVE_INFINITY && step.stored ? start : step.seenAt;
  const basisAt = since !== null && since <= at ? since : null;
  return { decision: { ...decision, words: `${decision.words}${when(step, at)}` }, at: basisAt, ofPage: true };
}

function when(step: InForce['step'], at: number): string {
  if (step.stored && step.at === Number.NEGATIVE_INFINITY) return ' Chosen on an earlier visit.';
  const before = at - step.seenAt;
  if (step.state === 'chosen') return ` Chosen ${howLong(before)} before this fire.`;
  if (step.state === 'default') {
    return before >= 0 ? ` Set ${howLong(before)} before this fire.` : ` Set only ${howLong(-before)} after this fire.`;
  }
  if (step.state !== 'pending') return '';
  return before >= 0 ? ` Shown ${howLong(before)} before this fire.` : ` Shown ${howLong(-before)} after this fire.`;
}

interface Silence {
  chain: Question['chain'];
  use: Use;
  docs: readonly Doc[];
}

/** No framework of the page spoke for this vendor at this instant: the hit, then the settings. */
function withoutWord(deps: JudgeDeps, { at, vendor, carried, place }: ConsentQuery, { chain, use, docs }: Silence): Answer {
  const tracks = chain.flat().filter((track) => track !== undefined);
  const unplaced = docs.length === 0 && place.documentId === null && deps.hasSpoken();
  if (unplaced)
    return nobody('unknown', 'Cannot be told: the browser does not say which page sent this, so its consent is not known.');
  if (tracks.length === 0) {
    const byHit = carried === undefined ? null : decideByHit(carried, vendor, use);
    if (byHit !== null) return { decision: byHit, at: null, ofPage: false };
    if (deps.jurisdiction === 'eu') {
      return bySetting('pending', 'Too early: the page never asked for consent, and the settings say that European law applies.');
    }
    return nobody('unknown', 'Cannot be told: neither the page nor the request says anything about consent.');
  }
  const speaking = tracks.some((track) => stepAt(track.steps, at) !== undefined);
  if (speaking) {
    return nobody(
      'unknown',
      `Cannot be told: the visitor's choice is known, but it does not speak for ${vendor.name}, which the consent tool cannot authorise.`,
    );
  }
  if (deps.jurisdiction === 'eu') {
    return bySetting('pending', 'Too early: no choice was known yet, and the settings say that European law applies.');
  }
  return nobody(
    'unknown',
    'Cannot be told: the consent tool had not answered, and what was in force before its first answer was not seen.',
  );
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

/** A report is missing that could have changed this verdict: one after the choice in force, or any when there is none. */
function isLost(around: readonly Evidence[], trust: boolean, { at, found }: { at: number; found: InForce | null }): boolean {
  const sure = found?.step.state === 'chosen' && found.step.seenAt <= at ? found.step.seenAt : Number.NEGATIVE_INFINITY;
  return around.some((one) => one.holes(trust).some((hole) => hole.fromAt < at && hole.toAt > sure));
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
}

function complete({ answer, question, docs, query, limited }: Whole): Verdict {
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
  const choiceAt = nextChoice(question);
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
