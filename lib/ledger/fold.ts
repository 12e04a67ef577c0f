import type { Decoded, DecodedEvent, FireRequest, RequestSignal } from '../model';
import { addTo, byTime } from './order';
import type { Laid } from './page-of';

/** One event of one request for one account. */
export interface Unit {
  id: string;
  request: RequestSignal;
  decoded: Decoded;
  event: DecodedEvent | undefined;
  /** Number of the event within its request. */
  index: number;
  account: string | null;
  laid: Laid;
}

/** Requests that are one fire: its own, and what goes along with it. */
export interface Folded {
  main: Unit;
  requests: FireRequest[];
}

/** Parallel requests of one event leave within this time of each other. */
const foldMs = 5000;
/** A retry comes within this time of the failure. */
const retryMs = 60_000;

/**
 * Folds units into fires: only requests of different roles, one of each, with one fold key on one page within a few seconds. Two of one
 * role are two fires, always. A copy without its event is no fire: it is returned apart. `units` stand in order of time.
 */
export function fold(units: readonly Unit[]): { fires: Folded[]; lone: Unit[] } {
  const groups: { units: Map<string, Unit>; at: number }[] = [];
  const open = new Map<string, typeof groups>();
  for (const unit of units) {
    const role = roleOf(unit);
    const key = unit.decoded.foldKey === undefined ? undefined : groupKey(unit);
    const near = key === undefined ? [] : (open.get(key) ?? []).filter((one) => unit.request.at - one.at <= foldMs);
    const group = near.find((one) => !one.units.has(role)) ?? { units: new Map(), at: unit.request.at };
    if (group.units.size === 0) {
      groups.push(group);
      near.push(group);
    }
    group.units.set(role, unit);
    if (key !== undefined) open.set(key, near);
  }
  const fires: Folded[] = [];
  const lone: Unit[] = [];
  for (const group of groups) {
    const all = [...group.units.values()];
    const main = group.units.get('main') ?? all.find((unit) => unit.decoded.kind === 'event');
    if (main?.decoded.kind !== 'event' || !main.event) lone.push(...all);
    else fires.push({ main, requests: listed(main, all) });
  }
  return { fires, lone };
}

function listed(main: Unit, all: readonly Unit[]): FireRequest[] {
  const mirrors = all.filter((unit) => unit !== main).sort((a, b) => byTime(a.request, b.request));
  return [
    { signalId: main.request.id, role: 'main' },
    ...mirrors.map((unit): FireRequest => ({ signalId: unit.request.id, role: 'mirror' })),
  ];
}

function roleOf({ decoded }: Unit): string {
  return decoded.role ?? 'main';
}

function groupKey({ decoded, account, laid, request }: Unit): string {
  const page = laid.view?.id ?? `tab ${request.place.tabId}`;
  return JSON.stringify([decoded.vendor, account, decoded.foldKey, page]);
}

/**
 * Takes retries out of a list of fires and lists them under the fire they repeat: the same request again, on the same view of a page, after
 * its predecessor was seen to fail, or after nothing at all was heard of it for a second.
 */
export function foldRetries(fires: readonly Folded[], failed: (request: RequestSignal) => 'failed' | 'unheard' | 'no'): Folded[] {
  const kept: Folded[] = [];
  const latest = new Map<string, Folded & { last: RequestSignal }>();
  for (const fire of fires) {
    const key = JSON.stringify([
      fire.main.laid.view?.id ?? fire.main.request.place.tabId,
      fire.main.account,
      fire.main.index,
      fire.main.request.method,
      fire.main.request.url,
      fire.main.request.body,
    ]);
    const before = latest.get(key);
    const gap = before ? fire.main.request.at - before.last.at : Number.POSITIVE_INFINITY;
    const how = before && gap <= retryMs ? failed(before.last) : 'no';
    if (before && (how === 'failed' || (how === 'unheard' && gap >= 1000))) {
      before.requests.push(
        { signalId: fire.main.request.id, role: 'retry' },
        ...fire.requests.filter((one) => one.role !== 'main'),
      );
      before.last = fire.main.request;
      continue;
    }
    kept.push(fire);
    latest.set(key, { ...fire, last: fire.main.request });
  }
  return kept;
}

/** Hops of requests by request id, beyond the first event of each. */
export function splitHops(requests: readonly { request: RequestSignal; decoded: Decoded }[]): {
  first: { request: RequestSignal; decoded: Decoded }[];
  hops: Map<string, string[]>;
} {
  const byRequest = new Map<string, { request: RequestSignal; decoded: Decoded }[]>();
  for (const one of requests) addTo(byRequest, one.request.requestId, one);
  const first: { request: RequestSignal; decoded: Decoded }[] = [];
  const hops = new Map<string, string[]>();
  for (const all of byRequest.values()) {
    all.sort((a, b) => a.request.hop - b.request.hop || byTime(a.request, b.request));
    const mains = new Map<string | null, { request: RequestSignal; decoded: Decoded }>();
    for (const one of all) {
      const main = mains.get(one.decoded.vendor);
      if (main) addTo(hops, main.request.id, one.request.id);
      else {
        mains.set(one.decoded.vendor, one);
        first.push(one);
      }
    }
  }
  first.sort((a, b) => byTime(a.request, b.request));
  return { first, hops };
}
