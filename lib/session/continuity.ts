import type { GapSignal } from '../model';
import { gapOfRestart } from './capture-session';

/** Where the worker stood when it last came to rest. */
export interface Rest {
  /** Highest number of a request it had heard of. */
  request: number;
  /** Epoch milliseconds. */
  at: number;
}

/** Any event of any request. */
export interface RequestEvent {
  requestId: string;
  /** Epoch milliseconds. */
  at: number;
  /** True when the request begins. */
  starts: boolean;
}

/** Judges whether something may have been missed while the worker was down. */
export interface Continuity {
  /** The gap that is certain from the start, or `null`. */
  begin(): GapSignal | null;
  /** Told of every event of every request, before anything is sorted out; the gap that becomes certain by it, or `null`. */
  hear(event: RequestEvent): GapSignal | null;
  /** Something is being written down; there is no rest before it is. */
  writes(done: Promise<void>): void;
}

export interface ContinuityOptions {
  captureSession: string;
  /** Instant at which something was last written to the log; `null` when there is none. */
  lastAt: number | null;
  /** `null` when no worker of this run of the browser ever came to rest. */
  rested: Rest | null;
  now(): number;
  /** The worker has come to rest here: to be stored where it outlives the worker. */
  onRest(rest: Rest): void;
  later(run: () => void, ms: number): unknown;
}

/** Silence after which the worker has come to rest, and says so. */
const restMs = 150;
/**
 * Chromium stops a worker by itself after 30 seconds without an event, never at work
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle).
 */
const naturalStopMs = 30_000;

/**
 * Chromium numbers the requests of a run one by one, and queues events for a worker that is down. So when the first request that begins after
 * a restart bears the number after the one at which the worker came to rest, nothing was missed. A hole in the numbers, or a worker that
 * was stopped at work, is a gap: what it was told in that instant may be lost. After so long a silence that the browser stopped the worker
 * by itself a hole is no sign: requests that no extension is shown bear numbers too.
 */
export function createContinuity({ captureSession, lastAt, rested, now, onRest, later }: ContinuityOptions): Continuity {
  const startedAt = now();
  const from = lastAt ?? startedAt;
  let proven = lastAt === null;
  let highest = rested?.request ?? 0;
  let stirs = 0;
  let waiting = false;
  let writing = 0;

  function stir(): void {
    stirs += 1;
    if (!waiting) waitForRest();
  }

  function waitForRest(): void {
    waiting = true;
    const before = stirs;
    later(() => {
      waiting = false;
      if (stirs !== before || writing > 0) waitForRest();
      else if (highest > 0) onRest({ request: highest, at: now() });
    }, restMs);
  }

  return {
    begin() {
      if (proven || (rested && lastAt !== null && lastAt <= rested.at)) return null;
      proven = true;
      return gapOfRestart({ captureSession, fromAt: from, at: startedAt });
    },
    hear({ requestId, at, starts }) {
      stir();
      const number = Number(requestId);
      if (!Number.isSafeInteger(number) || number <= highest) return null;
      const follows = starts && number === highest + 1;
      highest = number;
      if (proven) return null;
      proven = true;
      return follows || at - from >= naturalStopMs ? null : gapOfRestart({ captureSession, fromAt: from, at });
    },
    writes(done) {
      writing += 1;
      stir();
      void done.then(() => {
        writing -= 1;
        stir();
      });
    },
  };
}
