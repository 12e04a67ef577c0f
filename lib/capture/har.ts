import type { PageSignal, Place, RequestBody, RequestSignal, ResourceType, ResponseSignal, Signal } from '../model';

/**
 * HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) to signals. A HAR knows requests, their answers and the pages that
 * asked; it knows no forms, no calls and no consent, and its first page was not watched from before.
 *
 * Tolerant: an entry that cannot be read is left out and counted in `problems`, one sentence for each kind of fault.
 */
export function signalsFromHar(har: unknown): { signals: Signal[]; problems: string[] } {
  const log = isRecord(har) && isRecord(har.log) ? har.log : null;
  if (!log || !Array.isArray(log.entries)) return { signals: [], problems: ['This HAR holds no list of entries.'] };
  const pages = readPages(log.pages);
  const entries = log.entries.map(readEntry);
  const readable = entries.filter((entry) => entry !== null);
  const problems: string[] = [];
  if (readable.length < entries.length) problems.push(unreadable(entries.length - readable.length, entries.length));
  if (entries.length === 0) problems.push('This HAR holds no requests.');
  const documents = documentsOf(readable);
  const signals: Signal[] = pageSignals(pages, readable);
  const hops = createHopCounter();
  readable.forEach((entry, index) => {
    signals.push(...entrySignals(entry, { index, ...hops(entry, index) }, documents));
  });
  return { signals, problems };
}

interface HarPage {
  id: string;
  at: number;
  title: string;
}

/** A request and what became of it, as a HAR tells. */
interface HarEntry {
  /** Epoch milliseconds. */
  at: number;
  /** Milliseconds until the status was there: blocked, dns, connect, send and wait; absent when the HAR does not say. */
  answeredMs?: number;
  durationMs?: number;
  pageref: string | null;
  method: string;
  url: string;
  contentType?: string;
  body?: RequestBody;
  status: number;
  redirectUrl: string;
  error?: string;
  mimeType: string;
  resourceType?: string;
  referrer?: string;
}

function unreadable(count: number, all: number): string {
  return `${count} of ${all} entries have no readable address or time and were left out.`;
}

function readPages(pages: unknown): HarPage[] {
  if (!Array.isArray(pages)) return [];
  return pages.flatMap((page) => {
    if (!isRecord(page) || typeof page.id !== 'string') return [];
    const at = timeOf(page.startedDateTime);
    return at === null ? [] : [{ id: page.id, at, title: typeof page.title === 'string' ? page.title : '' }];
  });
}

/** One entry of a HAR; `null` without a readable address and instant. */
export function readEntry(entry: unknown): HarEntry | null {
  if (!isRecord(entry) || !isRecord(entry.request)) return null;
  const { request } = entry;
  const response = isRecord(entry.response) ? entry.response : {};
  const at = timeOf(entry.startedDateTime);
  if (at === null || typeof request.url !== 'string' || request.url === '') return null;
  const content = isRecord(response.content) ? response.content : {};
  const error = textIn(response, '_error') ?? textIn(entry, '_error');
  return {
    at,
    ...timings(entry),
    pageref: typeof entry.pageref === 'string' ? entry.pageref : null,
    method: typeof request.method === 'string' ? request.method.toUpperCase() : 'GET',
    url: request.url,
    ...postOf(request),
    status: typeof response.status === 'number' ? response.status : 0,
    redirectUrl: textIn(response, 'redirectURL') ?? '',
    ...(error === undefined ? {} : { error }),
    mimeType: textIn(content, 'mimeType') ?? '',
    ...(textIn(entry, '_resourceType') === undefined ? {} : { resourceType: textIn(entry, '_resourceType') }),
    ...(headerOf(request, 'referer') === undefined ? {} : { referrer: headerOf(request, 'referer') }),
  };
}

