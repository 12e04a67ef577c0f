import type { Browser, Page } from 'puppeteer-core';
import { until } from './until';

/** The life of the extension's worker, in the browser's own word (CDP's `ServiceWorker` domain). */
export interface WorkerLife {
  /** Stops the worker as a crash would, and resolves when it has stopped. `false` when it did not run. */
  kill(): Promise<boolean>;
  isRunning(): boolean;
}

/**
 * A stopped worker stays in the list of targets when an event waits for it, since it is started again at once: only its running status tells.
 * `door` is an open page of the extension.
 */
export async function watchWorker(browser: Browser, door: Page): Promise<WorkerLife> {
  const [devTools, browserTools] = await Promise.all([door.createCDPSession(), browser.target().createCDPSession()]);
  let stops = 0;
  let targetId: string | undefined;
  devTools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const version of versions) {
      if (version.runningStatus === 'stopped') stops += 1;
      targetId = version.runningStatus === 'running' || version.runningStatus === 'starting' ? version.targetId : undefined;
    }
  });
  await devTools.send('ServiceWorker.enable');
  return {
    isRunning: () => targetId !== undefined,
    async kill() {
      if (targetId === undefined) return false;
      const before = stops;
      await browserTools.send('Target.closeTarget', { targetId }).catch(() => undefined);
      await until(() => stops > before, 'The worker did not stop.');
      return true;
    },
  };
}
