interface UrlParts {
  value(key: string, value: string): string;
  path(text: string): string;
}

/**
 * Rewrites an address: scheme, host and path stay (shapes of personal data apart), each parameter's value is judged. What does not
 * change keeps its very spelling. Parameters in the path (`;u1=…`) and in the fragment are parameters too; a user name before the host goes.
 */
export function mapUrl(url: string, parts: UrlParts): string {
  const match = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(url);
  if (!match) return parts.path(url);
  const [, head = '', query = '', fragment = ''] = match;
  return mapHead(head, parts) + (query ? `?${mapQuery(query.slice(1), parts)}` : '') + mapFragment(fragment, parts);
}

/** Rewrites `a=1&b=2`. */
export function mapQuery(query: string, { value, path }: UrlParts, separator = '&'): string {
  return query
    .split(separator)
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals === -1) return path(pair);
      const key = pair.slice(0, equals);
      const raw = pair.slice(equals + 1);
      const plain = decode(raw);
      const replaced = value(decode(key), plain);
      return `${path(key)}=${replaced === plain ? raw : encodeURIComponent(replaced)}`;
    })
    .join(separator);
}

function mapHead(head: string, parts: UrlParts): string {
  const [start = '', ...matrix] = head.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1').split(';');
  const path = parts.path(start);
  return matrix.length === 0 ? path : `${path};${mapQuery(matrix.join(';'), parts, ';')}`;
}

function mapFragment(fragment: string, parts: UrlParts): string {
  if (!fragment.includes('=')) return parts.path(fragment);
  const start = /^#[^?=&]*\?/.exec(fragment)?.[0] ?? '#';
  return parts.path(start) + mapQuery(fragment.slice(start.length), parts);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
