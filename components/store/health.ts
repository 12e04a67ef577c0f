import type { PanelState } from '../host';
import { words } from '../words';

/** What the line of health can lead to: the part of the Site view that explains it. */
export type HealthTopic = 'recording' | 'unseen' | 'bodies' | 'tags' | 'gaps' | 'blocked' | 'blind';

/** One number of the line, in words. */
export interface HealthPart {
  topic: HealthTopic;
  text: string;
  /** Something was missed. */
  lost: boolean;
}

/** How far the recording can be trusted: what was recorded, and what is known to be missing, zeros told as well. */
export function healthOf(state: PanelState): HealthPart[] {
  const { signals, coverage } = state.session;
  const w = words.health;
  if (signals.length === 0) return [{ topic: 'recording', text: w.nothing, lost: false }];
  const counts: [topic: 'bodies' | 'tags' | 'gaps' | 'blocked' | 'blind', count: number][] = [
    ['bodies', coverage.unreadBodies],
    ['tags', sum(coverage.unknownTags.map(({ count }) => count))],
    ['gaps', coverage.gaps.length],
    ['blocked', sum(Object.values(coverage.blocked))],
    ['blind', sum(coverage.blind.map(({ names }) => names.length))],
  ];
  const recorded: HealthPart = { topic: 'recording', text: w.recorded(signals.length), lost: false };
  const holes = holesOf(state).map((hole): HealthPart => ({ topic: 'recording', text: w[hole], lost: true }));
  if (counts.every(([, count]) => count === 0))
    return holes.length > 0 ? [recorded, ...holes] : [recorded, { topic: 'unseen', text: w.nothingMissed, lost: false }];
  // The last two are rare: told when there is something to tell.
  const told = counts.filter(([topic, count]) => count > 0 || (topic !== 'blocked' && topic !== 'blind'));
  return [recorded, ...holes, ...told.map(([topic, count]) => ({ topic, text: w[topic](count), lost: count > 0 }))];
}

/** What the recorder itself does not have, or does not take. */
function holesOf({ obstacle, kept, recording }: PanelState): ('late' | 'dropped' | 'notKept' | 'paused')[] {
  return [
    ...(obstacle === 'reload-needed' ? ['late' as const] : []),
    ...(kept.droppedBefore === undefined ? [] : ['dropped' as const]),
    ...(kept.error === undefined ? [] : ['notKept' as const]),
    ...(recording === 'paused' ? ['paused' as const] : []),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
