import type { ConsentChange, VendorFacts } from '../model';
import type { Decision, Use } from './tcf-decision';

/** One thing a framework said, in force from `at` until its next step. */
export interface Step {
  /** In force from here, epoch ms; `-Infinity` when it reaches back to its document's start. */
  at: number;
  /** When it was seen. */
  seenAt: number;
  signalId: string;
  /** `pending`: asked, nothing chosen · `chosen` · `default`: the site's own · `not-applicable` · `silent`: asked, and what was answered is not known. */
  state: 'pending' | 'chosen' | 'default' | 'not-applicable' | 'silent';
  /** A choice from an earlier visit. */
  stored: boolean;
  /** What it means for a vendor; `null`: it does not speak for this vendor. */
  decide(vendor: VendorFacts, use: Use): Decision | null;
}

/** What one framework said in one document, derived from its signals in order of time. */
export interface Track {
  /** Ascending by `at`. */
  steps: Step[];
  /** Instants the dialog came up, ascending. */
  shownAt: number[];
  /** Instants at which the visitor chose here, ascending; never a stored choice. */
  choicesAt: number[];
  changes: Draft[];
}

/** A change before its page is known. `at` is `-Infinity` for one that reaches back. */
export type Draft = Omit<ConsentChange, 'id' | 'pageId' | 'documentId'>;

/** The last step in force at `at`, or undefined. */
export function stepAt(steps: readonly Step[], at: number): Step | undefined {
  return steps[firstIndex(steps.length, (index) => (steps[index]?.at ?? Number.POSITIVE_INFINITY) > at) - 1];
}

/** First of the ascending instants after `at`, or undefined. */
export function firstAfter(instants: readonly number[], at: number): number | undefined {
  return instants[firstIndex(instants.length, (index) => (instants[index] ?? Number.POSITIVE_INFINITY) > at)];
}

/** The first index from which on a condition holds, or `length`. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Remembers what a step means per vendor, so that a fire costs a look-up. Facts are compared by identity. */
export function remembered(decide: (vendor: VendorFacts, use: Use) => Decision | null): Step['decide'] {
  const byUse: Record<Use, Map<VendorFacts, Decision | null>> = { any: new Map(), audience: new Map(), measurement: new Map() };
  return (vendor, use) => {
    const known = byUse[use].get(vendor);
    if (known !== undefined) return known;
    const decision = decide(vendor, use);
    byUse[use].set(vendor, decision);
    return decision;
  };
}
