import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder, type Recorder } from '../../cli/browser/recorder';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import { analyse } from '../../lib/analyse';
import { emptySettings } from '../../lib/model';
import { type Answer, type LoopbackServer, type Received, startLoopbackServer } from '../helpers/loopback-server';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: consent tools in a real browser. ${noBrowserSentence}\n`);

interface Tool {
  head: string;
  dialog: string;
  accept: string;
  refuse: string;
}

const vanilla = (key: string): Tool => ({
  head: `<link rel="stylesheet" href="/dist/cookieconsent.css"><script src="/dist/cookieconsent.umd.js"></script>
    <script>addEventListener('DOMContentLoaded', () => CookieConsent.run({
      cookie: { name: '${key}' }, hideFromBots: false,
      categories: { necessary: { enabled: true, readOnly: true }, marketing: {} },
      language: { default: 'en', translations: { en: {
        consentModal: { title: 'Cookies', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No' },
        preferencesModal: { title: 'Cookies', sections: [] } } } } }));</script>`,
  dialog: '#cc-main .cm',
  accept: '.cm__btn[data-role=all]',
  refuse: '.cm__btn[data-role=necessary]',
});

/** A real consent tool from npm, under its usual key and under one that the site chose, which nobody can know. */
const tools: Record<string, Tool> = {
  vanilla: vanilla('cc_cookie'),
  'vanilla-renamed': vanilla('our_cookie'),
};

/** Verdicts of a fire before the choice, after it, and at the start of the next page. */
const expected: [tool: string, choice: 'accept' | 'refuse', before: string, after: string, next: string][] = [
  ['vanilla', 'accept', 'pending', 'granted', 'granted'],
  ['vanilla', 'refuse', 'pending', 'denied', 'denied'],
  ['vanilla-renamed', 'accept', 'pending', 'unknown', 'unknown'],
];

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('vanilla-cookieconsent/package.json'));
const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

async function answer({ host, url }: Received): Promise<Answer> {
  const tool = tools[host.split('.')[1] ?? ''];
  if (tool === undefined) return { status: 204 };
  if (!url.pathname.startsWith('/dist/')) return { status: 200, headers: { 'content-type': 'text/html' }, body: pageWith(tool) };
  const file = join(folder, url.pathname);
  const type = types[url.pathname.split('.').at(-1) ?? ''] ?? 'text/plain';
  return { status: 200, headers: { 'content-type': type }, body: await readFile(file, 'utf8') };
}

function pageWith({ head }: Tool): string {
  return `<!doctype html><title>A shop</title><script>
    function fire(name) { new Image().src = 'https://www.facebook.com/tr/?id=904417723301556&ev=' + name; }</script>
    ${head}<h1>A shop</h1><script>if (location.hash) fire('Next');</script>`;
}

describe.skipIf(!found)('real consent tools', () => {
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

  it.each(expected)('%s, %s', async (name, choice, before, after, next) => {
    const tool = tools[name] as Tool;
    const home = `https://${choice}.${name}.example`;
    const page = await launched.browser.newPage();
    await page.goto(`${home}/`);
    await page.waitForSelector(tool.dialog, { visible: true });
    await fire(page, 'Before');
    await page.$eval(tool[choice], (button) => (button as HTMLElement).click());
    await page.waitForSelector(tool.dialog, { hidden: true });
    await fire(page, 'After');
    await page.goto(`${home}/next#again`);
    const signals = await waitUntilQuiet(recorder.signals);
    const tabId = await recorder.tabAt(`${home}/next#again`);
    const own = signals.filter(({ place }) => place.tabId === tabId);
    const { fires } = analyse(own, emptySettings);
    const verdictOf = (event: string) => fires.find((one) => one.event === event)?.consent.verdict;
    expect([verdictOf('Before'), verdictOf('After'), verdictOf('Next')]).toEqual([before, after, next]);
    await page.close();
  });
});

function fire(page: Page, event: string): Promise<void> {
  return page.evaluate((name) => (window as unknown as { fire(name: string): void }).fire(name), event);
}
