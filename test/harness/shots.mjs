import { mkdir } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { buildHarness } from './build-harness.mjs';

/**
 * Pictures of every state of the panel, narrow and wide, light and dark, into `shots/`. Takes the browser's program as argument, else
 * `TAGWITNESS_BROWSER`, else Debian's Chromium.
 */
const executablePath = process.argv[2] ?? process.env.TAGWITNESS_BROWSER ?? '/usr/bin/chromium';
await mkdir('shots', { recursive: true });
const address = await buildHarness();

/** State, what to press there, and the picture's name. */
const pictures = [
  ['nothing', [], 'nothing'],
  ['no-fires', [], 'no-fires'],
  ['reload', [], 'reload'],
  ['not-allowed', [], 'not-allowed'],
  ['faulty', [], 'problems'],
  ['faulty', ['#tab-fires'], 'fires'],
  ['faulty', ['#tab-fires', '.row-fire'], 'fire'],
  ['faulty', ['#tab-data'], 'data'],
  ['faulty', ['#tab-data', '.row-call'], 'call'],
  ['faulty', ['#tab-site'], 'site'],
  ['clean', [], 'clean'],
  ['paused', ['#tab-fires'], 'paused'],
  ['blocked', [], 'blocked'],
  ['full', ['#tab-fires'], 'full'],
  ['hostile', ['#tab-fires', '.row-fire'], 'hostile'],
  ['many', ['#tab-fires'], 'many'],
];

const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(String(error)));
for (const [width, height] of [
  [360, 800],
  [800, 800],
  [1200, 800],
]) {
  for (const theme of ['light', 'dark']) {
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    for (const [state, presses, name] of pictures) {
      await page.goto('about:blank');
      await page.goto(`${address}#${state}`);
      for (const press of presses) await page.click(press);
      await page.screenshot({ path: `shots/${name}-${width}-${theme}.png` });
    }
  }
}
await browser.close();
