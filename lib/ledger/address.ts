/** Address without the fragment. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}

/** Address without query and fragment, a trailing slash left out: what makes it one page. */
export function addressOf(url: string): string {
  const end = url.search(/[?#]/);
  const bare = end === -1 ? url : url.slice(0, end);
  return bare.length > 1 && bare.endsWith('/') ? bare.slice(0, -1) : bare;
}

/** Host name, "" for an address without one. */
export function hostOf(url: string | null | undefined): string {
  return url && URL.canParse(url) ? new URL(url).hostname : '';
}

/** Labels under which countries sell names, as in `co.uk` and `com.au`. */
const secondLevels = new Set([
  'co',
  'com',
  'org',
  'net',
  'gov',
  'ac',
  'edu',
  'gob',
  'or',
  'ne',
  'go',
  'gv',
  'nom',
  'ltd',
  'plc',
  'me',
]);

/**
 * The site a host belongs to: its last two labels, three below a country's `co.` or `com.`. Without the Public Suffix List
 * (https://publicsuffix.org) two customers of one hoster may count as one site, which only ever makes a verdict softer.
 */
export function siteOf(url: string | null | undefined): string {
  const host = hostOf(url);
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const take = last.length === 2 && secondLevels.has(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-take).join('.');
}

/** True for a fragment that a router reads as a path: `#/danke`, `#!/danke`. */
export function isHashRoute(url: string): boolean {
  const hash = url.indexOf('#');
  return hash !== -1 && /^#!?\//.test(url.slice(hash));
}

/** A blank or new tab, settings, a page of an extension: no page of a site. */
export function isBrowsersOwn(url: string): boolean {
  return /^(?:about|chrome|edge|brave|devtools|chrome-extension|moz-extension):/.test(url);
}