/** The answer is known when its status arrives: everything before `receive`. `-1` means "does not apply". */
function timings(entry: Record<string, unknown>): Pick<HarEntry, 'answeredMs' | 'durationMs'> {
  const phases = isRecord(entry.timings) ? entry.timings : null;
  const durationMs = typeof entry.time === 'number' && entry.time >= 0 ? entry.time : undefined;
  if (!phases || typeof phases.wait !== 'number') return durationMs === undefined ? {} : { durationMs };
  // `ssl` is part of `connect`, and Chrome counts its queueing inside `blocked`.
  const answeredMs = ['blocked', 'dns', 'connect', 'send', 'wait'].reduce((sum, name) => {
    const value = phases[name];
    return sum + (typeof value === 'number' && value > 0 ? value : 0);
  }, 0);
  return { answeredMs, ...(durationMs === undefined ? {} : { durationMs }) };
}

function postOf(request: Record<string, unknown>): Pick<HarEntry, 'body' | 'contentType'> {
  const post = isRecord(request.postData) ? request.postData : null;
  const contentType = (post && textIn(post, 'mimeType')) ?? headerOf(request, 'content-type');
  const kind = contentType === undefined ? {} : { contentType };
  if (post && typeof post.text === 'string' && post.text !== '') return { ...kind, body: textBody(post.text, post) };
  if (post && Array.isArray(post.params) && post.params.length > 0)
    return { ...kind, body: { form: 'fields', fields: paramsOf(post.params) } };
  const size = typeof request.bodySize === 'number' ? request.bodySize : 0;
  if (size > 0) return { ...kind, body: { form: 'unread', why: 'left out of this HAR' } };
  return kind;
}

/** Firefox and some proxies mark bytes as base64 by `encoding` (or `_encoding`). */
function textBody(text: string, post: Record<string, unknown>): RequestBody {
  const encoding = textIn(post, 'encoding') ?? textIn(post, '_encoding');
  return encoding === 'base64' ? { form: 'bytes', base64: text } : { form: 'text', text };
}

function paramsOf(params: readonly unknown[]): [string, string][] {
  return params.flatMap((param): [string, string][] =>
    isRecord(param) && typeof param.name === 'string' ? [[plain(param.name), plain(textIn(param, 'value') ?? '')]] : [],
  );
}

