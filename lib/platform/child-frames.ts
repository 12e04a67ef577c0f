import { browser } from './browser';

/**
 * Places the bridge into child frames when they commit: in the top frame the manifest does it, and in every frame of tag hosts it would
 * only cost the page time. `skip` says which addresses hold nothing to see.
 */
export function bridgeChildFrames(skip: (url: string) => Promise<boolean>): void {
  browser.webNavigation.onCommitted.addListener(async ({ tabId, frameId, url }) => {
    if (frameId === 0 || (await skip(url))) return;
    browser.scripting
      .executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/content-scripts/bridge.js'], injectImmediately: true })
      .catch(() => {
        // The frame is gone, or is one that no extension may enter.
      });
  });
}
