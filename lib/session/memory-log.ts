import type { Signal } from '../model';
import { distinctInOrder, type SignalLog } from './signal-log';

/** The log without a disk: for tests, and where nothing may be stored. */
export function createMemoryLog(): SignalLog {
  let signals: Signal[] = [];
  return {
    async append(more) {
      signals.push(...more);
    },
    async read(tabId) {
      return distinctInOrder(signals.filter((signal) => signal.place.tabId === tabId || signal.place.tabId === null));
    },
    async clear(tabId) {
      signals = signals.filter((signal) => signal.place.tabId !== tabId);
    },
    async lastAt() {
      return signals.reduce<number | null>((last, signal) => Math.max(last ?? signal.at, signal.at), null);
    },
    async stats() {
      return { signals: signals.length, bytes: JSON.stringify(signals).length };
    },
  };
}
