import type { Signal } from '../model';
import { distinctInOrder, type SignalLog } from './signal-log';

/** The log without a disk: for tests, and where nothing may be stored. */
export function createMemoryLog({ now = Date.now }: { now?: () => number } = {}): SignalLog {
  let records: { signal: Signal; writtenAt: number }[] = [];
  return {
    async append(more) {
      for (const signal of more) records.push({ signal, writtenAt: now() });
    },
    async read(tabId, since = 0) {
      const own = records.filter(({ signal: { place }, writtenAt }) => {
        return writtenAt >= since && (place.tabId === tabId || place.tabId === null);
      });
      return distinctInOrder(own.map(({ signal }) => signal));
    },
    async clear(tabId) {
      records = records.filter(({ signal }) => signal.place.tabId !== tabId);
    },
    async lastWrittenAt() {
      return records.at(-1)?.writtenAt ?? null;
    },
    async stats() {
      return { signals: records.length, bytes: JSON.stringify(records.map(({ signal }) => signal)).length };
    },
  };
}