/** Chrome writes the parameters of an urlencoded form still encoded (https://crbug.com/395066). */
function plain(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/**
 * A page's own document: the first entry of its `pageref` that looks like one. Its address is the page's, since titles are free text
 * outside Chrome.
 */
function documentsOf(entries: readonly HarEntry[]): Map<string, HarEntry> {
  const documents = new Map<string, HarEntry>();
  for (const entry of entries) {
    if (entry.pageref === null || !isDocument(entry)) continue;
    const known = documents.get(entry.pageref);
    if (!known || isRedirect(known)) documents.set(entry.pageref, entry);
  }
  return documents;
}

function isDocument(entry: HarEntry): boolean {
  if (entry.resourceType !== undefined) return entry.resourceType === 'document';
  return isRedirect(entry) || /^text\/html|^application\/xhtml/.test(entry.mimeType);
}

function isRedirect(entry: HarEntry): boolean {
  return entry.status >= 300 && entry.status < 400 && entry.redirectUrl !== '';
}

function pageSignals(pages: readonly HarPage[], entries: readonly HarEntry[]): PageSignal[] {
  const documents = documentsOf(entries);
  const listed = pages.map((page): PageSignal => {
    const document = documents.get(page.id);
    const url = document?.url ?? (/^https?:\/\//.test(page.title) ? page.title : '');
    return commit(
      page.id,
      Math.min(page.at, document?.at ?? page.at),
      url,
      /^https?:\/\//.test(page.title) ? undefined : page.title,
    );
  });
  const known = new Set(pages.map((page) => page.id));
  const unlisted = [...documents]
    .filter(([id]) => !known.has(id))
    .map(([id, document]) => commit(id, document.at, document.url, undefined));
  return [...listed, ...unlisted];
}

function commit(pageref: string, at: number, url: string, title: string | undefined): PageSignal {
  return {
    kind: 'page',
    id: `page:${pageref}`,
    at,
    place: placeOf(pageref, url),
    event: 'commit',
    url,
    ...(title ? { title } : {}),
  };
}

function placeOf(pageref: string | null, url: string | null): Place {
  return { tabId: null, frameId: pageref === null ? null : 0, documentId: pageref, url };
}

/** Hops share a request id: an entry that is where the redirect before it, in the same page, led to. */
function createHopCounter(): (entry: HarEntry, index: number) => { requestId: string; hop: number } {
  const expected = new Map<string, { requestId: string; hop: number }>();
  return (entry, index) => {
    const key = `${entry.pageref}\n${entry.url}`;
    const found = expected.get(key);
    if (found) expected.delete(key);
    const own = found ?? { requestId: String(index), hop: 0 };
    const next = isRedirect(entry) ? absolute(entry.redirectUrl, entry.url) : null;
    if (next !== null) expected.set(`${entry.pageref}\n${next}`, { requestId: own.requestId, hop: own.hop + 1 });
    return own;
  };
}

function absolute(url: string, base: string): string | null {
  return URL.canParse(url, base) ? new URL(url, base).href : null;
}

interface Numbered {
  index: number;
  requestId: string;
  hop: number;
}

function entrySignals(entry: HarEntry, { index, requestId, hop }: Numbered, documents: ReadonlyMap<string, HarEntry>): Signal[] {
  const document = entry.pageref === null ? undefined : documents.get(entry.pageref);
  const place = placeOf(entry.pageref, document?.url ?? entry.referrer ?? null);
  const base = { place, requestId, hop };
  const initiator = originOf(document?.url ?? entry.referrer);
  const request: RequestSignal = {
    kind: 'request',
    id: `har:${index}`,
    at: entry.at,
    ...base,
    method: entry.method,
    url: entry.url,
    type: resourceType(entry, entry === document),
    ...(initiator === undefined ? {} : { initiator }),
    ...(entry.contentType === undefined ? {} : { contentType: entry.contentType }),
    ...(entry.body ? { body: entry.body } : {}),
  };
  return [request, ...responses(entry, { index, requestId, hop, place })];
}

function responses(entry: HarEntry, { index, requestId, hop, place }: Numbered & { place: Place }): ResponseSignal[] {
  const base = { kind: 'response' as const, place, requestId, hop };
  const answeredAt = entry.at + (entry.answeredMs ?? entry.durationMs ?? 0);
  if (entry.status > 0) {
    const headers: ResponseSignal = {
      ...base,
      id: `har:${index}:headers`,
      at: answeredAt,
      phase: 'headers',
      status: entry.status,
    };
    if (!isRedirect(entry)) return [headers];
    const redirectUrl = absolute(entry.redirectUrl, entry.url) ?? entry.redirectUrl;
    return [
      headers,
      { ...base, id: `har:${index}:redirect`, at: answeredAt, phase: 'redirect', status: entry.status, redirectUrl },
    ];
  }
  // Status 0 without an error's name says only that no answer was recorded.
  if (entry.error === undefined) return [];
  return [{ ...base, id: `har:${index}:error`, at: answeredAt, phase: 'error', error: entry.error }];
}

/** Chrome's `_resourceType` (CDP's ResourceType in lower case) in `webRequest`'s words. */
const types: Record<string, ResourceType> = {
  document: 'main_frame',
  script: 'script',
  image: 'image',
  stylesheet: 'stylesheet',
  font: 'font',
  media: 'media',
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  ping: 'ping',
  websocket: 'websocket',
  cspviolationreport: 'csp_report',
};

function resourceType(entry: HarEntry, ownDocument: boolean): ResourceType {
  if (entry.resourceType === 'document') return ownDocument || isRedirect(entry) ? 'main_frame' : 'sub_frame';
  if (entry.resourceType !== undefined) return types[entry.resourceType] ?? 'other';
  if (ownDocument) return 'main_frame';
  if (entry.mimeType.startsWith('image/')) return 'image';
  if (/javascript/.test(entry.mimeType)) return 'script';
  return 'other';
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

function headerOf(request: Record<string, unknown>, name: string): string | undefined {
  if (!Array.isArray(request.headers)) return undefined;
  const header = request.headers.find((one) => isRecord(one) && String(one.name).toLowerCase() === name);
  return isRecord(header) ? textIn(header, 'value') : undefined;
}

function textIn(record: Record<string, unknown>, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function timeOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
