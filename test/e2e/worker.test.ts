import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder, type Recorder } from '../../cli/browser/recorder';
import { analyse } from '../../lib/analyse';
import { emptySettings } from '../../lib/model';
import { createDemoServer, type DemoServer } from '../demo/server';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: the worker in a real browser. ${noBrowserSentence}\n`);

describe.skipIf(!found)('a worker that is stopped', () => {
  let server: DemoServer;
  let launched: BrowserWithExtension;
  let recorder: Recorder;
  let page: Page;

  beforeAll(async () => {
    server = await createDemoServer({ version: 'repaired' });
    launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments });
    recorder = await openRecorder(launched);
    page = await launched.browser.newPage();
    await page.goto(`${server.home}imprint`);
  });
  afterAll(async () => {
    await launched.close();
    await server.close();
  });

  it('while quiet loses nothing, lists nothing twice, and says that it was restarted', async () => {
    const stops = 12;
    for (let n = 0; n < stops; n += 1) {
      await send(page, `quiet-${n}`);
      await untilListed(recorder, `quiet-${n}`);
      await stopWorker(launched.browser, launched.extensionId);
    }
    const signals = await recorder.signals();
    expect(signals.some((signal) => signal.kind === 'gap' && signal.why.includes('restarted'))).toBe(true);
    const ids = await listed(recorder);
    expect(ids.filter((id) => id.startsWith('quiet-')).sort()).toEqual(
      Array.from({ length: stops }, (_, n) => `quiet-${n}`).sort(),
    );
  });
});

async function send(page: Page, eventId: string): Promise<void> {
  await page.evaluate(
    (eid) => fetch(`https://www.facebook.com/tr/?id=904417723301556&ev=Contact&eid=${eid}`, { mode: 'no-cors' }).then(() => {}),
    eventId,
  );
}

async function listed(recorder: Recorder): Promise<string[]> {
  const { fires } = analyse(await recorder.signals(), emptySettings);
  return fires.flatMap((fire) => (fire.eventId === undefined ? [] : [fire.eventId]));
}

/** Asking wakes the worker too: only a listed event is stored for certain. */
async function untilListed(recorder: Recorder, eventId: string): Promise<void> {
  await expect.poll(() => listed(recorder), { timeout: 10_000, interval: 20 }).toContain(eventId);
}

async function stopWorker(browser: Browser, extensionId: string): Promise<void> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().includes(extensionId), {
    timeout: 10_000,
  });
  const worker = await target.worker();
  await worker?.close();
}
