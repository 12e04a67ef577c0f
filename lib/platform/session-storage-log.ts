import type { Signal } from '../model';
import { createMemoryLog } from '../session/memory-log';
import type { SignalLog } from '../session/signal-log';
import { browser } from './browser';

const prefix = 'private:';

/**
 * The log without a disk that outlives the worker: `storage.session` is kept in memory and ends with the browser
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/session). It holds ten megabytes; beyond that the log goes
 * on in the worker alone, and says so.
 */
export async function openSessionStorageLog(): Promise<SignalLog> {
  const log = createMemoryLog();
  const stored = await readStored();
  await log.append(stored.flatMap(([, signals]) => signals));
  let next = Math.max(-1, ...stored.map(([key]) => Number(key.slice(prefix.length)))) + 1;
  let error: string | undefined;

  return {
    ...log,
    async append(signals) {
      await log.append(signals);
      try {
        await browser.storage.session.set({ [`${prefix}${next++}`]: signals });
      } catch {
        error = 'What is seen in private windows is lost when the recorder is restarted: its storage is full.';
      }
    },
    async clear(tabId) {
      await log.clear(tabId);
      for (const [key, signals] of await readStored()) {
        await browser.storage.session.set({ [key]: signals.filter((signal) => signal.place.tabId !== tabId) });
      }
    },
    async stats() {
      return { ...(await log.stats()), ...(error === undefined ? {} : { error }) };
    },
  };
}

async function readStored(): Promise<[string, Signal[]][]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).filter(([key]) => key.startsWith(prefix)) as [string, Signal[]][];
}
