import type { Page } from 'puppeteer-core';
import type { Signal } from '../../lib/model';
import { createRandom } from './random';
import type { Subject } from './subject';
import { tally } from './tally';
import { until, within } from './until';

export interface Aftermath {
  sent: number;
  kills: number;
  lost: string[];
  twice: string[];
  /** Lost ids that no gap covers by its time. */
  unsaid: string[];
}

/** Longest pause before a kill, milliseconds: short enough to meet the worker while it starts, long enough to meet it at work. */
const longestPauseMs = 400;
/** A signal's instant is the browser's, a send's the page's. */
const clockSlackMs = 250;

/**
 * Kills the worker at random instants while the page sends without pause; `read` gives the signals of whoever is asked in the end.
 */
export async function killAtRandom(
  subject: Subject,
  { rounds, seed, read }: { rounds: number; seed: number; read(): Promise<Signal[]> },
): Promise<Aftermath> {
  const random = createRandom(seed);
  await startSending(subject.page);
  let kills = 0;
  while (kills < rounds) {
    const pauseMs = random() * longestPauseMs;
    await subject.page.evaluate(passes, pauseMs);
    if (await subject.killWorker()) kills += 1;
  }
  const sent = await stopSending(subject.page);
  await until(() => subject.arrived.length >= sent.length, 'Not every request reached the server.', 60_000);
  const signals = await untilStill(read);
  const { lost, twice } = tally(
    signals,
    sent.map(({ id }) => id),
  );
  const gaps = signals.filter((signal) => signal.kind === 'gap');
  const at = new Map(sent.map((one) => [one.id, one.at]));
  const isSaid = (id: string) => gaps.some((gap) => covers(gap, at.get(id) ?? 0));
  return { sent: sent.length, kills, lost, twice, unsaid: lost.filter((id) => !isSaid(id)) };
}

function covers({ fromAt, at }: Extract<Signal, { kind: 'gap' }>, instant: number): boolean {
  return instant >= fromAt - clockSlackMs && instant <= at + clockSlackMs;
}

/** Asks until two answers are the same. */
async function untilStill(read: () => Promise<Signal[]>): Promise<Signal[]> {
  let before = -1;
  return until(
    async () => {
      const signals = await within(read(), 20_000);
      const same = signals !== null && signals.length === before;
      before = signals?.length ?? -1;
      return same ? signals : null;
    },
    'The list did not come to rest.',
    120_000,
  );
}

interface Sent {
  id: string;
  at: number;
}

interface Sending {
  sending?: { sent: Sent[]; stop(): void };
}

/** Runs a page's clock: about a hundred fires a second. */
async function startSending(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sent: Sent[] = [];
    const timer = setInterval(() => {
      const id = `random-${sent.length}`;
      sent.push({ id, at: Date.now() });
      void fetch(`https://www.facebook.com/tr/?id=904417723301556&ev=Contact&eid=${id}`, { mode: 'no-cors' }).catch(
        () => undefined,
      );
    }, 10);
    (globalThis as Sending).sending = { sent, stop: () => clearInterval(timer) };
  });
}

function stopSending(page: Page): Promise<Sent[]> {
  return page.evaluate(() => {
    const { sending } = globalThis as Sending;
    sending?.stop();
    return sending?.sent ?? [];
  });
}

/** Runs in the page: resolves after so many milliseconds. */
function passes(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
