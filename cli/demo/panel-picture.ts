import type { Browser, Page } from 'puppeteer-core';

interface PanelPicture {
  browser: Browser;
  extensionId: string;
  /** Tab the panel is to show. */
  page: Page;
  path: string;
}

/** Opens the panel for a tab, as wide as a side panel, and takes a picture of it. */
export async function takePanelPicture({ browser, extensionId, page, path }: PanelPicture): Promise<void> {
  const opened = browser.waitForTarget((target) => target.url().startsWith(`chrome-extension://${extensionId}/sidepanel.html`), {
    timeout: 10_000,
  });
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('The browser does not know the extension.');
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  const panel = await (await opened).asPage();
  await panel.waitForFunction(() => document.body.textContent.trim().length > 40, { timeout: 10_000 });
  await panel.setViewport({ width: 420, height: 900, deviceScaleFactor: 2 });
  await panel.screenshot({ path: path as `${string}.png` });
}
