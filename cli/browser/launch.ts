import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type WebWorker } from 'puppeteer-core';
import { findBrowser, noBrowserSentence } from './find-browser';

export interface LaunchOptions {
  /** Browser's program; found on the machine when absent. */
  executablePath?: string;
  /** Show a window. */
  headed?: boolean;
  args?: readonly string[];
  /** Developer tools can be driven like a page. */
  devtools?: boolean;
  /** Folder of the built extension, absolute. */
  extensionPath: string;
}

export interface BrowserWithExtension {
  browser: Browser;
  /** The extension's background worker, listening. */
  worker: WebWorker;
  extensionId: string;
  /** Closes the browser and removes its profile. */
  close(): Promise<void>;
}

/** A browser that cannot be found or started, in one sentence. */
export class BrowserError extends Error {}

/**
 * Starts a browser with a fresh profile and the extension in it, and waits until its worker listens.
 *
 * The extension is loaded through CDP's `Extensions.loadUnpacked` over a pipe, because branded Chrome ignores `--load-extension`
 * since 137 (https://developer.chrome.com/docs/extensions/mv3/tut_debugging, "Removal of --load-extension").
 */
export async function launchWithExtension(options: LaunchOptions): Promise<BrowserWithExtension> {
  const executablePath = options.executablePath ?? findBrowser();
  if (!executablePath) throw new BrowserError(noBrowserSentence);
  const profile = await mkdtemp(join(tmpdir(), 'tagwitness-'));
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    browser = await puppeteer.launch({
      executablePath,
      headless: !options.headed,
      pipe: true,
      enableExtensions: true,
      ...(options.devtools ? { handleDevToolsAsPage: true } : {}),
      userDataDir: profile,
      defaultViewport: null,
      args: [...quietArguments(), ...(options.args ?? [])],
    });
    const extensionId = await browser.installExtension(options.extensionPath);
    const target = await browser.waitForTarget(
      (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(`chrome-extension://${extensionId}/`),
      { timeout: 20_000 },
    );
    const worker = await target.worker();
    if (!worker) throw new BrowserError('The extension was loaded, but its worker did not start.');
    await untilListening(worker);
    return { browser, worker, extensionId, close };
  } catch (error) {
    await close();
    if (error instanceof BrowserError) throw error;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new BrowserError(`The browser ${executablePath} could not be started with the extension: ${reason}`);
  }
}

/** Nothing of the browser's own on the network, no first-run pages; Chromium refuses its sandbox to root. */
function quietArguments(): string[] {
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--disable-quic',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * The worker's target exists before its script has run; requests sent until then would be missed. Asking for the listeners is the
 * one sure sign, and evaluation can come so early that `chrome` is not there yet.
 */
async function untilListening(worker: WebWorker): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const listening = await worker
      .evaluate(() => {
        const api = (globalThis as { chrome?: { webRequest?: { onBeforeRequest: { hasListeners(): boolean } } } }).chrome;
        return api?.webRequest?.onBeforeRequest.hasListeners() ?? false;
      })
      .catch(() => false);
    if (listening) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new BrowserError('The extension was loaded, but its worker did not begin to listen within 20 seconds.');
}
