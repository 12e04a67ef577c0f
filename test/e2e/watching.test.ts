import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder, type Recorder } from '../../cli/browser/recorder';
import { type Answer, type LoopbackServer, type Received, startLoopbackServer } from '../helpers/loopback-server';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: what the panel is told in a real browser. ${noBrowserSentence}\n`);

const pixel = (event: string) => `https://www.facebook.com/tr/?id=904417723301556&ev=${event}`;
const markup = `<!doctype html><title>A shop</title><h1>A shop</h1><a id="new" target="_blank" href="/second">second</a>
  <script>dataLayer = []; function gtag() { dataLayer.push(arguments); }
    gtag('consent', 'default', { ad_storage: 'denied' });
    new Image().src = '${pixel('PageView')}';</script>`;

/** A worker of the site sends a fire of its own when the page tells it to. */
const siteWorker = `onmessage = () => fetch('${pixel('Contact')}', { mode: 'no-cors' });`;

function answer({ host, url }: Received): Answer {
  if (host === 'www.facebook.com') return { status: 204 };
  if (url.pathname === '/worker.js') return { status: 200, headers: { 'content-type': 'text/javascript' }, body: siteWorker };
  return { status: 200, headers: { 'content-type': 'text/html' }, body: markup };
}

describe.skipIf(!found)('a panel beside real pages', () => {
  let server: LoopbackServer;
  let launched: BrowserWithExtension;
  let recorder: Recorder;

  beforeAll(async () => {
    server = await startLoopbackServer(answer);
    launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments });
    recorder = await openRecorder(launched);
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  async function visit(url: string): Promise<{ page: Page; tabId: number }> {
    const page = await launched.browser.newPage();
    await page.goto(url);
    const tabId = await recorder.tabAt(url);
    if (tabId === null) throw new Error(`No tab shows ${url}.`);
    return { page, tabId };
  }
  async function openPanel(tabId: number): Promise<Page> {
    const panel = await launched.browser.newPage();
    await panel.goto(`chrome-extension://${launched.extensionId}/sidepanel.html?tab=${tabId}`);
    return panel;
  }
  const textOf = (panel: Page) => panel.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  const untilSays = (panel: Page, words: RegExp) =>
    expect.poll(() => textOf(panel), { timeout: 20_000, interval: 50 }).toMatch(words);

  it('lists a fire of the page with its consent', async () => {
    const { tabId } = await visit('https://www.first-shop.example/');
    await untilSays(await openPanel(tabId), /Fires 1 /);
  });

  it('lists what a site’s service worker sent beside that site only', async () => {
    const shop = await visit('https://www.worker-shop.example/');
    const other = await visit('https://www.other-shop.example/');
    await shop.page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      (await navigator.serviceWorker.ready).active?.postMessage('send');
    });
    await untilSays(await openPanel(shop.tabId), /Fires 2 /);
    const beside = await openPanel(other.tabId);
    await untilSays(beside, /Fires 1 /);
    await other.page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => {}), pixel('Lead'));
    await untilSays(beside, /Fires 2 /);
  });

  it('judges the page on after it was cleared', async () => {
    const { page, tabId } = await visit('https://www.cleared-shop.example/');
    const panel = await openPanel(tabId);
    await untilSays(panel, /Fires 1 /);
    await panel.click('[aria-label="Clear the list"]');
    await panel.click('.notices .primary');
    await untilSays(panel, /Fires(?! \d)/);
    expect(await textOf(panel)).not.toContain('before Tagwitness started watching');
    await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => {}), pixel('Lead'));
    await untilSays(panel, /Fires 1 /);
    const [fire] = (await recorder.signals()).filter((one) => one.kind === 'request' && one.place.tabId === tabId);
    expect(fire).toMatchObject({ url: pixel('Lead') });
  });

  it('says where no extension may look', async () => {
    const page = await launched.browser.newPage();
    await page.goto('chrome://version');
    const panel = await launched.browser.newPage();
    await panel.goto(`chrome-extension://${launched.extensionId}/sidepanel.html`);
    const hidden = await panel.evaluate(async () => {
      const { tabs } = (
        globalThis as unknown as { chrome: { tabs: { query(all: object): Promise<{ id: number; url?: string }[]> } } }
      ).chrome;
      return (await tabs.query({})).filter(({ url }) => url === undefined).map(({ id }) => id);
    });
    await untilSays(await openPanel(Math.max(...hidden)), /No extension may look at this page/);
  });

  it('knows a tab that another page opened', async () => {
    const { page } = await visit('https://www.opening-shop.example/');
    const opened = launched.browser.waitForTarget((target) => target.url().endsWith('opening-shop.example/second'));
    await page.click('#new');
    await opened;
    const begun = async (path: string) =>
      (await recorder.signals()).find(
        (one) => one.kind === 'page' && one.event === 'commit' && one.url === `https://www.opening-shop.example${path}`,
      );
    await expect.poll(() => begun('/second'), { timeout: 10_000 }).toMatchObject({ opened: true });
    expect(await begun('/')).not.toHaveProperty('opened');
  });
});
