import { gunzipSync } from 'fflate';
import type { DecodeRequest } from '../model';
import type { Field } from './sent';

/** A request's body, opened as far as it can be. Its declared type is not trusted: the bytes decide. */
export type Body =
  | { kind: 'none' }
  /** `a=1&b=2` */
  | { kind: 'form'; text: string }
  | { kind: 'fields'; fields: Field[]; encoding: 'form' | 'multipart' }
  | { kind: 'json'; json: unknown }
  | { kind: 'text'; text: string }
  /** Could not be read; `why` is a sentence part. */
  | { kind: 'unread'; why: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Most bytes a packed body may unfold to. */
const mostUnpacked = 8 * 1024 * 1024;

export function openBody(request: DecodeRequest): Body {
  if (request.bodyUnread !== undefined) return { kind: 'unread', why: request.bodyUnread };
  const declared = request.contentType ?? '';
  if (request.bodyFields) {
    const encoding = /^multipart\//i.test(declared) ? 'multipart' : 'form';
    return { kind: 'fields', fields: request.bodyFields.map(([key, value]) => ({ key, value })), encoding };
  }
  if (request.bodyBase64) return openBytes(request.bodyBase64, declared);
  return request.body ? openText(request.body, declared) : { kind: 'none' };
}

/** Text: JSON when it begins like it and parses, else a form when it looks like one, else text. */
export function openText(raw: string, contentType = ''): Body {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const start = firstLetter(text);
  if (start === '{' || start === '[') {
    const json = parseJson(text);
    if (json !== undefined) return { kind: 'json', json };
  }
  if (start === '-' || /^multipart\//i.test(contentType)) {
    const boundary = multipartBoundary(text, contentType);
    if (boundary !== null) return { kind: 'fields', fields: multipartFields(text, boundary), encoding: 'multipart' };
  }
  const line = text.replace(/[\r\n]+$/, '');
  if (!/[\r\n]/.test(line) && looksLikeForm(line, contentType)) return { kind: 'form', text: line };
  return line === '' ? { kind: 'none' } : { kind: 'text', text };
}

function firstLetter(text: string): string {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return text.charAt(at);
}

function looksLikeForm(line: string, contentType: string): boolean {
  return (
    /^&*[^=&\s{[<"][^=&\s{<"]{0,199}=/.test(line) ||
    (/^application\/x-www-form-urlencoded/i.test(contentType) && line.includes('='))
  );
}

/** Bytes given as base64: gzip is unpacked, the rest must be UTF-8. */
export function openBytes(base64: string, contentType?: string): Body {
  const bytes = bytesOf(base64);
  if (!bytes) return { kind: 'unread', why: 'base64 that cannot be decoded' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = gunzip(bytes);
    if (!unpacked) return { kind: 'unread', why: 'gzip that cannot be unpacked' };
    return bytesToBody(unpacked, contentType);
  }
  return bytesToBody(bytes, contentType);
}

function bytesToBody(bytes: Uint8Array, contentType: string | undefined): Body {
  try {
    return openText(utf8.decode(bytes), contentType);
  } catch {
    return { kind: 'unread', why: 'binary data' };
  }
}

/** `undefined` for what is no JSON, and for nesting so deep that it is an attack. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Both alphabets, padding optional; `null` for anything else. */
export function bytesOf(base64: string): Uint8Array | null {
  const plain = /[-_\s=]/.test(base64)
    ? base64
        .replace(/-/g, '+')
        .replace(/_/g, '/')
        .replace(/[\s=]+/g, '')
    : base64;
  if (plain === '') return null;
  try {
    const binary = atob(plain);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

/** Base64 of UTF-8 text; `null` for anything else. */
export function textOfBase64(base64: string): string | null {
  const bytes = bytesOf(base64);
  if (!bytes) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** `null` when it is broken or would unfold to more than is reasonable (the last four bytes of gzip tell its length, RFC 1952). */
export function gunzip(bytes: Uint8Array): Uint8Array | null {
  const tail = bytes.length - 4;
  if (tail < 0) return null;
  const length =
    (bytes[tail] ?? 0) | ((bytes[tail + 1] ?? 0) << 8) | ((bytes[tail + 2] ?? 0) << 16) | ((bytes[tail + 3] ?? 0) << 24);
  if (length < 0 || length > mostUnpacked || length > bytes.length * 1100) return null;
  try {
    return gunzipSync(bytes, { out: new Uint8Array(length) });
  } catch {
    return null;
  }
}

function multipartBoundary(text: string, contentType: string): string | null {
  const declared = /^multipart\/form-data;.*?boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (declared) return declared;
  const seen = /^--([^\r\n]{5,80})\r?\ncontent-disposition: form-data/i.exec(text)?.[1];
  return seen ?? null;
}

function multipartFields(text: string, boundary: string): Field[] {
  return text.split(`--${boundary}`).flatMap((part) => {
    const blank = /\r?\n\r?\n/.exec(part);
    if (!blank) return [];
    const head = part.slice(0, blank.index);
    const key = /\bname="((?:[^"\\]|\\.)*)"/i.exec(head)?.[1];
    if (key === undefined) return [];
    return [{ key: unescapeName(key), value: part.slice(blank.index + blank[0].length).replace(/\r?\n$/, '') }];
  });
}

/** Browsers write quotes and line breaks of a name percent-encoded (https://html.spec.whatwg.org/#multipart-form-data). */
function unescapeName(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}
