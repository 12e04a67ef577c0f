import { frameworks } from './evidence';
import type { InForce } from './in-force';
import type { View } from './views';

/**
 * A report is missing that could have changed this verdict. TCF says everything anew with each choice: what was lost in its document
 * before that is healed, what the documents around it say is not asked, and once it has spoken nothing later reaches back. The other
 * frameworks are told in parts, of which any may be the lost one.
 */
export function isLost({ around, chain, hasHoles }: View, found: InForce | null, at: number): boolean {
  if (!hasHoles) return false;
  const isTcf = found !== null && frameworks[found.index] === 'tcf';
  const isWhole = isTcf && found.step.state === 'chosen' && found.step.seenAt <= at;
  return around.some((one, depth) => {
    if (isWhole && depth > found.depth) return false;
    const healedAt = isWhole && depth === found.depth ? found.step.seenAt : Number.NEGATIVE_INFINITY;
    const firstAt = isTcf ? chain[depth]?.[found.index]?.steps[0]?.seenAt : undefined;
    const until = Math.max(at, firstAt ?? Number.POSITIVE_INFINITY);
    return one.holes(true).some((hole) => hole.toAt > healedAt && hole.fromAt < until);
  });
}
