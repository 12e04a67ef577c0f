import { browser } from './browser';

/** Adds our panel to the developer tools; `page` is its address within the extension. */
export async function addDevtoolsPanel(page: string): Promise<void> {
  await browser.devtools.panels.create('Tagwitness', '/icon/icon-small.svg', page);
}

/** The tab the developer tools look at. */
export function inspectedTab(): number {
  return browser.devtools.inspectedWindow.tabId;
}

/** Told of each finished request of the inspected tab, as a HAR entry, a while after it left. */
export function onRequestFinished(run: (entry: unknown) => void): void {
  browser.devtools.network.onRequestFinished.addListener(run);
}

/** `devtools.panels.openResource`, which the polyfill passes through without knowing it. Absent in Firefox. */
interface SourceViewer {
  openResource?(url: string, line: number, column: number, done: () => void): void;
}

const { openResource } = (browser.devtools?.panels ?? {}) as SourceViewer;

/**
 * Shows a script where the developer tools show scripts, nothing is fetched; `undefined` where they cannot. `line` counts from 1, as stacks
 * do; the browser counts from 0 (https://developer.chrome.com/docs/extensions/reference/api/devtools/panels).
 */
export const openSource: ((url: string, line?: number) => Promise<void>) | undefined =
  openResource && ((url, line = 1) => new Promise((resolve) => openResource(url, line - 1, 0, () => resolve())));
