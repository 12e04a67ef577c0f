import type { VendorFacts } from '../model';
import { frameworks } from './evidence';
import { type Step, stepAt, type Track } from './step';
import type { Decision, Use } from './tcf-decision';

/** What decided, and why it was in force. */
export interface InForce {
  decision: Decision;
  step: Step;
  /** Which document of the chain said it. */
  depth: number;
  /** Which framework. */
  index: number;
}

type Found = Pick<InForce, 'decision' | 'step'>;

/** Tracks of one document, one per framework in the order they are asked. */
export type Tracks = readonly (Track | undefined)[];

export interface Question {
  /** Of the fire's document and those around it, inside first. */
  chain: readonly Tracks[];
  at: number;
  vendor: VendorFacts;
  use: Use;
}

const gpp = frameworks.indexOf('gpp');
const consentMode = frameworks.indexOf('consent-mode');

/**
 * The first framework that speaks for this vendor at this instant, and within it the document nearest to the fire. A document's own
 * consent tool is asked before that of the page around it.
 */
export function inForce(question: Question): InForce | null {
  for (let index = 0; index < frameworks.length; index++) {
    const found = inFramework(index, question);
    if (found === null) continue;
    if (found.decision.verdict !== 'not-required') return found;
    // That European law does not apply says nothing of an opt-out under another law.
    const other = inFramework(gpp, question);
    return other?.decision.verdict === 'denied' ? other : found;
  }
  return null;
}

function inFramework(index: number, question: Question): InForce | null {
  for (let depth = 0; depth < question.chain.length; depth++) {
    const track = question.chain[depth]?.[index];
    if (track === undefined) continue;
    const found = index === consentMode ? inMode(track, question) : inTrack(track, question);
    if (found !== null) return { decision: found.decision, step: found.step, depth, index };
  }
  return null;
}

function inTrack(track: Track, { at, vendor, use }: Question): Found | null {
  const step = stepAt(track.steps, at);
  if (step === undefined) return beforeStored(track, { vendor, use });
  const decision = step.decide(vendor, use);
  return decision === null ? null : { decision, step };
}

/** A stored choice that could not reach back, for want of the document's start: what was in force before it is not left to others. */
function beforeStored(track: Track, { vendor, use }: Pick<Question, 'vendor' | 'use'>): Found | null {
  const [first] = track.steps;
  const decision = first?.stored ? first.decide(vendor, use) : null;
  if (first === undefined || decision === null) return null;
  return { decision: { ...decision, verdict: 'unknown', words: notWatched }, step: first };
}

const notWatched =
  'Cannot be told: a choice from an earlier visit was reported later, and this document was not watched from its start.';

/**
 * Consent Mode alone cannot tell a stored choice from a click: both are an update. Where another framework of the page reports a
 * stored choice and no dialog before that update, the update is that choice and reaches back with it.
 */
function inMode(track: Track, question: Question): Found | null {
  const { at, vendor, use, chain } = question;
  const found = inTrack(track, question) ?? beforeDefault(track, question);
  if (found !== null && found.decision.verdict !== 'pending') return found;

  const update = track.steps.find((step) => step.state === 'chosen');
  const storedSince = update !== undefined && update.at > at ? storedChoiceSince(chain, update.at) : null;
  const decision = storedSince === null ? null : (update?.decide(vendor, use) ?? null);
  if (update !== undefined && decision !== null && storedSince !== null) {
    const step = { ...update, at: storedSince, stored: true };
    return storedSince <= at ? { decision, step } : { decision: { ...decision, verdict: 'unknown', words: notWatched }, step };
  }
  if (found !== null && hasChosen(chain, at)) return { ...found, decision: leftAtDefault(found.decision) };
  return found;
}

/** A default of "denied" also tells of fires before it: nothing had been chosen then either. One of "granted" does not. */
function beforeDefault(track: Track, { vendor, use, at }: Question): Found | null {
  const [first] = track.steps;
  if (first?.state !== 'default' || first.at <= at) return null;
  const decision = first.decide(vendor, use);
  return decision?.verdict === 'pending' ? { decision, step: first } : null;
}

/**
 * Since when the choice behind a Consent Mode update is in force, when another framework says that it was stored: `-Infinity` for a
 * document watched from its start, else the instant it was reported. `null`: it was not stored, or nobody says so.
 */
export function storedChoiceSince(chain: Question['chain'], updateAt: number): number | null {
  const askers = chain.flatMap(tracksThatAsk);
  if (askers.some((track) => isBefore(track.shownAt, updateAt) || isBefore(track.choicesAt, updateAt))) return null;
  const stored = askers.flatMap(({ steps: [first] }) => (first?.stored ? [first.at] : []));
  return stored.length === 0 ? null : Math.min(...stored);
}

/** Tracks of the frameworks that ask the visitor themselves, as Consent Mode does not. */
function tracksThatAsk(tracks: readonly (Track | undefined)[]): Track[] {
  return tracks.slice(0, consentMode).filter((track) => track !== undefined);
}

function isBefore([first]: readonly number[], at: number): boolean {
  return first !== undefined && first <= at;
}

function hasChosen(chain: Question['chain'], at: number): boolean {
  return chain.flatMap(tracksThatAsk).some((track) => stepAt(track.steps, at)?.state === 'chosen');
}

function leftAtDefault(decision: Decision): Decision {
  return {
    ...decision,
    verdict: 'denied',
    words:
      'Google Consent Mode: refused, the visitor had chosen and the consent tool left the storage this product needs at its default, denied.',
  };
}
