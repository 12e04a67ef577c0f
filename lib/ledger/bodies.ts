import type { CallSignal, RequestBody, RequestSignal, Signal } from '../model';

/** A report of a body and the browser's word on the same request lie this close together. */
const closeMs = 2_000;

/** The developer tools name a request by its instant: it is the nearest one when every other lies this much farther away. */
const clearlyFartherMs = 100;

const sendingApis = new Set(['sendBeacon', 'fetch', 'xhr', 'devtools']);

/** True for a report of a body that the browser does not hand over: `args` are address, method and `{text}` or `{base64}`. */
export function isBodyReport(signal: CallSignal): boolean {
  return sendingApis.has(signal.api);
}

/**
 * Joins requests whose body the browser does not hand over (a Blob, a stream) with what others read of them: the same address and method,
 * the same tab, within two seconds. The page's own sensor reads every send of a document, so its n-th report goes to the n-th request; the
 * developer tools see workers too, and only sends that have ended, so theirs goes to the request whose instant is clearly the nearest, or
 * to none. Order of arrival changes nothing.
 */
export class Bodies {
  /** Requests that had a body, read or not. */
  private readonly requests = new Map<string, RequestSignal[]>();
  private readonly reports = new Map<string, CallSignal[]>();
  private readonly pairs = new Map<string, Map<string, RequestBody>>();

  push(signal: Signal): void {
    if (signal.kind === 'request' && signal.body) this.add(this.requests, signal, keyOf(signal.method, signal.url));
    if (signal.kind !== 'call' || !isBodyReport(signal)) return;
    // What a page says of itself is never the word of the developer tools.
    if (signal.api === 'devtools' && signal.sequence) return;
    const [url, method] = signal.args;
    if (typeof url === 'string' && typeof method === 'string') this.add(this.reports, signal, keyOf(method, url));
  }

  /** The body of a request that could not be read; `undefined` when nobody read it. */
  of(request: RequestSignal): RequestBody | undefined {
    const key = keyOf(request.method, request.url);
    let pairs = this.pairs.get(key);
    if (!pairs) {
      pairs = this.pair(key);
      this.pairs.set(key, pairs);
    }
    return pairs.get(request.id);
  }

  private add<T extends Signal>(map: Map<string, T[]>, signal: T, key: string): void {
    const list = map.get(key);
    if (list) list.push(signal);
    else map.set(key, [signal]);
    this.pairs.delete(key);
  }

  private pair(key: string): Map<string, RequestBody> {
    const requests = [...(this.requests.get(key) ?? [])].sort(inTime);
    const reports = [...(this.reports.get(key) ?? [])].sort(inTime);
    const [seen, read] = split(reports, ({ api }) => api === 'devtools');
    return new Map([...byInstant(requests, seen), ...inOrder(requests.filter(isUnread), read)]);
  }
}

/** The n-th request with the n-th report of the page's sensor. */
function inOrder(requests: readonly RequestSignal[], reports: readonly CallSignal[]): [string, RequestBody][] {
  const left = [...reports];
  return requests.flatMap((request): [string, RequestBody][] => {
    const index = left.findIndex(
      (report) => Math.abs(report.at - request.at) <= closeMs && sameTab(report, request) && sameDocument(report, request),
    );
    const [report] = index < 0 ? [] : left.splice(index, 1);
    const body = report && bodyIn(report);
    return body ? [[request.id, body]] : [];
  });
}

/** Each request with the one report of the developer tools that can only be its own. */
function byInstant(requests: readonly RequestSignal[], reports: readonly CallSignal[]): [string, RequestBody][] {
  const claims = new Map<RequestSignal, CallSignal[]>();
  for (const report of reports) {
    const owner = nearest(
      requests.filter((request) => sameTab(report, request)),
      report.at,
    );
    if (owner) claims.set(owner, [...(claims.get(owner) ?? []), report]);
  }
  return [...claims].flatMap(([request, [report, ...more]]): [string, RequestBody][] => {
    const body = report && bodyIn(report);
    return body && more.length === 0 && isUnread(request) ? [[request.id, body]] : [];
  });
}

function nearest(requests: readonly RequestSignal[], at: number): RequestSignal | undefined {
  const byDistance = requests.map((request) => ({ request, ms: Math.abs(request.at - at) })).sort((a, b) => a.ms - b.ms);
  const [first, second] = byDistance;
  if (!first || first.ms > closeMs) return undefined;
  return second && second.ms - first.ms < clearlyFartherMs ? undefined : first.request;
}

function isUnread({ body }: RequestSignal): boolean {
  return body?.form === 'unread';
}

function split<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

function keyOf(method: string, url: string): string {
  return `${method} ${url.replace(/#.*$/, '')}`;
}

/** A service worker that passes a page's request on names neither tab nor document: the page's report is the only witness. */
function sameTab(report: Signal, request: Signal): boolean {
  const passedOn = request.place.tabId === null && request.place.documentId === null;
  return passedOn || report.place.tabId === request.place.tabId;
}

function sameDocument(a: Signal, b: Signal): boolean {
  return a.place.documentId === null || b.place.documentId === null || a.place.documentId === b.place.documentId;
}

function bodyIn({ args: [, , body] }: CallSignal): RequestBody | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  if (typeof body.text === 'string') return { form: 'text', text: body.text };
  return typeof body.base64 === 'string' ? { form: 'bytes', base64: body.base64 } : undefined;
}

function inTime(a: Signal, b: Signal): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
