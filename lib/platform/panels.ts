import type { Runtime } from 'webextension-polyfill';
import type { Signal } from '../model';
import { type PanelNews, tabOfPort } from '../rpc/messages';
import { browser } from './browser';

/** Open panels, each told of the signals of its tab. */
export interface Panels {
  tell(signal: Signal): void;
  tellTab(tabId: number, news: PanelNews): void;
}

/** Signals go out in batches: one message for each costs ten times as much. */
const batchMs = 20;

/** Accepts panels' ports; call it in the first turn of the worker. Signals of no single tab go to every panel. */
export function servePanels(): Panels {
  const ports = new Map<Runtime.Port, number>();
  let batch: Signal[] = [];

  browser.runtime.onConnect.addListener((port) => {
    const tabId = tabOfPort(port.name);
    if (tabId === null || !port.sender?.url?.startsWith(browser.runtime.getURL(''))) return port.disconnect();
    ports.set(port, tabId);
    port.onDisconnect.addListener(() => ports.delete(port));
  });

  /** Whatever waits goes out before other news: order matters to who listens. */
  function flush(): void {
    const signals = batch;
    batch = [];
    for (const [port, tabId] of ports) {
      const own = signals.filter((signal) => signal.place.tabId === tabId || signal.place.tabId === null);
      if (own.length > 0) port.postMessage({ signals: own } satisfies PanelNews);
    }
  }

  return {
    tell(signal) {
      if (ports.size === 0) return;
      if (batch.length === 0) setTimeout(flush, batchMs);
      batch.push(signal);
    },
    tellTab(tabId, news) {
      flush();
      for (const [port, tab] of ports) if (tab === tabId) port.postMessage(news);
    },
  };
}
