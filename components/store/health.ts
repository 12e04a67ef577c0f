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
export function healthOf({ session: { signals, coverage }, obstacle }: PanelState): HealthPart[] {
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
  const late: HealthPart[] = obstacle === 'reload-needed' ? [{ topic: 'recording', text: w.late, lost: true }] : [];
  if (counts.every(([, count]) => count === 0))
    return late.length > 0 ? [recorded, ...late] : [recorded, { topic: 'unseen', text: w.nothingMissed, lost: false }];
  // The last two are rare: told when there is something to tell.
  const told = counts.filter(([topic, count]) => count > 0 || (topic !== 'blocked' && topic !== 'blind'));
  return [recorded, ...late, ...told.map(([topic, count]) => ({ topic, text: w[topic](count), lost: count > 0 }))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
