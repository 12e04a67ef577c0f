import type { FireConsent } from '../model';
import { beginningOf, type Doc } from './documents';
import { inForce, type Question } from './in-force';

/** Since when the page has given this verdict without a break; `null`: ever since its document began. */
export function heldSince(question: Question, verdict: FireConsent['verdict'], docs: readonly Doc[]): number | null {
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
