import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder } from '../../cli/browser/recorder';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import type { Signal } from '../../lib/model';
import { type LoopbackServer, startLoopbackServer } from '../helpers/loopback-server';
import { dataLayers } from '../hostile/data-layers';
import { natives } from '../hostile/natives';
import { documentOf, type HostilePage } from '../hostile/page';
import { sends } from '../hostile/sends';
import { values } from '../hostile/values';
import { vendorFunctions } from '../hostile/vendor-functions';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: hostile pages in a real browser. ${noBrowserSentence}\n`);

const groups = { dataLayers, values, natives, vendorFunctions, sends };
const pages = Object.entries(groups).flatMap(([group, list]) => list.map((page, n) => ({ page, path: `/${group}/${n}` })));

/** What a page can see of itself. */
interface Seen {
  answer: unknown;
  errors: string[];
}

describe.skipIf(!found)('a hostile page', () => {
  let server: LoopbackServer;
  const plain = new Map<string, Seen>();
  const watched = new Map<string, Seen>();
  let signals: Signal[];

  beforeAll(async () => {
    server = await startLoopbackServer(({ url }) => answerOf(url.pathname));
    await visitAll(await launchPlain(server), plain);
    const launched: BrowserWithExtension = await launchWithExtension({
      extensionPath: extensionFolder(),
      args: server.browserArguments,
    });
    const recorder = await openRecorder(launched);
    await visitAll(launched.browser, watched, async () => {
      signals = await waitUntilQuiet(recorder.signals);
      await launched.close();
    });
  });
  afterAll(() => server.close());

  describe.each(pages.map(({ page, path }) => [page.name, page, path] as const))('%s', (_name, page, path) => {
    it('sees the same with the extension as without', () => {
      const before = plain.get(path);
      expect(before?.answer).toBeDefined();
      expect(watched.get(path)).toEqual(before);
    });

    it.runIf(page.sees)('is reported as it was', () => {
      expect(callsOf(signals, path)).toEqual(page.sees);
    });

    it('has its blind spots named', () => {
      expect(blindOf(signals, path)).toEqual(page.blind ?? []);
    });
  });
});

async function launchPlain({ browserArguments }: LoopbackServer): Promise<Browser> {
  return puppeteer.launch({
    executablePath: found ?? '',
    pipe: true,
    args: [...browserArguments, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    defaultViewport: null,
  });
}

async function visitAll(browser: Browser, into: Map<string, Seen>, end = () => browser.close()): Promise<void> {
  const page = await browser.newPage();
  for (const { path } of pages) into.set(path, await visit(page, path));
  await end();
}

async function visit(page: Page, path: string): Promise<Seen> {
  const errors: string[] = [];
  const keep = (text: string) => void errors.push(text);
  page.removeAllListeners('pageerror').removeAllListeners('console');
  page.on('pageerror', (error) => keep(`${error}`)).on('console', (message) => keep(message.text()));
  await page.goto(`https://hostile.example${path}`);
  const answer = await page.evaluate(() => (globalThis as { answer?: unknown }).answer);
  return { answer, errors };
}

function answerOf(path: string) {
  const page = pages.find((one) => one.path === path)?.page;
  if (!page) return { status: 200, headers: { 'content-type': 'text/javascript' }, body: '' };
  return { status: 200, headers: { 'content-type': page.type ?? 'text/html', ...page.headers }, body: documentOf(page) };
}

function isAt(signal: Signal, path: string): boolean {
  return signal.place.url === `https://hostile.example${path}`;
}

function callsOf(signals: readonly Signal[], path: string): HostilePage['sees'] {
  return signals.flatMap((signal) =>
    signal.kind === 'call' && isAt(signal, path) ? [[signal.api, JSON.stringify(signal.args)] as const] : [],
  );
}

function blindOf(signals: readonly Signal[], path: string): string[] {
  return signals.flatMap((signal) => (signal.kind === 'page' && isAt(signal, path) ? (signal.blind ?? []) : []));
}
