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
  const isThere = (selector: string) => panel.evaluate((path) => document.querySelector(path) !== null, selector);
  const patient = { timeout: 20_000 };

  it('shows the fires of the page that is inspected', async () => {
    await expect.poll(() => text('#tab-fires'), patient).toMatch(/Fires[1-9]/);
    expect(await text('h1')).toBe('www.alderbrook-heat.example');
    expect(await panel.$('[aria-label="Follow the active tab"]')).toBeNull();
  });

  it('can be walked by keyboard, and keeps its keys to itself', async () => {
    await panel.focus('#tab-problems');
    await devtools.keyboard.press('2');
    await expect.poll(() => isThere('.row-fire'), patient).toBe(true);
    await panel.focus('.rows');
    await devtools.keyboard.press('ArrowDown');
    await devtools.keyboard.press('ArrowDown');
    await devtools.keyboard.press('Enter');
    await expect.poll(() => isThere('.details'), patient).toBe(true);
    await devtools.keyboard.press('Escape');
    await expect.poll(() => isThere('.details'), patient).toBe(false);
  });

  it('says how far it can be trusted, and leads to what that means', async () => {
    expect(await text('.health')).toMatch(/^Recorded [1-9]/);
    await panel.focus('.health button');
    await devtools.keyboard.press('Enter');
    await expect.poll(() => panel.evaluate(() => document.activeElement?.id), patient).toBe('site-recording');
  });

  it('copies, although its frame may not use the clipboard of pages', async () => {
    await panel.focus('#tab-site');
    await devtools.keyboard.press('1');
    await expect.poll(() => isThere('.finding .btn'), patient).toBe(true);
    await panel.focus('.finding .btn');
    await devtools.keyboard.press('Enter');
    await expect.poll(() => text('.panel'), patient).toContain('Copied');
  });
});
