import type { Json } from '../model';
import { looksLikeEmail, looksLikeHash, looksLikePhone, replacePersonal } from './personal-shapes';
import { type KeyKind, keyKind } from './private-keys';
import { mapQuery, mapUrl } from './redact-url';
import { createSecretWords } from './secret-words';
import { createTokens, isToken, type TokenKind } from './tokens';

/** Replaces what a shared report must not show, value by value. */
export interface Redactor {
  /** One parameter's value, judged by its name and shape. */
  value(key: string, value: string): string;
  /** A text that is the site's or the visitor's: replaced as a whole. */
  freeText(text: string): string;
  /** A sentence of ours with words of the site in it: what was replaced elsewhere is replaced here, the rest stays. */
  prose(text: string): string;
  /** As `prose`, for a call in words: each quoted string that was replaced elsewhere is replaced here. */
  call(words: string): string;
  url(url: string): string;
  json(key: string, value: Json): Json;
  /** A request's body as text: JSON, parameters, lines of parameters, or parts. */
  body(text: string): string;
}

const deepest = 60;

/**
 * `kept`: accounts, event names, ids and the like, which stay wherever they stand unless the name of the parameter forbids it.
 * `taken`: text in which tokens of an earlier redaction may stand.
 */
export function createRedactor(kept: ReadonlySet<string>, taken: string): Redactor {
  const secrets = createSecretWords();
  const tokens = createTokens(taken, secrets.add);
  const personal = (text: string): string => replacePersonal(text, (kind, found) => tokens.of(kind, found));

  function value(key: string, text: string, depth = 0): string {
    if (text === '' || isToken(text)) return text;
    const kind = keyKind(key);
    if (kind === 'contact' || kind === 'person' || kind === 'click')
      return isState(text) ? text : tokens.of(tokenKind(kind, text), text);
    if (kept.has(text)) return personal(text);
    if (kind === 'protocol' && /^[\w./:;~,-]{1,4000}$/.test(text)) return personal(text);
    if (isPlain(text)) return text;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return url(text);
    if (/^[[{]/.test(text)) return structured(key, text, depth) ?? tokens.of('text', text);
    return tokens.of(tokenKind('other', text), text);
  }

  function structured(key: string, text: string, depth: number): string | null {
    const parsed = parseJson(text);
    return parsed === undefined ? null : JSON.stringify(json(key, parsed, depth + 1));
  }

  function json(key: string, given: Json, depth = 0): Json {
    if (typeof given === 'string') return value(key, given, depth);
    if (typeof given === 'number') return number(key, given);
    if (given === null || typeof given === 'boolean') return given;
    if (depth > deepest) return tokens.of('text', 'too deep');
    if (Array.isArray(given)) return given.map((item) => json(key, item, depth + 1));
    return Object.fromEntries(Object.entries(given).map(([name, item]) => [personal(name), json(name, item, depth + 1)]));
  }

  function number(key: string, given: number): Json {
    const replaced = value(key, String(given));
    return replaced === String(given) ? given : replaced;
  }

  function url(text: string): string {
    return mapUrl(text, { value, path: personal });
  }

  function body(text: string): string {
    const trimmed = text.trim();
    if (/^[[{]/.test(trimmed)) return structured('', trimmed, 0) ?? lines(trimmed);
    if (trimmed.startsWith('--')) return parts(text);
    return lines(text);
  }

  function lines(text: string): string {
    return text
      .split('\n')
      .map((line) => {
        const bare = line.replace(/\r$/, '');
        const end = line.slice(bare.length);
        if (/^[[{]/.test(bare)) return (structured('', bare, 0) ?? tokens.of('text', bare)) + end;
        return (/^[^\s=&]{1,200}=/.test(bare) ? mapQuery(bare, { value, path: personal }) : value('', bare)) + end;
      })
      .join('\n');
  }

  /** Multipart: the text between a part's head and the next boundary is a value; its head names it. */
  function parts(text: string): string {
    const boundary = text.slice(0, text.indexOf('\n')).trim();
    const pieces = text.split(boundary);
    return pieces
      .map((piece) => {
        const split = /^([\s\S]*?\r?\n\r?\n)([\s\S]*?)(\r?\n)?$/.exec(piece);
        const name = /name="([^"]*)"/.exec(split?.[1] ?? '')?.[1];
        if (!split || name === undefined) return personal(piece);
        return `${personal(split[1] ?? '')}${value(name, split[2] ?? '')}${split[3] ?? ''}`;
      })
      .join(boundary);
  }

  function prose(text: string): string {
    const withUrls = text
      .replace(/[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>“”‘’]+/gi, url)
      .replace(/(?<=^|[\s("“])\/[^\s?#"'“”]*[?#][^\s"'“”]+/g, (path) => mapUrl(path, { value, path: personal }));
    return personal(secrets.replaceIn(withUrls));
  }

  return {
    value: (key, text) => value(key, text),
    freeText: (text) => (text === '' || isToken(text) ? text : tokens.of('text', text)),
    prose,
    call: (words) =>
      prose(
        words.replace(/(['"])(.*?)\1/g, (quoted, mark: string, inner: string) => {
          const token = tokens.get(inner);
          return token === undefined ? quoted : `${mark}${token}${mark}`;
        }),
      ),
    url,
    json: (key, given) => json(key, given),
    body,
  };
}

/** Empty words that a field for a person may hold and that say nothing: whether, not who. */
function isState(text: string): boolean {
  return /^(?:true|false|0|1|null|undefined)$/.test(text);
}

/** Short numbers and switches. Longer ones may be telephone, customer or card numbers. */
function isPlain(text: string): boolean {
  return /^(?:true|false|null|undefined|-?\d{1,6}(?:[.,]\d{1,6})?)$/.test(text);
}

function tokenKind(key: KeyKind, text: string): TokenKind {
  if (key === 'click') return 'click';
  if (looksLikeHash(text)) return 'hash';
  if (looksLikeEmail(text)) return 'email';
  if (looksLikePhone(text)) return 'phone';
  if (key === 'person') return 'id';
  return /^[\d\s.,-]+$/.test(text) ? 'number' : 'text';
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
