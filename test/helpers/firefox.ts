import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Recorder, recorderIn } from '../../cli/browser/recorder';
import { projectRoot } from '../../cli/project-root';

/** What to say when there is none. */
export const noFirefoxSentence =
  'No Firefox was found: install one (on Debian: apt-get install firefox-esr), or name its program in TAGWITNESS_FIREFOX.';

/** Path of Firefox on this machine; `null` when there is none. */
export function findFirefox(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = ['firefox-esr', 'firefox'].flatMap((command) => folders.map((folder) => join(folder, command)));
  return [process.env.TAGWITNESS_FIREFOX ?? '', ...found].find(canRun) ?? null;
}

/** Where a server on this machine listens. */
export interface Ports {
  secure: number;
  plain: number;
}

export interface FirefoxWithExtension {
  browser: Browser;
  recorder: Recorder;
  /** A page of the extension's own that runs no script of it, from which its API can be called. */
  door: Page;
  /** Opens a page of the extension, such as `sidepanel.html?tab=3`. */
  openOwn(path: string): Promise<Page>;
  /** Closes the browser and removes its profile. */
  close(): Promise<void>;
}

/** The extension's own host is drawn at random for each profile, unless this preference names it. */
const host = '5e0c3b1a-7d42-4f6b-9a18-2c4d6e8f0a13';
const addOnId = '{6b1f0a52-3f6e-4c57-9d0b-7c1e2f5a8d34}';

/**
 * Starts Firefox with a fresh profile and the extension in it, every host mapped to the server, and waits until its event page listens.
 * Puppeteer drives it over WebDriver BiDi; `--remote-allow-system-access` lets it into the extension's own pages
 * (https://firefox-source-docs.mozilla.org/remote/Security.html), whose loading it is not told of.
 */
export async function launchFirefox(ports: Ports, preferences: Record<string, unknown> = {}): Promise<FirefoxWithExtension> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(noFirefoxSentence);
  const profile = await mkdtemp(join(tmpdir(), 'tagwitness-firefox-'));
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      userDataDir: profile,
      acceptInsecureCerts: true,
      timeout: startMs,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: host }),
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${ports.secure};80=${ports.plain}`,
        'devtools.jsonview.enabled': false,
        ...preferences,
      },
    });
    await browser.installExtension(join(projectRoot(), '.output/firefox-mv3'));
    const openOwn = opener(browser);
    const door = await openOwn('manifest.json');
    await until(() => door.evaluate(askState));
    return { browser, recorder: recorderIn(door), door, openOwn, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Puppeteer never hears that a page of the extension has loaded: asking the page is the sign. */
function opener(browser: Browser): (path: string) => Promise<Page> {
  return async (path) => {
    const page = await browser.newPage();
    page.goto(`moz-extension://${host}/${path}`).catch(() => {
      // Told of at the latest when the page closes.
    });
    await until(() => page.evaluate(isOwnPage));
    return page;
  };
}

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/** Runs in the page. */
function isOwnPage(): boolean {
  return location.protocol === 'moz-extension:' && document.readyState === 'complete';
}

/** Runs in the extension's page: answered by the event page once it listens. */
async function askState(): Promise<boolean> {
  const { browser } = globalThis as unknown as { browser: Api };
  return (await browser.runtime.sendMessage({ type: 'session/state', tabId: 0 })) !== undefined;
}

/** A machine with much to do starts a browser slowly. */
const startMs = 90_000;

/** Asks until it is so. A page that is loading answers with an error. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + startMs;
  for (;;) {
    const last = await isSo().catch((error: unknown) => error);
    if (last === true) return;
    if (Date.now() > deadline) throw new Error('Firefox did not open a page of the extension in time.', { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
