import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { buildHarness } from '../harness/build-harness.mjs';
import { panelStates } from '../harness/panel-states';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: the panel in a real browser. ${noBrowserSentence}\n`);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!found)('the panel', () => {
  let browser: Browser;
  let page: Page;
  let address: string;
  let asked: string[];

  beforeAll(async () => {
    address = await buildHarness();
    browser = await puppeteer.launch({ executablePath: found ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    page = await browser.newPage();
    await page.setViewport({ width: 360, height: 800 });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) asked.push(request.url());
    });
  });
  afterAll(() => browser?.close());

  async function show(state: string, ...presses: string[]): Promise<void> {
    asked = [];
    await page.goto('about:blank');
    await page.goto(`${address}#${state}`);
    for (const press of presses) await page.click(press);
  }
  const textOf = (selector: string) =>
    page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim());

  const shown: [string, string[]][] = [
    ...Object.keys(panelStates).map((state): [string, string[]] => [state, []]),
    ['faulty', ['#tab-fires']],
    ['faulty', ['#tab-fires', '.row-fire']],
    ['faulty', ['#tab-fires', '.row-submission']],
    ['faulty', ['#tab-fires', '.row-consent']],
    ['faulty', ['#tab-data']],
    ['faulty', ['#tab-data', '.row-call']],
    ['faulty', ['#tab-site']],
    ['hostile', ['#tab-fires', '.row-fire']],
  ];

  it.each(shown)('is accessible, light and dark: %s %j', async (state, presses) => {
    for (const theme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await show(state, ...presses);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await axe.run();
        return result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
      });
      expect(violations).toEqual([]);
    }
  });

  it('asks for nothing and runs nothing, whatever a page put into names and addresses', async () => {
    await show('hostile', '#tab-fires', '.row-fire');
    expect(asked).toEqual([]);
    expect(await page.$$eval('#panel img, #panel script, #panel iframe, #panel a[href]', (elements) => elements.length)).toBe(0);
    expect(await textOf('.rows')).toContain('\\u202E');
  });

  it('says the worst first, and what proves it', async () => {
    await show('faulty');
    expect(await textOf('.verdict')).toContain('Meta counts a lead on every view of the form');
    expect(await textOf('.finding')).toMatch(/lead-off-confirmation$/);
    await page.click('.finding button.proof');
    expect(await textOf('.details')).toContain('/angebot/');
  });

  it('opens, steps through and leaves a fire by keyboard alone', async () => {
    await show('faulty', '#tab-fires');
    await page.focus('.rows');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const first = await textOf('.details .content-head');
    expect(first).toContain('Lead');
    await page.keyboard.press('j');
    expect(await textOf('.details .content-head')).not.toBe(first);
    await page.keyboard.press('Escape');
    expect(await page.$('.details')).toBeNull();
    await page.waitForFunction(() => document.activeElement?.className === 'rows', { timeout: 3000 });
  });

  it('filters by words and keys, and says when nothing fits', async () => {
    await show('faulty', '#tab-fires');
    await page.type('.filter input', 'vendor:meta event:lead');
    expect(await textOf('.list-line')).toContain('5 of 18 fires');
    await page.type('.filter input', ' nothinglikeit');
    expect(await textOf('.blank')).toContain('Nothing matches this filter');
  });

  it('draws few rows of a long list', async () => {
    await show('many', '#tab-fires');
    expect(await page.$$eval('.row', (rows) => rows.length)).toBeLessThan(80);
  });

  it('masks personal data until asked', async () => {
    await show('hostile', '#tab-fires');
    await page.type('.filter input', 'event:lead');
    await page.click('.row-fire');
    expect(await textOf('.details')).not.toContain('ada.larch@example.org');
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLButtonElement>('.details button')]
        .find((button) => button.innerText.includes('Show it'))
        ?.click(),
    );
    expect(await page.$eval('.details', (element) => element.textContent)).toContain('ada.larch@example.org');
  });

  it('asks before it clears', async () => {
    await show('faulty');
    await page.click('[aria-label="Clear the list"]');
    expect(await textOf('.notices')).toContain('Clear 18 fires?');
    await page.keyboard.press('Escape');
    expect(await page.$('.bar')).toBeNull();
  });
});
