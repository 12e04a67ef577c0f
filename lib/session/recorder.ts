import { type Arrival, type ReportBatch, signalsFromReports } from '../capture';
import type { Signal } from '../model';
import { gapOfPause } from './capture-session';
import type { Core } from './core';
import { createKeeper } from './keep';
import type { SignalLog } from './signal-log';

/** Takes what is seen, decides what is kept, writes it down and tells those who listen. */
export interface Recorder {
  /** What the browser says: requests, responses, navigations. */
  see(signal: Signal): void;
  /** What a page's sensor says. Answers the next number expected of it; resolves when the reports are stored. */
  report(batch: ReportBatch, arrival: Arrival): Promise<{ received: number }>;
  pause(tabId: number, now: number): void;
  resume(tabId: number, now: number): void;
  isPaused(tabId: number): boolean;
  /** Forgets a tab, but not that the page now shown began, and what it was told about consent: what comes next is judged by that. Answers what is left. */
  clear(tabId: number): Promise<Signal[]>;
}

export interface RecorderOptions {
  log: SignalLog;
  core: Pick<Core, 'isWorthKeeping' | 'mayBeTag' | 'stillNeeded'>;
  captureSession: string;
  /** Tabs paused, with the instant; changed in place. */
  paused: Map<number, number>;
  /** Told of each kept signal. */
  onKept(signal: Signal): void;
  /** Told of each write, with when it is done. */
  onWrite?(done: Promise<void>): void;
}

export function createRecorder({ log, core, captureSession, paused, onKept, onWrite }: RecorderOptions): Recorder {
  const keeper = createKeeper(core);

  function write(signals: readonly Signal[]): Promise<void> {
    if (signals.length === 0) return Promise.resolve();
    for (const signal of signals) onKept(signal);
    const done = log.append(signals);
    onWrite?.(done);
    return done;
  }

  /** A body that the page's sensor read is kept for tags only. Of any other send its address is kept without its query, so that no number is missing. */
  function withoutForeignBody(signal: Signal): Signal {
    if (signal.kind !== 'call' || !/^(?:sendBeacon|fetch|xhr|devtools)$/.test(signal.api)) return signal;
    const [url, method] = signal.args;
    if (typeof url === 'string' && core.mayBeTag(url)) return signal;
    return { ...signal, args: [typeof url === 'string' ? url.replace(/[?#].*$/, '') : null, method ?? null] };
  }

  const isPaused = (tabId: number | null) => tabId !== null && paused.has(tabId);

  return {
    see(signal) {
      // Pages are followed even while paused: otherwise nothing after the pause could be laid to its page.
      if (isPaused(signal.place.tabId) && signal.kind !== 'page') return;
      const kept = keeper.keep(signal);
      if (kept) void write([kept]);
    },
    async report(batch, arrival) {
      if (!isPaused(arrival.place.tabId)) await write(signalsFromReports(batch, arrival).map(withoutForeignBody));
      return { received: batch.first + batch.reports.length };
    },
    pause(tabId, now) {
      if (!paused.has(tabId)) paused.set(tabId, now);
    },
    resume(tabId, now) {
      const fromAt = paused.get(tabId);
      if (fromAt === undefined) return;
      paused.delete(tabId);
      void write([gapOfPause({ captureSession, tabId, fromAt, now })]);
    },
    isPaused: (tabId) => isPaused(tabId),
    async clear(tabId) {
      const needed = core.stillNeeded(await log.read(tabId), tabId);
      await log.clear(tabId);
      await write(needed);
      return needed;
    },
  };
}
