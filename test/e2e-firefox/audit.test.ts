import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../cli/demo/audit';
import { auditPlan } from '../demo/audit-plan';
import { createDemoServer, type DemoServer } from '../demo/server';
import { type FirefoxWithExtension, findFirefox, launchFirefox } from '../helpers/firefox';

describe.skipIf(!findFirefox())('in Firefox', () => {
  let server: DemoServer;
  let firefox: FirefoxWithExtension;
  let page: Page;

  beforeAll(async () => {
    server = await createDemoServer({ version: 'repaired' });
    firefox = await launchFirefox(server.ports);
    page = await firefox.browser.newPage();
    page.setDefaultTimeout(90_000);
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  it('the audit lists everything that reached the server, once, on its page', async () => {
    const plan = auditPlan(2, Date.now().toString(36));
    const rows = await audit({ plan, server, page, recorder: firefox.recorder });
    expect(rows).toEqual(
      rows.map(({ way, sent }) => ({ way, sent: Math.max(1, sent), seen: sent, twice: 0, invented: 0, wrongPage: 0 })),
    );
  });

  it('the panel, at the width of the sidebar, shows what the tab sent', async () => {
    const tabId = await firefox.recorder.tabAt(page.url());
    const panel = await firefox.openOwn(`sidepanel.html?tab=${tabId}`);
    await panel.setViewport({ width: 360, height: 800 });
    const text = () => panel.evaluate(() => document.body.innerText);
    await expect.poll(text, { timeout: 30_000 }).toMatch(/\d+ fires of \d+ accounts/);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await panel.close();
  });
});
