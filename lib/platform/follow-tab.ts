import type { Signal } from '../model';
import { type PanelNews, panelPort, type RecordingState } from '../rpc/messages';
import type { Core } from '../session/core';
import { openIndexedDbLog } from '../session/indexed-db-log';
import { createKeeper } from '../session/keep';
import { noTab, type SignalLog } from '../session/signal-log';
import { browser } from './browser';
import { client } from './client';
import { watchBrowser } from './watch';

const logs = new Map<string, Promise<SignalLog>>();

/** One connection serves all tabs this page follows. */
function logOf(captureSession: string): Promise<SignalLog> {
  const log = logs.get(captureSession) ?? openIndexedDbLog(captureSession);
  logs.set(captureSession, log);
  return log;
}

/** What is seen of one tab, from the log first, then live. */
export interface TabFeed {
  stop(): void;
}

export interface TabFeedListener {
  /** Told once the log was read, even if it holds nothing, and then of everything new. */
  onSignals(signals: readonly Signal[]): void;
  /** With what is left. */
  onCleared(left: readonly Signal[]): void;
  onState(state: RecordingState): void;
}

/**
 * Follows one tab: everything the log holds, then what the worker tells. When the worker is stopped its port closes; it is opened again,
 * and the log fills what was missed, since a signal read twice is read once.
 */
export function followTab(tabId: number, listener: TabFeedListener): TabFeed {
  let stopped = false;
  let readUntil = 0;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;

  function connect(): void {
    if (stopped) return;
    port = browser.runtime.connect({ name: panelPort(tabId) });
    port.onMessage.addListener((message: unknown) => {
      const news = message as PanelNews;
      if ('signals' in news) listener.onSignals(news.signals);
      else if ('cleared' in news) listener.onCleared(news.cleared);
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
    const askedAt = Date.now();
    const state = await ask();
    if (!state || stopped) return;
    const signals = state.inMemory
      ? (await client.ask('session/signals', { tabId })).signals
      : await (await logOf(state.captureSession)).read(tabId, readUntil);
    readUntil = askedAt;
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
export function listenToo(core: Core, onSignal: (signal: Signal) => void): void {
  const keeper = createKeeper(core);
  const session = browser.storage.session.get('captureSession').then(async ({ captureSession }) => {
    // A worker that is just starting for the first time has not named its session yet; it answers once it has.
    return typeof captureSession === 'string'
      ? captureSession
      : (await client.ask('session/state', { tabId: noTab })).captureSession;
  });
  watchBrowser(session, (signal) => {
    const kept = keeper.keep(signal);
    if (kept) onSignal(kept);
  });
}
