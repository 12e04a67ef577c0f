import type { Page } from 'puppeteer-core';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder } from '../../cli/browser/recorder';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import { analyse } from '../../lib/analyse';
import { emptySettings, type Session } from '../../lib/model';
import { pageAddress, siteHost } from './pages';
import { type Arrived, startTransportServer, type TransportServer } from './server';
import type { Way } from './way';

/** What reached the tag's host, and what was shown of it. */
export interface Visited {
  browser: string;
  arrived: readonly Arrived[];
  session: Session;
}

/** A request that has not arrived after this time is not going to. */
const arrivesWithinMs = 3_000;

/** Letters and digits only, so that no encoding changes them. */
export function nonceOf(way: Way, seed: string): string {
  return `n${seed}${way.id.replace(/\W/g, '')}`;
}

/** Sends in each way, one page after the other in one tab, and reads what the extension made of it. */
export async function visitWays(ways: readonly Way[], seed: string, extensionPath: string): Promise<Visited> {
  const server = await startTransportServer();
  const launched = await launchWithExtension({ extensionPath, args: server.browserArguments });
  try {
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    const own = new Set(await launched.browser.pages());
    for (const way of ways) {
      await visit({ way, nonce: nonceOf(way, seed), page, server });
      await closeOthers(launched, own, recorder.signals);
    }
    await page.goto(`https://${siteHost}/end`);
    const signals = await waitUntilQuiet(recorder.signals);
    return {
      browser: await launched.browser.version(),
      arrived: server.arrived,
      session: analyse(signals, emptySettings, { source: 'run' }),
    };
  } finally {
    await launched.close();
    await server.close();
  }
}

async function visit({
  way,
  nonce,
  page,
  server,
}: {
  way: Way;
  nonce: string;
  page: Page;
  server: TransportServer;
}): Promise<void> {
  await page.goto(pageAddress(way, nonce));
  if (way.when === 'returned') {
    await page.goto(`https://${siteHost}/away`);
    await page.goBack();
  }
  await page.evaluate(() => (globalThis as unknown as { run(): Promise<void> }).run()).catch(ignoreNavigation);
  if (way.when === 'following') await page.waitForFunction(() => !location.pathname.startsWith('/way/'));
  if (way.when === 'leaving') await page.goto(`https://${siteHost}/gone`);
  await untilArrived(server.arrived, nonce);
}

/** A page that goes away while it is asked answers nothing. */
function ignoreNavigation(error: unknown): void {
  if (!/context|detached|navigat/i.test(String(error))) throw error;
}

async function untilArrived(arrived: readonly Arrived[], nonce: string): Promise<void> {
  const deadline = Date.now() + arrivesWithinMs;
  while (!arrived.some((one) => one.nonce === nonce) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Tabs a page opened; what was seen in them is read first, since nobody asks for a tab that is closed. */
async function closeOthers(
  { browser }: BrowserWithExtension,
  own: ReadonlySet<Page>,
  read: () => Promise<unknown>,
): Promise<void> {
  const others = (await browser.pages()).filter((page) => !own.has(page));
  if (others.length === 0) return;
  await read();
  for (const other of others) await other.close();
}
