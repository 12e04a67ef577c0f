import type { PageReport } from '../../model';

/** Names that libraries of tags give their cookies and storage keys. Which vendor's they are, and what that means, is decided elsewhere. */
const ofTags = /^(_fb[pc]|_ga(_.+)?|_gcl_.+|_ttp|_tt_.+|li_fat_id|li_giant)$/;
const mostOften = 500;
const mostNames = 200;

/**
 * Reports the names of tags' cookies and storage keys that were not there at the look before, never a value. Those found at the first look
 * are from before this document. Cookies are told at once where the browser tells of them (`cookieStore`,
 * https://cookiestore.spec.whatwg.org/), else at the next look; `sinceAt` says since when each may have been there. `looked` is called at each look. Returns how to look.
 */
export function watchTagStorage(
  report: (report: PageReport) => void,
  now: () => number,
  looked: () => void = () => {},
): (isLast?: boolean) => void {
  const known = new Set<string>();
  let lookedAt: number | undefined;
  let due: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(due);
    due = undefined;
    const at = now();
    try {
      take('cookie', document.cookie.split(/=[^;]*(?:; )?/), at);
      take('localStorage', Object.keys(localStorage), at);
    } catch {
      // Storage is closed to frames without an origin of their own.
    }
    lookedAt = at;
    looked();
  }

  function take(store: 'cookie' | 'localStorage', names: string[], at: number): void {
    for (const name of names) {
      if (name.length > 99 || !ofTags.test(name) || known.has(store + name) || known.size >= mostNames) continue;
      known.add(store + name);
      if (lookedAt !== undefined) report({ kind: 'storage', at, store, name, sinceAt: lookedAt });
    }
  }

  look();
  const { cookieStore } = window as unknown as { cookieStore?: EventTarget };
  cookieStore?.addEventListener('change', look);
  for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, look);
  return (isLast) => {
    const wait = mostOften - (now() - (lookedAt ?? 0));
    if (isLast || wait < 0) look();
    else due ??= setTimeout(look, wait);
  };
}
