import type { Signal } from '../../lib/model';
import { mayBeTag } from '../../lib/vendors';

/** Longest wait, and the silence that ends it: Google's tag collects events for up to five seconds before it sends them. */
const longest = 10_000;
const silence = 2_000;
const silenceWithGtag = 5_000;

interface Clock {
  now(): number;
  pause(ms: number): Promise<void>;
}

/** Waits until no tag request, submission or route change has come for a while. `read` gives all signals so far. */
export async function waitUntilQuiet(read: () => Promise<Signal[]>, clock: Clock = systemClock): Promise<Signal[]> {
  const startedAt = clock.now();
  for (;;) {
    const signals = await read();
    const now = clock.now();
    const enough = signals.some(isGtagCall) ? silenceWithGtag : silence;
    const quietSince = Math.max(startedAt, lastStir(signals));
    if (now - quietSince >= enough || now - startedAt >= longest) return signals;
    await clock.pause(200);
  }
}

const systemClock: Clock = { now: () => Date.now(), pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

function lastStir(signals: readonly Signal[]): number {
  let last = 0;
  for (const signal of signals) if (signal.at > last && stirs(signal)) last = signal.at;
  return last;
}

function stirs(signal: Signal): boolean {
  if (signal.kind === 'request') return mayBeTag(signal.url);
  if (signal.kind === 'form') return signal.fact.event === 'submit' || signal.fact.event === 'request';
  return signal.kind === 'page' && (signal.event === 'commit' || signal.event === 'route');
}

/** A `gtag` command is an arguments object in the data layer, and arrives as an array. */
function isGtagCall(signal: Signal): boolean {
  return signal.kind === 'call' && (signal.api === 'gtag' || (signal.api === 'dataLayer' && signal.args.some(Array.isArray)));
}
