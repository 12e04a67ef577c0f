import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { createDemoServer, type DemoServer } from '../demo/server';
import { openDevtoolsPanel } from '../helpers/devtools';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: the developer tools in a real browser. ${noBrowserSentence}\n`);

describe.skipIf(!found)('the panel in the developer tools', () => {
  let server: DemoServer;
  let launched: BrowserWithExtension;
  let page: Page;
  let devtools: Page;
  let panel: Frame;

  beforeAll(async () => {
    server = await createDemoServer({ version: 'faulty' });
    launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments, devtools: true });
    page = await launched.browser.newPage();
    await page.goto(`${server.home}quote`);
    ({ devtools, panel } = await openDevtoolsPanel(page, launched.extensionId));
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  const text = (selector: string) => panel.$eval(selector, (element) => element.textContent ?? '').catch(() => '');

  it('shows the fires of the page that is inspected', async () => {
    await expect.poll(() => text('#tab-fires'), { timeout: 15_000 }).toMatch(/Fires[1-9]/);
    expect(await text('h1')).toBe('www.alderbrook-heat.example');
    expect(await panel.$('[aria-label="Follow the active tab"]')).toBeNull();
  });

  it('can be walked by keyboard, and keeps its keys to itself', async () => {
    await panel.focus('#tab-problems');
    await devtools.keyboard.press('2');
    await panel.waitForSelector('.row-fire');
    await panel.focus('.rows');
    await devtools.keyboard.press('ArrowDown');
    await devtools.keyboard.press('ArrowDown');
    await devtools.keyboard.press('Enter');
    await panel.waitForSelector('.details');
    await devtools.keyboard.press('Escape');
    await expect.poll(() => panel.$('.details')).toBeNull();
  });

  it('fills in the body of a send that nobody else could read', async () => {
    await page.evaluate(sendFromWorker, 'from-a-worker');
    await panel.waitForSelector('.filter input');
    await panel.type('.filter input', 'id:from-a-worker');
    await panel.waitForSelector('.row-fire', { timeout: 15_000 });
    expect(await text('.row-fire')).toContain('from-a-worker');
  });
});

/** Runs in the page: a worker, where no sensor of the page reaches, sends a Blob, which `webRequest` does not hand over. */
async function sendFromWorker(eventId: string): Promise<void> {
  const body = `id=904417723301556&ev=Contact&eid=${eventId}`;
  const script = `fetch('https://www.facebook.com/tr/', { method: 'POST', mode: 'no-cors', body: new Blob(['${body}'], { type: 'application/x-www-form-urlencoded' }) }).then(() => postMessage('sent'))`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  await new Promise((sent) => worker.addEventListener('message', sent, { once: true }));
}
