import type { Page } from 'puppeteer-core';
import type { Signal } from '../../lib/model';
import { isSignal } from '../../lib/model/guards';
import type { Ask, MessageType } from '../../lib/rpc/messages';
import type { BrowserWithExtension } from './launch';

/** Asks the extension what it has seen. */
export interface Recorder {
  /** All signals so far, of all tabs that are or were open, each once, in order. */
  signals(): Promise<Signal[]>;
  /** The browser's id of a tab with a page of this address; `null` when there is none. */
  tabAt(url: string): Promise<number | null>;
}

type Message = { [T in MessageType]: Ask<T> & { type: T } }[MessageType];

/**
 * Opens a door to the extension: a page of its own that runs no script (its manifest), from which messages can be sent. It stays open
 * in the background.
 */
export async function openRecorder({
  browser,
  extensionId,
}: Pick<BrowserWithExtension, 'browser' | 'extensionId'>): Promise<Recorder> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return recorderIn(page);
}

/** Asks from a page of the extension's own. */
export function recorderIn(page: Page): Recorder {
  const tabs = new Set<number>();
  return {
    async tabAt(url) {
      return (await page.evaluate(openTabs)).find((tab) => tab.url === url)?.id ?? null;
    },
    async signals() {
      for (const { id } of await page.evaluate(openTabs)) tabs.add(id);
      const found = new Map<string, Signal>();
      for (const tabId of tabs) {
        const message: Message = { type: 'session/signals', tabId };
        for (const signal of signalsIn(await page.evaluate(ask, message))) found.set(signal.id, signal);
      }
      return [...found.values()].sort((a, b) => a.at - b.at);
    },
  };
}

interface Tab {
  id?: number;
  url?: string;
}

interface ExtensionApi {
  runtime: { sendMessage(message: object): Promise<unknown> };
  tabs: { query(filter: object): Promise<Tab[]>; getCurrent(): Promise<Tab | undefined> };
}

/** Runs in the extension's page: all tabs but its own. */
async function openTabs(): Promise<{ id: number; url?: string }[]> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const own = await chrome.tabs.getCurrent();
  const tabs = await chrome.tabs.query({});
  return tabs.flatMap(({ id, url }) => (id === undefined || id === own?.id ? [] : [{ id, url }]));
}

/** Runs in the extension's page. */
function ask(message: object): Promise<unknown> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  return chrome.runtime.sendMessage(message);
}

function signalsIn(answer: unknown): Signal[] {
  const signals = (answer as { signals?: unknown } | null | undefined)?.signals;
  if (!Array.isArray(signals)) throw new Error('The extension did not say what it has seen.');
  return signals.filter(isSignal);
}
