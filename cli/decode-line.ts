import type { Decoded, DecodeRequest } from '../lib/model';
import { decode } from '../lib/vendors';

/** The answer to one line: what the request says, or one sentence why the line is no request. */
export type LineAnswer = Omit<Decoded, 'role' | 'foldKey'> | Pick<Decoded, 'id' | 'kind' | 'vendor' | 'error'>;

/** Reads one line of NDJSON, by the known vendors unless told. `null` for a blank line, which is no request and no fault. Never throws. */
export function decodeLine(line: string, read: (request: DecodeRequest) => Decoded = decode): LineAnswer | null {
  if (line.trim() === '') return null;
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fault('This line is no JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fault('This line is no JSON object.');
  const fields = json as Record<string, unknown>;
  const id = typeof fields.id === 'string' || typeof fields.id === 'number' ? String(fields.id) : undefined;
  const problem = problemWith(fields);
  if (problem) return fault(problem, id);
  const {
    role: _role,
    foldKey: _key,
    ...answer
  } = read({ ...(fields as unknown as DecodeRequest), method: methodOf(fields), ...(id === undefined ? {} : { id }) });
  return answer;
}

const texts = ['method', 'contentType', 'body', 'bodyBase64', 'resourceType', 'initiatorPage'] as const;

function problemWith(fields: Record<string, unknown>): string | null {
  if (typeof fields.url !== 'string' || fields.url === '') return 'This request has no "url".';
  if (!URL.canParse(fields.url)) return 'The "url" of this request is no address.';
  const wrong = texts.find((name) => fields[name] !== undefined && fields[name] !== null && typeof fields[name] !== 'string');
  if (wrong) return `The "${wrong}" of this request is no text.`;
  return null;
}

function methodOf(fields: Record<string, unknown>): string {
  return typeof fields.method === 'string' && fields.method !== '' ? fields.method.toUpperCase() : 'GET';
}

function fault(error: string, id?: string): LineAnswer {
  return { ...(id === undefined ? {} : { id }), kind: 'none', vendor: null, error };
}
