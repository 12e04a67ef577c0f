import type { Signal } from '../model';
import { type PanelNews, panelPort, type RecordingState } from '../rpc/messages';
import { openIndexedDbLog } from '../session/indexed-db-log';
import { createKeeper } from '../session/keep';
import { browser } from './browser';
import { client } from './client';
import { watchBrowser } from './watch';

/** What is seen of one tab, from the log first, then live. */
export interface TabFeed {
  stop(): void;
}

export interface TabFeedListener {
  onSignals(signals: readonly Signal[]): void;
  onCleared(): void;
  onState(state: RecordingState): void;
}

/**
 * Follows one tab: everything the log holds, then what the worker tells. When the worker is stopped its port closes; it is opened again,
 * and the log fills what was missed, since a signal read twice is read once.
 */
export function followTab(tabId: number, listener: TabFeedListener): TabFeed {
  let stopped = false;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;

  function connect(): void {
    if (stopped) return;
    port = browser.runtime.connect({ name: panelPort(tabId) });
    port.onMessage.addListener((message: unknown) => {
      const news = message as PanelNews;
      if ('signals' in news) listener.onSignals(news.signals);
      else if ('cleared' in news) listener.onCleared();
      else void ask();
    });
    port.onDisconnect.addListener(connect);
    void fill();
  }

  async function ask(): Promise<RecordingState | null> {
    try {
      const state = await client.ask('session/state', { tabId });
      if (!stopped) listener.onState(state);
      return state;
    } catch {
      return null;
    }
  }

  async function fill(): Promise<void> {
    const state = await ask();
    if (!state || stopped) return;
    const signals = state.inMemory
      ? (await client.ask('session/signals', { tabId })).signals
      : await (await openIndexedDbLog(state.captureSession)).read(tabId);
    if (!stopped) listener.onSignals(signals);
  }

  connect();
  return {
    stop() {
      stopped = true;
      port?.disconnect();
    },
  };
}

/**
 * The panel's own ear: should the worker be killed in the middle of a burst, what it was told is lost, but not what this page heard
 * itself. Both give a signal the same id, so nothing is listed twice.
 */
export function listenToo(onSignal: (signal: Signal) => void): void {
  const keeper = createKeeper();
  const session = browser.storage.session.get('captureSession').then(({ captureSession }) => String(captureSession));
  watchBrowser(session, (signal) => {
    const kept = keeper.keep(signal);
    if (kept) onSignal(kept);
  });
}
