import type { Signal } from '../model';
import type { SignalLog } from './signal-log';

export interface SplitLogOptions {
  disk: SignalLog;
  memory: SignalLog;
  /** Whether what is seen of a tab, or of no single tab (`null`), may not be written to the disk. */
  isPrivate(tabId: number | null): Promise<boolean>;
}

/**
 * One log of two: what is seen in private windows stays in memory, all else goes to the disk. For browsers in which one worker sees
 * both kinds of window.
 */
export function createSplitLog({ disk, memory, isPrivate }: SplitLogOptions): SignalLog {
  /** Signals are sorted one batch after another, so that none overtakes one before it. */
  let sorted: Promise<unknown> = Promise.resolve();

  async function sort(signals: readonly Signal[]): Promise<[SignalLog, Signal[]][]> {
    const own = await Promise.all(signals.map((signal) => isPrivate(signal.place.tabId)));
    return [
      [disk, signals.filter((_, n) => !own[n])],
      [memory, signals.filter((_, n) => own[n])],
    ];
  }

  return {
    async append(signals) {
      const parts = sorted.then(() => sort(signals));
      sorted = parts;
      for (const [log, part] of await parts) if (part.length > 0) await log.append(part);
    },
    async read(tabId, since) {
      await sorted;
      const both = await Promise.all([disk.read(tabId, since), memory.read(tabId, since)]);
      return both.flat().sort((a, b) => a.at - b.at);
    },
    async clear(tabId) {
      await sorted;
      await Promise.all([disk.clear(tabId), memory.clear(tabId)]);
    },
    async lastWrittenAt() {
      const both = await Promise.all([disk.lastWrittenAt(), memory.lastWrittenAt()]);
      return both.reduce((last, at) => (last === null || (at !== null && at > last) ? at : last), null);
    },
    async stats() {
      const [kept, more] = await Promise.all([disk.stats(), memory.stats()]);
      return { ...more, ...kept, signals: kept.signals + more.signals, bytes: kept.bytes + more.bytes };
    },
  };
}
