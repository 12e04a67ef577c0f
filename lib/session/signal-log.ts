import type { Kept, Signal } from '../model';

/**
 * The append-only log of what was seen, kept per capture session (a run of the browser) and tab. Writing a signal twice is the same
 * as writing it once: the worker and any number of panels may write the same one.
 */
export interface SignalLog {
  /** Resolves when the signals are stored; rejects never: what cannot be stored is told by {@link Kept.error}. */
  append(signals: readonly Signal[]): Promise<void>;
  /**
   * The signals of a tab and those of no single tab, each once, in order of `at`. With `since`, an instant of this machine's clock, at
   * least all that were written from then on: whoever read before need not read everything again.
   */
  read(tabId: number, since?: number): Promise<Signal[]>;
  /** Forgets a tab's signals for good. */
  clear(tabId: number): Promise<void>;
  /** When something was last stored in this capture session, by this machine's clock; `null` when nothing was. */
  lastWrittenAt(): Promise<number | null>;
  stats(): Promise<Kept>;
}

/** How much is kept before the oldest gives way. */
export interface Retention {
  signals: number;
  bytes: number;
}

/** About 100,000 fires with their responses and calls. */
export const defaultRetention: Retention = { signals: 400_000, bytes: 400 * 1024 * 1024 };

/** Key of signals that belong to no single tab: workers, gaps. */
export const noTab = -1;

/** Each signal once, in order of `at`. */
export function distinctInOrder(signals: readonly Signal[]): Signal[] {
  const byId = new Map<string, Signal>();
  for (const signal of signals) if (!byId.has(signal.id)) byId.set(signal.id, signal);
  return [...byId.values()].sort((a, b) => a.at - b.at);
}
