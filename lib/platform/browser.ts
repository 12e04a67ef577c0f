import browser from 'webextension-polyfill';

/** The browser API. Imported here only, so that everything else can be run and tested without a browser. */
export { browser };

/** `chrome.sidePanel`, which the polyfill passes through without knowing it. Absent in Firefox. */
interface SidePanel {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/**
 * A click on the toolbar button opens the side panel, in Firefox the sidebar. Call it in the first turn of the worker. Firefox opens a
 * sidebar only in the very call of a user's action, before anything is awaited
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction/toggle).
 */
export function openPanelOnActionClick(): void {
  const { sidePanel, sidebarAction } = browser as unknown as {
    sidePanel?: SidePanel;
    sidebarAction?: { toggle(): Promise<void> };
  };
  if (sidePanel) void sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  else if (sidebarAction) browser.action.onClicked.addListener(() => void sidebarAction.toggle());
}
