import { analyse } from '../../lib/analyse';
import { emptySettings, type Signal } from '../../lib/model';

export interface Tally {
  /** Ids that were sent and are in no fire. */
  lost: string[];
  /** Ids in more than one fire. */
  twice: string[];
}

/** Holds the event ids that were sent against those of the fires that the signals mean. */
export function tally(signals: readonly Signal[], sent: readonly string[]): Tally {
  const seen = new Map<string, number>();
  for (const { eventId } of analyse(signals, emptySettings).fires) if (eventId) seen.set(eventId, (seen.get(eventId) ?? 0) + 1);
  return { lost: sent.filter((id) => !seen.has(id)), twice: sent.filter((id) => (seen.get(id) ?? 0) > 1) };
}
