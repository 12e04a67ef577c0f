import type { CDPSession } from 'puppeteer-core';
import { analyse } from '../../lib/analyse';
import { emptySettings } from '../../lib/model';
import { forgeFromPage, forgeFromScript } from './forge';
import { openSubject, type Subject } from './subject';
import { row, type Trial } from './trial';
import { until } from './until';

/** A page may say anything, by every way there is: nothing of it may break, set, clear or invent anything. */
export const trial: Trial = {
  id: 'T8',
  title: 'forged messages of a page and of a script in it',
  async run({ rounds = 10_000, seed }) {
    const subject = await openSubject();
    try {
      const { page, browser, extensionId } = subject;
      const errors: string[] = [];
      const pageTools = await page.createCDPSession();
      const script = await scriptContext(pageTools, extensionId);
      const workerTools = await (await browser.waitForTarget((target) => target.type() === 'service_worker')).createCDPSession();
      for (const tools of [pageTools, workerTools]) {
        tools.on(
          'Runtime.exceptionThrown',
          ({ exceptionDetails }) => void errors.push(exceptionDetails.exception?.description ?? ''),
        );
        await tools.send('Runtime.enable');
      }
      await subject.send(['true']);
      await until(async () => (await fires(subject)).includes('true'), 'The one true fire was not listed.');
      const before = await standing(subject, workerTools);

      const half = Math.ceil(rounds / 2);
      await page.evaluate(forgeFromPage, half, seed);
      const { result } = await pageTools.send('Runtime.evaluate', {
        expression: `(${forgeFromScript.toString()})(${half}, ${seed})`,
        contextId: script,
        awaitPromise: true,
        returnByValue: true,
      });
      await subject.send(['last']);
      await until(async () => (await fires(subject)).includes('last'), 'The fire after the forged messages was not listed.');
      const after = await standing(subject, workerTools);

      const polluted = [
        await page.evaluate(isPolluted),
        await evaluate(pageTools, `(${isPolluted.toString()})()`, script),
        await evaluate(workerTools, `(${isPolluted.toString()})()`),
      ].filter((is) => is !== false).length;
      const tried = `${half * 2} messages`;
      const invented = after.requests - before.requests - 1 + (await fires(subject)).length - 2;
      return [
        row(
          subject,
          `${errors.length} throws of ${tried}${errors.length > 0 ? `: ${errors[0]}` : ''}`,
          '0 throws',
          errors.length === 0,
        ),
        row(subject, `${result.value} commands answered of ${tried}`, '0 answered', result.value === 0),
        row(
          subject,
          `settings ${after.settings === before.settings ? 'as before' : 'changed'}, ${tried}`,
          '0 changed',
          after.settings === before.settings,
        ),
        row(subject, `${invented} network fires invented by ${tried}`, '0 invented', invented === 0),
        row(subject, `${polluted} of 3 worlds polluted`, 'no prototype polluted', polluted === 0),
      ];
    } finally {
      await subject.close();
    }
  },
};

/** The world of the bridge in the page: what a script of ours there may do, and no other. */
function scriptContext(tools: CDPSession, extensionId: string): Promise<number> {
  const found = new Promise<number>((resolve) => {
    tools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
  });
  return tools.send('Runtime.enable').then(() => found);
}

async function fires({ recorder }: Subject): Promise<string[]> {
  return analyse(await recorder.signals(), emptySettings).fires.map(({ eventId }) => eventId ?? '');
}

/** What may not change: the stored settings, the pauses, and the number of requests in the log. */
async function standing({ recorder }: Subject, worker: CDPSession) {
  const settings = await evaluate(worker, `(${readSettings.toString()})()`);
  const signals = await recorder.signals();
  return { settings, requests: signals.filter(({ kind }) => kind === 'request').length };
}

/** Runs in the worker. Where it came to rest is its own diary, not a setting. */
async function readSettings(): Promise<string> {
  const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, { get(key: null): Promise<object> }> } })
    .chrome;
  const areas = await Promise.all(['local', 'sync', 'session'].map((area) => storage[area]?.get(null)));
  return JSON.stringify(areas.map((area) => ({ ...area, rest: undefined })));
}

async function evaluate(tools: CDPSession, expression: string, contextId?: number): Promise<unknown> {
  const { result } = await tools.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
  return result.value;
}

/** Runs in each world. */
function isPolluted(): boolean {
  return 'polluted' in {} || Object.keys(Object.prototype).length > 0 || 'polluted' in [];
}
