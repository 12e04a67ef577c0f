import { createRunner, PuppeteerRunnerExtension, type Schema } from '@puppeteer/replay';
import type { Browser, Page } from 'puppeteer-core';
import type { Flow } from './read-target';

/** A step that could not be done, for the person who recorded it. */
export interface FailedStep {
  /** Counted from one. */
  number: number;
  of: number;
  words: string;
  reason: string;
}

/** Does the steps of a flow in a page. Resolves with the step that failed, or `null`; what was captured until then stays. */
export async function replayFlow(
  flow: Flow,
  { browser, page, timeout }: { browser: Browser; page: Page; timeout: number },
): Promise<FailedStep | null> {
  let current = 0;
  class Counting extends PuppeteerRunnerExtension {
    override async beforeEachStep(step: Schema.Step, whole: Schema.UserFlow): Promise<void> {
      current = whole.steps.indexOf(step);
      await super.beforeEachStep?.(step, whole);
    }
  }
  const runner = await createRunner(flow, new Counting(browser, page, { timeout }));
  try {
    await runner.run();
    return null;
  } catch (error) {
    const step = flow.steps[current];
    return {
      number: current + 1,
      of: flow.steps.length,
      words: step ? stepWords(step) : 'the flow',
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}

function stepWords(step: Schema.Step): string {
  if ('url' in step && typeof step.url === 'string') return `${step.type} ${step.url}`;
  if ('selectors' in step && step.selectors) {
    const first = step.selectors[0];
    return `${step.type} ${Array.isArray(first) ? first.join(' » ') : (first ?? '')}`;
  }
  return step.type;
}
