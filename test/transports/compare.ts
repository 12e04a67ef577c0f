import type { Fire, RequestSignal, ResponseSignal, Session } from '../../lib/model';
import type { Arrived } from './server';
import type { Way } from './way';

/** How one way fared. */
export interface WayResult {
  way: Way;
  /** Requests that reached the tag's host, preflights apart. */
  sent: number;
  /** Requests listed under its fires. */
  seen: number;
  /** Fires beyond the one. */
  twice: number;
  /** Listed as sent, or not known, though nothing arrived. */
  invented: number;
  rightPage: boolean;
  /** `null` when the way sends no body. */
  body: boolean | null;
  /** The requests that arrived are listed, or the way is one of those that are said to be unseeable. */
  accounted: boolean;
}

/** Holds what arrived against what was listed. */
export function compareWays(
  ways: readonly { way: Way; nonce: string }[],
  arrived: readonly Arrived[],
  session: Session,
): WayResult[] {
  const requests = new Map(
    session.signals.flatMap((signal) => (signal.kind === 'request' ? [[signal.id, signal] as const] : [])),
  );
  const onlyCache = new Set(
    session.signals.flatMap((signal) => (signal.kind === 'response' && isCacheMiss(signal) ? [signal.requestId] : [])),
  );
  return ways.map(({ way, nonce }) => {
    const sent = arrived.filter((one) => one.nonce === nonce && one.method !== 'OPTIONS').length;
    const fires = session.fires.filter((fire) => fire.eventId === nonce);
    const listed = new Set(
      fires.flatMap((fire) => fire.requests.filter(({ role }) => role !== 'preflight').map(({ signalId }) => signalId)),
    );
    const signals = [...listed].flatMap((id) => requests.get(id) ?? []);
    const seen = signals.filter(({ requestId }) => !onlyCache.has(requestId)).length;
    const left = fires.filter((fire) => fire.outcome !== 'not-sent');
    return {
      way,
      sent,
      seen,
      twice: Math.max(0, fires.length - 1),
      invented: sent === 0 ? left.length : Math.max(0, seen - sent),
      rightPage: fires.every((fire) => isRight(way, fire, session)),
      body:
        way.body !== undefined && sent > 0
          ? [...fires.flatMap(bodyOf), ...signals.flatMap(textOf)].some((text) => text.includes(nonce))
          : null,
      accounted: accounted(way, { sent, seen }),
    };
  });
}

function accounted(way: Way, { sent, seen }: { sent: number; seen: number }): boolean {
  if (way.shows === 'nothing') return way.why !== undefined;
  return seen >= sent;
}

function isRight(way: Way, fire: Fire, session: Session): boolean {
  if (way.page === 'none' && fire.pageId === null) return true;
  const page = session.pages.find((candidate) => candidate.id === fire.pageId);
  if (way.page === 'any') return page === undefined || !page.url.includes('/way/') || page.url.includes(`/way/${way.id}?`);
  return page?.url.split('?', 1)[0]?.endsWith(`/way/${way.id}`) ?? false;
}

function bodyOf({ parameters }: Fire): string[] {
  return parameters.flatMap(({ source, value }) => (source === 'body' ? [value] : []));
}

function textOf({ body }: RequestSignal): string[] {
  return body?.form === 'text' ? [body.text] : [];
}

/** Chromium asks its cache alone for some fonts first: nothing leaves. */
function isCacheMiss({ error }: ResponseSignal): boolean {
  return error === 'net::ERR_CACHE_MISS';
}

/** Figures of all ways together, each a share from 0 to 1 or a count. */
export function figuresOf(results: readonly WayResult[]): {
  accounted: number;
  rightPage: number;
  bodies: number;
  twice: number;
  invented: number;
} {
  const share = (list: readonly boolean[]) => (list.length === 0 ? 1 : list.filter(Boolean).length / list.length);
  return {
    accounted: share(results.map((one) => one.accounted)),
    rightPage: share(results.map((one) => one.rightPage)),
    bodies: share(results.flatMap(({ body }) => (body === null ? [] : [body]))),
    twice: results.reduce((sum, one) => sum + one.twice, 0),
    invented: results.reduce((sum, one) => sum + one.invented, 0),
  };
}

/** A line a way, for a person to read. */
export function tableOf(results: readonly WayResult[]): string {
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, n) => (n === 0 ? String(cell).padEnd(44) : String(cell).padStart(9))).join('');
  const word = (value: boolean | null) => (value === null ? '-' : value ? 'yes' : 'NO');
  return [
    line(['Way', 'sent', 'seen', 'twice', 'invented', 'page', 'body', 'account']),
    ...results.map((one) =>
      line([one.way.name, one.sent, one.seen, one.twice, one.invented, word(one.rightPage), word(one.body), word(one.accounted)]),
    ),
  ].join('\n');
}
