/** Spaces out work that is asked for often: the first time nearly at once, then with pauses that grow with what it costs. */
export type Pace = (run: () => void) => void;

export interface PaceOptions {
  /** Milliseconds, from any origin; the host's `performance.now`. */
  now(): number;
  later(run: () => void, ms: number): unknown;
  /** Least time between two runs. */
  pauseMs: number;
}

/** Short enough not to be felt, long enough for a burst to gather. */
const gatherMs = 8;

/** After a run that took long, twice as long is left for everything else. */
export function createPace({ now, later, pauseMs }: PaceOptions): Pace {
  let endedAt = Number.NEGATIVE_INFINITY;
  let tookMs = 0;
  return (run) => {
    const wait = endedAt + Math.max(pauseMs, 2 * tookMs) - now();
    later(
      () => {
        const startedAt = now();
        run();
        endedAt = now();
        tookMs = endedAt - startedAt;
      },
      Math.max(gatherMs, wait),
    );
  };
}
