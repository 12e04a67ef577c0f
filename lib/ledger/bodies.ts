import type { CallSignal, RequestBody, RequestSignal, Signal } from '../model';

/** A page's report and the browser's word on the same request lie this close together. */
const closeMs = 2_000;

const sendingApis = new Set(['sendBeacon', 'fetch', 'xhr']);

/** True for a report of a body that only the page could read: `args` are address, method and `{text}` or `{base64}`. */
export function isBodyReport(signal: CallSignal): boolean {
  return sendingApis.has(signal.api);
}

/**
 * Joins requests whose body the browser does not hand over (a Blob, a stream) with what the page's own sensor read of them: the same
 * address and method, the same tab, within two seconds, the n-th with the n-th. Order of arrival changes nothing.
 */
export class Bodies {
  private readonly requests = new Map<string, RequestSignal[]>();
  private readonly reports = new Map<string, CallSignal[]>();
  private readonly pairs = new Map<string, Map<string, RequestBody>>();

  push(signal: Signal): void {
    if (signal.kind === 'request' && signal.body?.form === 'unread')
      this.add(this.requests, signal, keyOf(signal.method, signal.url, signal));
    if (signal.kind !== 'call' || !isBodyReport(signal)) return;
    const [url, method] = signal.args;
    if (typeof url === 'string' && typeof method === 'string') this.add(this.reports, signal, keyOf(method, url, signal));
  }

  /** The body of a request that could not be read; `undefined` when nobody read it. */
  of(request: RequestSignal): RequestBody | undefined {
    const key = keyOf(request.method, request.url, request);
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
    const pairs = new Map<string, RequestBody>();
    const left = [...(this.reports.get(key) ?? [])].sort(inTime);
    for (const request of [...(this.requests.get(key) ?? [])].sort(inTime)) {
      const index = left.findIndex((report) => Math.abs(report.at - request.at) <= closeMs && sameDocument(report, request));
      const [report] = index < 0 ? [] : left.splice(index, 1);
      const body = report && bodyIn(report);
      if (body) pairs.set(request.id, body);
    }
    return pairs;
  }
}

function keyOf(method: string, url: string, { place }: Signal): string {
  return `${place.tabId} ${method} ${url.replace(/#.*$/, '')}`;
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
