import type { Signal } from '../model';

/** Signals of workers that wait for a page of their origin; beyond that the oldest give way. */
const mostWaiting = 2000;

/**
 * Leaves out what no page of the tab has to do with. A service worker or a shared worker serves no single tab, so the browser names none:
 * what it sends belongs to the tabs that hold a page or frame of its origin. Gaps of no single tab concern every tab.
 */
export function createTabFilter(): (signals: readonly Signal[]) => Signal[] {
  const origins = new Set<string>();
  const requests = new Set<string>();
  let waiting: Signal[] = [];

  function belongs(signal: Signal): boolean {
    if (signal.place.tabId !== null || signal.kind === 'gap') return true;
    if (signal.kind === 'response') return requests.has(signal.requestId);
    if (signal.kind !== 'request' || signal.initiator === undefined || !origins.has(signal.initiator)) return false;
    requests.add(signal.requestId);
    return true;
  }

  return (signals) => {
    let more = false;
    for (const signal of signals) {
      const origin = signal.kind === 'page' && signal.place.tabId !== null ? originOf(signal.url) : null;
      if (origin === null || origins.has(origin)) continue;
      origins.add(origin);
      more = true;
    }
    const own: Signal[] = [];
    const left: Signal[] = [];
    // Requests first: a response is known by its request, whichever came first.
    const candidates = more || waiting.length > 0 ? [...waiting, ...signals] : signals;
    for (const signal of candidates) if (signal.kind !== 'response') (belongs(signal) ? own : left).push(signal);
    for (const signal of candidates) if (signal.kind === 'response') (belongs(signal) ? own : left).push(signal);
    waiting = left.slice(-mostWaiting);
    return own;
  };
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
