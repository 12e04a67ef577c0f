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
}

type Found = Omit<InForce, 'depth'>;

/** Tracks of one document, one per framework in the order they are asked. */
export type Tracks = readonly (Track | undefined)[];

export interface Question {
  /** Of the fire's document and those around it, inside first. */
  chain: readonly Tracks[];
  at: number;
  vendor: VendorFacts;
  use: Use;
}

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
    const other = inFramework(frameworks.indexOf('gpp'), question);
    return other?.decision.verdict === 'denied' ? other : found;
  }
  return null;
}

function inFramework(index: number, question: Question): InForce | null {
  for (let depth = 0; depth < question.chain.length; depth++) {
    const track = question.chain[depth]?.[index];
    if (track === undefined) continue;
    const found = frameworks[index] === 'consent-mode' ? inMode(track, question) : inTrack(track, question);
    if (found !== null) return { ...found, depth };
  }
  return null;
}

function inTrack(track: Track, { at, vendor, use }: Question): Found | null {
  const step = stepAt(track.steps, at);
  const decision = step?.decide(vendor, use);
  return step && decision ? { decision, step } : null;
}

/**
 * Consent Mode alone cannot tell a stored choice from a click: both are an update. Where another framework of the page reports a
 * stored choice and no dialog before that update, the update is that choice and reaches back with it.
 */
function inMode(track: Track, question: Question): Found | null {
  const { at, vendor, use, chain } = question;
  const found = inTrack(track, question) ?? beforeDefault(track, question);
  if (found !== null && found.decision.verdict !== 'pending') return found;

  const update = track.steps.find((step) => step.state === 'chosen');
  if (update !== undefined && update.at > at && isStoredChoice(chain, update.at)) {
    const decision = update.decide(vendor, use);
    if (decision !== null) return { decision, step: { ...update, at: Number.NEGATIVE_INFINITY, stored: true } };
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

export function isStoredChoice(chain: Question['chain'], updateAt: number): boolean {
  const askers = chain.flatMap(tracksThatAsk);
  if (askers.some((track) => isBefore(track.shownAt, updateAt) || isBefore(track.choicesAt, updateAt))) return false;
  return askers.some(({ steps: [first] }) => first?.stored === true && first.at === Number.NEGATIVE_INFINITY);
}

/** Tracks of the frameworks that ask the visitor themselves, as Consent Mode does not. */
function tracksThatAsk(tracks: readonly (Track | undefined)[]): Track[] {
  return tracks.slice(0, frameworks.indexOf('consent-mode')).filter((track) => track !== undefined);
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
