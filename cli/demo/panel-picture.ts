import type { Browser } from 'puppeteer-core';

interface PanelPicture {
  browser: Browser;
  extensionId: string;
  /** The browser's id of the tab the panel is to show. */
  tabId: number;
  /** File to write, ending in `.png`. */
  path: `${string}.png`;
}

/** Opens the panel for a tab, as wide as a side panel, and takes a picture of it once it has something to show and holds still. */
export async function takePanelPicture({ browser, extensionId, tabId, path }: PanelPicture): Promise<void> {
  const panel = await browser.newPage();
  await panel.setViewport({ width: 420, height: 900, deviceScaleFactor: 2 });
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html?tab=${tabId}`);
  await panel.waitForFunction(() => (document.body.textContent ?? '').trim().length > 40, { timeout: 10_000 });
  await untilStill(() => panel.evaluate(() => document.body.textContent ?? ''));
  await panel.screenshot({ path });
  await panel.close();
}

async function untilStill(read: () => Promise<string>): Promise<void> {
  for (let last = ''; ; ) {
    const now = await read();
    if (now === last) return;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
