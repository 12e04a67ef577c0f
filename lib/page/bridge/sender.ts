import type { PageReport } from '../../model';

/** Sends one message to the worker; resolves with its answer, rejects or throws when it cannot be reached. */
export type Send = (message: object) => Promise<unknown>;

export interface Sender {
  add(report: PageReport): void;
  /** Numbers that belong to reports nobody has any more: the row gets a hole. */
  skip(count: number): void;
  /** Sends at once whatever is not acknowledged: the page goes away. From then on nothing waits. */
  flush(): void;
}

const batchMs = 50;
const mostInMessage = 200;
/** Unacknowledged reports kept; beyond that the oldest make a hole. */
const mostKept = 5000;

/**
 * Numbers the reports and sends them in batches: the first at once, the others at most 50 ms late. What the worker has not acknowledged
 * is sent again, since it may die between two messages. When the extension was removed or renewed, `alive` tells, and nothing is sent
 * any more.
 */
export function createSender({ sensor, send, alive }: { sensor: string; send: Send; alive(): boolean }): Sender {
  const kept: { n: number; report: PageReport }[] = [];
  let next = 0;
  let failures = 0;
  let underway = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving = false;

  function later(ms: number): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!underway) void sendSome();
    }, ms);
  }

  async function sendSome(): Promise<void> {
    const batch = firstRun();
    const first = batch[0]?.n;
    if (first === undefined) return;
    underway = true;
    const received = await tell(first, batch.length);
    underway = false;
    if (received === null) {
      if (alive() && ++failures < 8) later(batchMs * 2 ** failures);
      return;
    }
    failures = 0;
    if (kept.length > 0) later(batchMs);
  }

  /** The number expected next; `null` when there was no answer. */
  async function tell(first: number, length: number): Promise<number | null> {
    try {
      const reports = kept.filter(({ n }) => n >= first && n < first + length).map(({ report }) => report);
      const answer = (await send({ type: 'page/reports', sensor, first, reports })) as { received?: unknown } | undefined;
      const received = answer?.received;
      if (typeof received !== 'number') return null;
      while (kept[0] && kept[0].n < received) kept.shift();
      return received;
    } catch {
      return null;
    }
  }

  /** The oldest reports with numbers that follow each other. */
  function firstRun(): typeof kept {
    const start = kept[0]?.n ?? 0;
    return kept.slice(0, mostInMessage).filter(({ n }, index) => n === start + index);
  }

  function flush(): void {
    for (let from = 0; from < kept.length; ) {
      const start = kept[from]?.n ?? 0;
      let length = 1;
      while (kept[from + length]?.n === start + length && length < mostInMessage) length++;
      void tell(start, length);
      from += length;
    }
    leaving = true;
  }

  return {
    add(report) {
      kept.push({ n: next++, report });
      if (kept.length > mostKept) kept.shift();
      if (leaving) flush();
      else if (next === 1) void sendSome();
      else later(batchMs);
    },
    skip(count) {
      next += count;
    },
    flush,
  };
}
