import type { Page } from 'puppeteer-core';
import type { Signal } from '../../lib/model';
import { parseSession } from '../../lib/model/guards';
import type { Subject } from './subject';
import { until } from './until';

/** The panel, opened as a tab of its own and fixed to the page of the trial. */
export interface Panel {
  page: Page;
  /** What the reader would get by "Export": the panel's own session, redacted (event ids stay). */
  exported(): Promise<Signal[]>;
}

const exportButton = '[aria-label^="Export"]';

export async function openPanel({ browser, extensionId, recorder, page: watched }: Subject): Promise<Panel> {
  const tabId = await recorder.tabAt(watched.url());
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html?tab=${tabId}`);
  await page.waitForSelector(exportButton);
  await page.evaluate(keepExports);
  async function exported(): Promise<Signal[]> {
    await page.evaluate(() => {
      (globalThis as Exporting).exported = undefined;
    });
    await page.$eval(exportButton, (button) => (button as HTMLElement).click());
    const text = await until(() => page.evaluate(() => (globalThis as Exporting).exported), 'The panel exported nothing.');
    const session = parseSession(JSON.parse(text));
    if (!session.ok) throw new Error(session.problem);
    return session.value.signals;
  }
  await until(async () => (await exported()).length > 0, 'The panel did not read the log.');
  return { page, exported };
}

interface Exporting {
  exported?: string;
}

/** Runs in the panel: the file that "Export" makes is kept, not saved. */
function keepExports(): void {
  const make = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    if (file instanceof Blob)
      void file.text().then((text) => {
        (globalThis as Exporting).exported = text;
      });
    return make.call(URL, file);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
}
