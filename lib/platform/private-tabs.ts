import { browser } from './browser';

/**
 * Tells whether a tab is in a private window that this worker sees beside others. `null` where each kind of window has a worker of its
 * own, as in Chromium with `incognito: split`, and where private windows are not shown to us.
 *
 * A tab that is gone before anybody asked is taken for private, and what belongs to no tab is while a private window is open: the disk
 * gets nothing that is in doubt.
 */
export async function privateTabs(): Promise<((tabId: number | null) => Promise<boolean>) | null> {
  if (browser.runtime.getManifest().incognito === 'split') return null;
  if (!(await browser.extension.isAllowedIncognitoAccess())) return null;
  const known = new Map<number, Promise<boolean>>();

  return async (tabId) => {
    if (tabId === null) return (await browser.windows.getAll()).some((window) => window.incognito);
    const answer =
      known.get(tabId) ??
      browser.tabs.get(tabId).then(
        (tab) => tab.incognito,
        () => true,
      );
    known.set(tabId, answer);
    return answer;
  };
}
