import type { Frame, Page } from 'puppeteer-core';

/** The developer tools of a tab, opened on our panel. */
export interface OpenedDevtools {
  devtools: Page;
  /** Our panel's page, in a frame of the developer tools. */
  panel: Frame;
}

/** Opens the developer tools of a page and shows our panel, as a click on its name would. */
export async function openDevtoolsPanel(page: Page, extensionId: string): Promise<OpenedDevtools> {
  const devtools = await page.openDevTools();
  await devtools.setViewport({ width: 1200, height: 700 });
  await until(() => devtools.evaluate(showPanel(extensionId)));
  const panel = await until(async () => {
    const frame = devtools.frames().find((one) => one.url().endsWith('/devtools-panel.html'));
    return (await frame?.$('.panel')) ? frame : undefined;
  });
  return { devtools, panel };
}

/**
 * Runs in the developer tools, which register the panels of extensions a little after they have opened: true once ours is shown. As text,
 * because the test runner would rewrite the `import`.
 */
const showPanel = (extensionId: string) => `(async () => {
  const { ViewManager } = await import('./ui/legacy/legacy.js');
  const manager = ViewManager.ViewManager.instance();
  const id = [...manager.views.keys()].find((key) => key.startsWith('chrome-extension://${extensionId}'));
  if (id === undefined) return false;
  await manager.showView(id);
  return true;
})()`;

async function until<T>(look: () => Promise<T>, withinMs = 60_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found) return found;
    if (Date.now() > deadline) throw new Error('The panel did not appear in the developer tools.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
