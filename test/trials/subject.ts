import type { Page } from 'puppeteer-core';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder, type Recorder } from '../../cli/browser/recorder';
import { type LoopbackServer, startLoopbackServer } from '../helpers/loopback-server';
import { watchWorker } from './watch-worker';

/** A browser with the extension, a page to send from, and a server that writes down what reached it. */
export interface Subject extends Omit<BrowserWithExtension, 'worker'> {
  /** Name and version of the browser. */
  name: string;
  page: Page;
  recorder: Recorder;
  /** Event ids in the order in which the server got them. */
  arrived: string[];
  /** Sends one Meta event for each id from the page, without waiting for the answers. */
  send(ids: readonly string[]): Promise<void>;
  /** True when the worker has come to rest and written nothing since. */
  isAtRest(): Promise<boolean>;
  /** Stops the worker as the browser would, and resolves when it is gone. `false` when there was none. */
  killWorker(): Promise<boolean>;
}

const home = 'https://shop.example/';

export async function openSubject(): Promise<Subject> {
  const arrived: string[] = [];
  const server: LoopbackServer = await startLoopbackServer(({ url }) => {
    const id = url.searchParams.get('eid');
    if (id !== null) arrived.push(id);
    return url.href === home
      ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>shop</title><h1>shop</h1>' }
      : { status: 204 };
  });
  const launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments });
  const { browser, extensionId, worker } = launched;
  // A worker with a debugger never stops by itself, and one that is started again waits for the debugger's word.
  await worker.client.detach();
  const recorder = await openRecorder(launched);
  const page = await browser.newPage();
  await page.goto(home);
  // It answers once it records: from then on nothing may be lost in silence.
  await recorder.signals();
  const door = (await browser.pages()).find((one) => one.url().startsWith(`chrome-extension://${extensionId}/`));
  if (!door) throw new Error('No page of the extension is open.');
  const life = await watchWorker(browser, door);

  return {
    ...launched,
    name: await browser.version(),
    page,
    recorder,
    arrived,
    send: (ids) => page.evaluate(sendMeta, [...ids]),
    killWorker: life.kill,
    isAtRest: () => door.evaluate(isAtRest),
    async close() {
      await launched.close();
      await server.close();
    },
  };
}

/** Runs in the page. */
function sendMeta(ids: string[]): void {
  for (const id of ids)
    void fetch(`https://www.facebook.com/tr/?id=904417723301556&ev=Contact&eid=${id}`, { mode: 'no-cors' }).catch(
      () => undefined,
    );
}

/** Runs in an extension's page: compares the worker's word with when the log was last written to. */
async function isAtRest(): Promise<boolean> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { get(key: string): Promise<{ rest?: { at: number } }> } } };
  };
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await answered(indexedDB.open('tagwitness'));
  const summaries: { writtenAt: number }[] = await answered(db.transaction('summaries').objectStore('summaries').getAll());
  db.close();
  const { rest } = await chrome.storage.session.get('rest');
  return rest !== undefined && summaries.length > 0 && summaries.every(({ writtenAt }) => writtenAt <= rest.at);
}
