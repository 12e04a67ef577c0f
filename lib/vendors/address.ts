/** An address cut by hand: the parts a decoder needs, at a fraction of what `new URL` costs. Nothing is decoded yet. */
export interface Address {
  /** Lower case, without port. */
  host: string;
  /** Begins with a slash. */
  path: string;
  /** Without the question mark; empty when there is none. */
  query: string;
}

/** `null` for what is no http(s) or ws(s) address. */
export function cutAddress(url: string): Address | null {
  const start = hostStart(url);
  if (start < 0) return null;
  const end = hostEnd(url, start);
  const host = hostOf(url, start, end);
  if (host === '') return null;
  const fragment = url.indexOf('#', end);
  const stop = fragment < 0 ? url.length : fragment;
  const mark = url.indexOf('?', end);
  const pathEnd = mark < 0 || mark > stop ? stop : mark;
  return {
    host,
    path: end === pathEnd ? '/' : url.slice(end, pathEnd),
    query: pathEnd < stop ? url.slice(pathEnd + 1, stop) : '',
  };
}

/** The host alone, lower case, without port and credentials; empty when there is none. */
export function hostIn(url: string): string {
  const start = hostStart(url);
  return start < 0 ? '' : hostOf(url, start, hostEnd(url, start));
}

/**
 * Registrable domain, as far as it can be told without the public suffix list: the last two labels, or three where the second-level label is
 * one that registries sell under (`co.uk`, `com.au`). Enough to see whether two hosts are one site's; wrong for rare private suffixes.
 */
export function siteOf(host: string): string {
  const labels = host.split('.');
  if (labels.length <= 2 || /^[\d.]+$|:/.test(host)) return host;
  const second = labels.at(-2) ?? '';
  const top = labels.at(-1) ?? '';
  const take = top.length === 2 && secondLevels.has(second) ? 3 : 2;
  return labels.slice(-take).join('.');
}

const secondLevels = new Set([
  'co',
  'com',
  'net',
  'org',
  'gov',
  'edu',
  'ac',
  'or',
  'ne',
  'go',
  'gob',
  'gouv',
  'ltd',
  'plc',
  'me',
  'id',
  'in',
]);

function hostStart(url: string): number {
  const colon = url.indexOf(':');
  if (colon < 2 || colon > 5 || url.charCodeAt(colon + 1) !== 47 || url.charCodeAt(colon + 2) !== 47) return -1;
  const scheme = url.slice(0, colon).toLowerCase();
  return scheme === 'https' || scheme === 'http' || scheme === 'wss' || scheme === 'ws' ? colon + 3 : -1;
}

function hostEnd(url: string, start: number): number {
  for (let at = start; at < url.length; at += 1) {
    const code = url.charCodeAt(at);
    if (code === 47 || code === 63 || code === 35 || code === 92) return at;
  }
  return url.length;
}

function hostOf(url: string, start: number, end: number): string {
  let host = url.slice(start, end);
  const at = host.lastIndexOf('@');
  if (at >= 0) host = host.slice(at + 1);
  const port = host.lastIndexOf(':');
  if (port >= 0 && !host.endsWith(']')) host = host.slice(0, port);
  return host.endsWith('.') ? host.slice(0, -1).toLowerCase() : host.toLowerCase();
}
