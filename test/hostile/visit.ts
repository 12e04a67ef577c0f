import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { BrowserError, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder } from '../../cli/browser/recorder';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import type { Signal } from '../../lib/model';
import { type LoopbackServer, startLoopbackServer } from '../helpers/loopback-server';
import { dataLayers } from './data-layers';
import { natives } from './natives';
import { documentOf, type HostilePage } from './page';
import { sends } from './sends';
import { values } from './values';
import { vendorFunctions } from './vendor-functions';

const groups = { dataLayers, values, natives, vendorFunctions, sends };

/** All hostile pages with the path each is served at. */
export const hostilePages = Object.entries(groups).flatMap(([group, list]) =>
  list.map((page, n) => ({ page, path: `/${group}/${n}` })),
);

/** What a page can see of itself. */
export interface Seen {
  answer: unknown;
  errors: string[];
}

export interface Visits {
  /** Name and version of the browser. */
  browser: string;
  /** By path: without the extension. */
  plain: Map<string, Seen>;
  /** By path: with the extension. */
  watched: Map<string, Seen>;
  /** What the extension saw. */
  signals: Signal[];
}

/** Visits every hostile page without the extension and with it. */
export async function visitHostilePages(): Promise<Visits> {
  const server = await startLoopbackServer(({ url }) => answerOf(url.pathname));
  try {
    const bare = await launchPlain(server);
    const browser = await bare.version();
    const plain = await visitAll(bare);
    await bare.close();
    const launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments });
    const recorder = await openRecorder(launched);
    const watched = await visitAll(launched.browser);
    const signals = await waitUntilQuiet(recorder.signals);
    await launched.close();
    return { browser, plain, watched, signals };
  } finally {
    await server.close();
  }
}

/** Calls that were reported of a page, as {@link HostilePage.sees} has them. */
export function callsOf(signals: readonly Signal[], path: string): HostilePage['sees'] {
  return signals.flatMap((signal) =>
    signal.kind === 'call' && isAt(signal, path) ? [[signal.api, JSON.stringify(signal.args)] as const] : [],
  );
}

/** Blind spots that were named of a page. */
export function blindOf(signals: readonly Signal[], path: string): string[] {
  return signals.flatMap((signal) => (signal.kind === 'page' && isAt(signal, path) ? (signal.blind ?? []) : []));
}

async function launchPlain({ browserArguments }: LoopbackServer): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new BrowserError(noBrowserSentence);
  return puppeteer.launch({
    executablePath,
    pipe: true,
    args: [...browserArguments, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    defaultViewport: null,
  });
}

async function visitAll(browser: Browser): Promise<Map<string, Seen>> {
  const page = await browser.newPage();
  const seen = new Map<string, Seen>();
  for (const { path } of hostilePages) seen.set(path, await visit(page, path));
  return seen;
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
  const page = hostilePages.find((one) => one.path === path)?.page;
  if (!page) return { status: 200, headers: { 'content-type': 'text/javascript' }, body: '' };
  return { status: 200, headers: { 'content-type': page.type ?? 'text/html', ...page.headers }, body: documentOf(page) };
}

function isAt(signal: Signal, path: string): boolean {
  return signal.place.url === `https://hostile.example${path}`;
}
