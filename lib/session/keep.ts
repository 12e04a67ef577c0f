import type { RequestSignal, ResponseSignal, Signal } from '../model';
import type { Core } from './core';

/**
 * Decides what is kept of what the browser tells, request by request: a tag's request whole; a request that may carry a form only with
 * the names of its fields; anything else not at all. Responses are kept for kept requests,
 * and for those nobody here saw leave.
 */
export interface Keeper {
  /** The signal as it is to be kept, or `null`. */
  keep(signal: Signal): Signal | null;
}

/** Requests under way are remembered by id; a bounded number, since some never end. */
export function createKeeper(
  { isWorthKeeping, mayBeTag }: Pick<Core, 'isWorthKeeping' | 'mayBeTag'>,
  mostUnderWay = 20_000,
): Keeper {
  const kept = new Set<string>();
  const dropped = new Set<string>();

  function remember(requests: Set<string>, requestId: string): void {
    requests.add(requestId);
    if (requests.size > mostUnderWay) for (const oldest of requests) return void requests.delete(oldest);
  }

  function isTagAddress(url: unknown): boolean {
    return typeof url === 'string' && mayBeTag(url);
  }

  function keepRequest(signal: RequestSignal): RequestSignal | null {
    if (isWorthKeeping(signal)) return signal;
    if (signal.type === 'main_frame') return withoutBody(signal);
    if (/^(?:POST|PUT|PATCH)$/.test(signal.method)) return withoutBody(signal);
    if (signal.type === 'sub_frame') return withoutBody(signal);
    // A beacon of a host we do not know may be a tag we do not know: its host is counted, nothing of what it carries is kept.
    if (signal.type === 'ping' || signal.type === 'beacon') return withoutBody(signal);
    return null;
  }

  /** What left before this keeper began may have been kept by the one before it: its outcome must not be lost. */
  function keepsAnswerOf({ requestId, phase }: ResponseSignal): boolean {
    return kept.has(requestId) || (!dropped.has(requestId) && phase !== 'redirect');
  }

  return {
    keep(signal) {
      if (signal.kind === 'request') {
        const reduced = keepRequest(signal) ?? (kept.has(signal.requestId) ? withoutBody(signal) : null);
        remember(reduced ? kept : dropped, signal.requestId);
        return reduced;
      }
      if (signal.kind === 'response') {
        return keepsAnswerOf(signal) ? signal : null;
      }
      if (signal.kind === 'call' && signal.api === 'devtools') return isTagAddress(signal.args[0]) ? signal : null;
      return signal;
    },
  };
}

/** Names of the fields stay, values never. */
function withoutBody(signal: RequestSignal): RequestSignal {
  const { body, ...rest } = signal;
  if (!body) return rest;
  if (body.form === 'fields') return { ...rest, body: { form: 'names', names: [...new Set(body.fields.map(([name]) => name))] } };
  if (body.form === 'text') return { ...rest, body: { form: 'names', names: namesIn(body.text) } };
  return { ...rest, body: { form: 'names', names: [] } };
}

/** Names of top-level fields of an urlencoded, multipart or JSON body, at most fifty. */
function namesIn(text: string): string[] {
  const start = text.trimStart().charAt(0);
  if (start === '{') return jsonNames(text);
  const multipart = [...text.matchAll(/content-disposition: form-data;[^\r\n]*?\bname="([^"\r\n]*)"/gi)].map(
    (match) => match[1] ?? '',
  );
  if (multipart.length > 0) return [...new Set(multipart)].slice(0, 50);
  if (!/^[^=&\s]{1,100}=/.test(text)) return [];
  return [...new Set(new URLSearchParams(text).keys())].slice(0, 50);
}

function jsonNames(text: string): string[] {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? Object.keys(json).slice(0, 50) : [];
  } catch {
    return [];
  }
}
