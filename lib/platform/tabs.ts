import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser';

export interface SeenTab {
  id: number;
  url: string;
  title: string;
}

/** The active tab of the window this page stands in; `null` when there is none. */
export async function activeTab(): Promise<SeenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ? seen(tab) : null;
}

/** A tab by id; `null` when it is closed. */
export async function tabById(id: number): Promise<SeenTab | null> {
  try {
    return seen(await browser.tabs.get(id));
  } catch {
    return null;
  }
}

/** Ids of the tabs that show a page of the web or a file. */
export async function tabsWithPages(): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: ['*://*/*', 'file:///*'] });
  return tabs.flatMap(({ id }) => id ?? []);
}

/** Told when another tab becomes active, or any tab's address or title changes. */
export function onTabsChanged(run: () => void): void {
  browser.tabs.onActivated.addListener(run);
  browser.tabs.onUpdated.addListener((_id, change) => {
    if (change.url !== undefined || change.title !== undefined || change.status !== undefined) run();
  });
  browser.tabs.onRemoved.addListener(run);
}

export function reloadTab(id: number): Promise<void> {
  return browser.tabs.reload(id);
}

/** Opens the panel in a tab of its own, which stays with this tab. */
export async function openOwnTab(id: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`sidepanel.html?tab=${id}`) });
}

/**
 * True where a browser lets no extension look: its own pages, stores, other extensions, files without the switch for them. Of such a tab
 * the browser does not even tell the address (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns).
 */
export function isClosedToExtensions(url: string): boolean {
  if (!/^(?:https?|file):\/\//.test(url)) return true;
  return /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(?:\/|$)/.test(
    url,
  );
}

function seen(tab: Tabs.Tab): SeenTab | null {
  if (tab.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? tab.pendingUrl ?? '', title: tab.title ?? '' };
}
