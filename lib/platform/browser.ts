import browser from 'webextension-polyfill';

/** The browser API. Imported here only, so that everything else can be run and tested without a browser. */
export { browser };

/** `chrome.sidePanel`, which the polyfill passes through without knowing it. Absent in Firefox. */
interface SidePanel {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/** A click on the toolbar button opens the side panel. */
export async function openPanelOnActionClick(): Promise<void> {
  const { sidePanel } = browser as unknown as { sidePanel?: SidePanel };
  await sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
}
