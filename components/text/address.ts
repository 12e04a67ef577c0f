import { visible } from './visible';

/** Host and path of an address, for rows; the address itself where it is none. */
export function parts(url: string): { host: string; path: string } {
  try {
    const { host, pathname, protocol } = new URL(url);
    return host ? { host, path: pathname } : { host: protocol, path: pathname };
  } catch {
    return { host: '', path: url };
  }
}

/** Path as a reader knows it: percent-encoded letters decoded, unseen characters escaped. */
export function pathOf(url: string): string {
  const { path } = parts(url);
  try {
    return visible(decodeURIComponent(path));
  } catch {
    return visible(path);
  }
}

/** Host as the browser wrote it. */
export function hostOf(url: string): string {
  return visible(parts(url).host);
}
