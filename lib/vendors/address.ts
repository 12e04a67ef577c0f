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
  const host = hostIn(url);
  if (host === '') return null;
  const end = hostEnd(url, hostStart(url));
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
  if (start < 0) return '';
  let isPlain = true;
  let at = start;
  for (; at < url.length; at += 1) {
    const code = url.charCodeAt(at);
    if (code >= 97 && code <= 122) continue;
    if (isEnd(code)) break;
    if (code === colon || code === 64 || (code >= 65 && code <= 90)) isPlain = false;
  }
  const host = url.slice(start, at);
  if (!isPlain) return carefully(host);
  return host.charCodeAt(host.length - 1) === 46 ? host.slice(0, -1) : host;
}

const slash = 47;
const colon = 58;

/** Where the host begins: after `http://`, `https://`, `ws://` or `wss://` in letters of any case; -1 for every other scheme. */
function hostStart(url: string): number {
  const first = url.charCodeAt(0) | 32;
  let at = 0;
  if (first === 104 && isLetters(url, 'http')) at = 4;
  else if (first === 119 && isLetters(url, 'ws')) at = 2;
  else return -1;
  if ((url.charCodeAt(at) | 32) === 115) at += 1;
  if (url.charCodeAt(at) !== colon || url.charCodeAt(at + 1) !== slash || url.charCodeAt(at + 2) !== slash) return -1;
  return at + 3;
}

function isLetters(url: string, lower: string): boolean {
  for (let n = 0; n < lower.length; n += 1) if ((url.charCodeAt(n) | 32) !== lower.charCodeAt(n)) return false;
  return true;
}

/** At the first of `/`, `?`, `#` and `\\`. */
function hostEnd(url: string, start: number): number {
  let at = start;
  while (at < url.length && !isEnd(url.charCodeAt(at))) at += 1;
  return at;
}

function isEnd(code: number): boolean {
  return code === slash || code === 63 || code === 35 || code === 92;
}

/** Port, credentials, capitals: rare. */
function carefully(raw: string): string {
  const at = raw.lastIndexOf('@');
  let host = at < 0 ? raw : raw.slice(at + 1);
  const port = host.lastIndexOf(':');
  if (port >= 0 && !host.endsWith(']')) host = host.slice(0, port);
  return (host.endsWith('.') ? host.slice(0, -1) : host).toLowerCase();
}

/**
 * Registrable domain, as far as it can be told without the public suffix list: the last two labels, or three where the country's registry
 * sells below a second label (`co.uk`, `com.au`, `or.jp`). Enough to see whether two hosts are one site's. It is wrong for rare registries
 * and for hosting suffixes such as `github.io`, below which everybody's pages look like one site.
 */
export function siteOf(host: string): string {
  const last = host.lastIndexOf('.');
  const second = host.lastIndexOf('.', last - 1);
  // Two labels, one, or an address in numbers.
  if (last <= 0 || second < 0 || !isLetter(host.charCodeAt(host.length - 1))) return host;
  const isSold =
    host.length - last === 3 && (commonSeconds.has(host.slice(second + 1, last)) || countrySeconds.has(host.slice(second + 1)));
  return host.slice((isSold ? host.lastIndexOf('.', second - 1) : second) + 1);
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Second labels that registries of many countries sell under (https://publicsuffix.org/list/). */
const commonSeconds = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac']);

/** Those of single countries, from the same list. */
const countrySeconds = new Set(
  (
    'me.uk ltd.uk plc.uk sch.uk nhs.uk police.uk id.au asn.au or.at gv.at or.jp ne.jp go.jp gr.jp ad.jp lg.jp ed.jp or.kr ne.kr go.kr ' +
    're.kr pe.kr nom.br adv.br art.br blog.br eco.br ind.br gen.tr web.tr av.tr dr.tr bel.tr k12.tr or.id web.id my.id biz.id sch.id go.id ' +
    'web.za firm.in gen.in ind.in nic.in res.in idv.tw or.th in.th go.th gob.mx gob.ar gob.es nom.es gouv.fr asso.fr nom.fr com.fr ' +
    'waw.pl info.pl biz.pl kiev.ua in.ua msk.ru spb.ru geek.nz gen.nz kiwi.nz maori.nz school.nz iwi.nz govt.nz health.nz mil.nz'
  ).split(' '),
);
