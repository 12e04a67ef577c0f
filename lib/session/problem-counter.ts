import type { Analyser } from '../analyse';
import { emptySettings, type Signal } from '../model';
import type { Core } from './core';
import { createTabFilter } from './of-tab';
import type { SignalLog } from './signal-log';

/** Keeps the number of problems of each tab, for the badge. A problem is a fail at error or warning. */
export interface ProblemCounter {
  see(signal: Signal): void;
  forget(tabId: number): void;
}

export interface ProblemCounterOptions {
  log: SignalLog;
  core: Pick<Core, 'createAnalyser'>;
  onCount(tabId: number, problems: number): void;
  /** Runs something later; the host's `setTimeout`. */
  later(run: () => void, ms: number): unknown;
}

/** Findings are derived this long after the first new signal, so that a burst costs one derivation. */
const settleMs = 400;

/** A tab's analyser begins from what the log holds, so a restarted worker counts on where the last one stopped. */
export function createProblemCounter({ log, core, onCount, later }: ProblemCounterOptions): ProblemCounter {
  const tabs = new Map<number, Promise<Analyser>>();
  const due = new Set<number>();

  function analyserOf(tabId: number): Promise<Analyser> {
    const known = tabs.get(tabId);
    if (known) return known;
    const made = log.read(tabId).then((signals) => {
      const analyser = core.createAnalyser(emptySettings);
      for (const signal of createTabFilter()(signals)) analyser.push(signal);
      return analyser;
    });
    tabs.set(tabId, made);
    return made;
  }

  async function count(tabId: number): Promise<void> {
    due.delete(tabId);
    const { findings } = (await analyserOf(tabId)).session();
    onCount(tabId, findings.filter((finding) => finding.verdict === 'fail' && finding.severity !== 'info').length);
  }

  return {
    see(signal) {
      const { tabId } = signal.place;
      if (tabId === null) return;
      void analyserOf(tabId).then((analyser) => analyser.push(signal));
      if (due.has(tabId)) return;
      due.add(tabId);
      later(() => void count(tabId), settleMs);
    },
    forget(tabId) {
      tabs.delete(tabId);
      onCount(tabId, 0);
    },
  };
}
