import type { FireConsent, VendorFacts } from '../model';
import { type Answer, bySettings, type Jurisdiction, lostReports, unplaced, withoutWord, withWord } from './answer';
import { claimOfHit, isLimited } from './carried';
import type { ConsentQuery } from './consent-query';
import type { Doc } from './documents';
import { heldSince } from './held-since';
import { howLong } from './how-long';
import { type InForce, inForce, type Question } from './in-force';
import { isLost } from './is-lost';
import { firstAfter } from './step';
import type { Use } from './tcf-decision';
import type { View, Views } from './views';

export interface JudgeDeps {
  jurisdiction: Jurisdiction;
  views: Views;
  /** Whether any page of the session said anything about consent. */
  hasSpoken(): boolean;
  /** The visitor's first choice after `at` on another page of the same tab and site, or undefined. */
  choiceElsewhere(docs: readonly Doc[], at: number): number | undefined;
}

/** Where one of these decides, the question is one of US law; GPP's European section decides as `tcf`. */
const usFrameworks = new Set(['gpp', 'us-privacy']);

type Verdict = FireConsent & { limited: boolean };

/** Verdicts per fire, from the tracks of the documents around it. */
export function createJudge(deps: JudgeDeps): (query: ConsentQuery) => Verdict {
  return (query) => {
    const { at, carried, place, vendor } = query;
    if (!vendor.consent.required) return { ...needless(vendor), limited: false };
    const view = deps.views.of(place, at);
    const question: Question = { chain: view.chain, at, vendor, use: useOf(query) };
    const found = inForce(question);
    const answer = answerOf(deps, query, { found, question, view });
    const isUsLaw = deps.jurisdiction === 'us' || usFrameworks.has(found?.decision.framework ?? '');
    const agreement = answer.ofPage ? agreementOf(answer, claimOfHit(carried, vendor, question.use)) : 'silent';
    const result: Verdict = {
      verdict: answer.verdict,
      agreement,
      basis: { framework: answer.framework, at: answer.at, words: answer.words },
      limited: isLimited(carried, vendor, isUsLaw),
    };
    if (answer.undisclosed !== undefined) result.undisclosed = answer.undisclosed;
    if (agreement === 'contradicts') result.heldSince = heldSince(question, answer.verdict, view.docs);
    if (answer.verdict !== 'pending') return result;
    const choiceAt = nextChoice(question) ?? deps.choiceElsewhere(view.docs, at);
    if (choiceAt === undefined) return result;
    result.choiceAt = choiceAt;
    result.basis.words += ` The choice came ${howLong(choiceAt - at)} later.`;
    return result;
  };
}

interface Seen {
  found: InForce | null;
  question: Question;
  view: View;
}

function answerOf({ jurisdiction, hasSpoken }: JudgeDeps, query: ConsentQuery, { found, question, view }: Seen): Answer {
  if (isLost(view, found, query.at)) return lostReports;
  if (found !== null) return bySettings(withWord(found, query.at, view.around[found.depth]?.doc.startAt ?? null), jurisdiction);
  if (view.docs.length === 0 && query.place.documentId === null && hasSpoken()) return unplaced;
  return bySettings(withoutWord(question, query.carried, jurisdiction), jurisdiction);
}

function agreementOf({ verdict }: Answer, claim: 'granted' | 'denied' | null): FireConsent['agreement'] {
  if (claim === null || verdict === 'unknown' || verdict === 'not-required') return 'silent';
  return (verdict === 'granted') === (claim === 'granted') ? 'agrees' : 'contradicts';
}

/** The visitor's next choice in these documents: by the framework asked first, where that saw one. */
function nextChoice({ chain, at }: Question): number | undefined {
  const frameworks = chain[0]?.length ?? 0;
  for (let index = 0; index < frameworks; index++) {
    let next: number | undefined;
    for (const tracks of chain) {
      const choice = firstAfter(tracks[index]?.choicesAt ?? [], at);
      if (choice !== undefined && (next === undefined || choice < next)) next = choice;
    }
    if (next !== undefined) return next;
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
