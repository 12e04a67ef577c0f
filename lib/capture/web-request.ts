import type { Place, RequestBody, RequestSignal, ResourceType, ResponseSignal } from '../model';

/**
 * The part of Chromium's `webRequest` details that is read. Limits of the platform: a Blob or a stream as body arrives as an error
 * without bytes (https://crbug.com/41318947); workers that serve no single tab have tab and frame -1; a main frame's request has no
 * document id yet (https://developer.chrome.com/docs/extensions/reference/api/webRequest).
 */
export interface WebRequestDetails {
  requestId: string;
  url: string;
  method: string;
  type: string;
  tabId: number;
  frameId: number;
  parentFrameId?: number;
  documentId?: string;
  parentDocumentId?: string;
  documentLifecycle?: string;
  /** Firefox only: address of the document that asked. */
  documentUrl?: string;
  initiator?: string;
  /** Epoch milliseconds. */
  timeStamp: number;
  requestBody?: WebRequestBody | null;
  statusCode?: number;
  redirectUrl?: string;
  error?: string;
}

export interface WebRequestBody {
  error?: string;
  formData?: Record<string, unknown[]>;
  raw?: { bytes?: ArrayBuffer; file?: string }[];
}

/** Turns the events of one capture session into signals. Remembers nothing but the hop each request under way is at. */
export interface RequestMapper {
  /** `onBeforeRequest`. */
  request(details: WebRequestDetails): RequestSignal;
  /** `onBeforeRedirect`, `onResponseStarted`, `onCompleted`, `onErrorOccurred`. */
  response(details: WebRequestDetails, phase: ResponseSignal['phase']): ResponseSignal;
}

/** `captureSession` makes keys unique where the browser's own request ids begin anew. */
export function createRequestMapper(captureSession: string): RequestMapper {
  /** Hop of each request under way; only those beyond the first are kept. */
  const hops = new Map<string, number>();
  return {
    request(details) {
      const hop = hops.get(details.requestId) ?? 0;
      const body = bodyOf(details.requestBody);
      return {
        kind: 'request',
        id: `${captureSession}:${details.requestId}:${hop}`,
        at: details.timeStamp,
        place: placeOf(details),
        requestId: `${captureSession}:${details.requestId}`,
        hop,
        method: details.method,
        url: details.url,
        type: resourceType(details.type),
        ...(details.initiator === undefined ? {} : { initiator: details.initiator }),
        ...(body ? { body } : {}),
      };
    },
    response(details, phase) {
      const hop = hops.get(details.requestId) ?? 0;
      if (phase === 'redirect') hops.set(details.requestId, hop + 1);
      else if (phase !== 'headers') hops.delete(details.requestId);
      return {
        kind: 'response',
        id: `${captureSession}:${details.requestId}:${hop}:${phase}`,
        at: details.timeStamp,
        place: placeOf(details),
        requestId: `${captureSession}:${details.requestId}`,
        hop,
        phase,
        ...(details.statusCode === undefined ? {} : { status: details.statusCode }),
        ...(details.redirectUrl === undefined ? {} : { redirectUrl: details.redirectUrl }),
        ...(details.error === undefined ? {} : { error: details.error }),
      };
    },
  };
}

/** Where the browser says that something happened; -1 is its word for "no tab" and "no frame". */
export function placeOf(
  details: Pick<WebRequestDetails, 'tabId' | 'frameId' | 'documentId' | 'parentDocumentId' | 'documentLifecycle' | 'documentUrl'>,
): Place {
  return {
    tabId: details.tabId < 0 ? null : details.tabId,
    frameId: details.frameId < 0 ? null : details.frameId,
    documentId: details.documentId ?? null,
    ...(details.parentDocumentId === undefined ? {} : { parentDocumentId: details.parentDocumentId }),
    url: details.documentUrl ?? null,
    ...(isLifecycle(details.documentLifecycle) ? { lifecycle: details.documentLifecycle } : {}),
  };
}

function isLifecycle(word: string | undefined): word is NonNullable<Place['lifecycle']> {
  return word === 'active' || word === 'cached' || word === 'prerender' || word === 'pending_deletion';
}

const resourceTypes = new Set<string>([
  'main_frame',
  'sub_frame',
  'script',
  'image',
  'xmlhttprequest',
  'ping',
  'beacon',
  'stylesheet',
  'font',
  'media',
  'object',
  'websocket',
  'csp_report',
]);

function resourceType(word: string): ResourceType {
  if (word === 'imageset') return 'image';
  return resourceTypes.has(word) ? (word as ResourceType) : 'other';
}

/** `undefined` when there was no body. */
export function bodyOf(body: WebRequestBody | null | undefined): RequestBody | undefined {
  if (!body) return undefined;
  if (body.formData) return { form: 'fields', fields: fieldsOf(body.formData) };
  const raw = body.raw ?? [];
  if (raw.length === 0)
    return body.error === undefined
      ? undefined
      : { form: 'unread', why: 'a Blob or a stream, which the browser does not hand over' };
  const chunks = raw.flatMap((part) => (part.bytes ? [new Uint8Array(part.bytes)] : []));
  if (chunks.length === 0) return { form: 'unread', why: 'a file, which the browser does not hand over' };
  return textOrBytes(joined(chunks));
}

function fieldsOf(formData: Record<string, unknown[]>): [string, string][] {
  return Object.entries(formData).flatMap(([name, values]) => values.map((value): [string, string] => [name, fieldText(value)]));
}

/** Chromium gives a field that is no UTF-8 as bytes. */
function fieldText(value: unknown): string {
  if (value instanceof ArrayBuffer) return new TextDecoder().decode(new Uint8Array(value));
  return String(value);
}

/** Text when the bytes are UTF-8 without a NUL, else base64. */
export function textOrBytes(bytes: Uint8Array): RequestBody {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { form: 'text', text };
  } catch {
    // Not UTF-8: kept as bytes below.
  }
  return { form: 'bytes', base64: base64(bytes) };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function base64(bytes: Uint8Array): string {
  const step = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(binary);
}
