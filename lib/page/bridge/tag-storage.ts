import type { PageReport } from '../../model';

/** Names that libraries of tags give their cookies and storage keys. Which vendor's they are, and what that means, is decided elsewhere. */
const ofTags =
  /^(_fb[pc]|_ga|_gid|_ga_.+|_gcl_.+|_ttp|_tt_.+|_uet[sv]id|_pin_unauth|_(derived_)?epik|_scid|_sctr|_rdt_uuid|_twclid|li_fat_id|li_giant|_cl[cs]k|_hj.+|cto_.+|_pk_.+|ajs_.+|_ym_.+)$/;
const mostOften = 500;
const mostNames = 200;

/**
 * Reports the names of tags' cookies and storage keys that were not there at the look before, never a value. Those found at the first look
 * are from before this document. Cookies are told at once where the browser tells of them (`cookieStore`,
 * https://cookiestore.spec.whatwg.org/), else at the next look; `sinceAt` says since when each may have been there. Returns how to look.
 */
export function watchTagStorage(report: (report: PageReport) => void, now: () => number): (isLast?: boolean) => void {
  const known = new Set<string>();
  let lookedAt: number | undefined;

  function look(): void {
    const at = now();
    for (const store of ['cookie', 'localStorage'] as const) {
      for (const name of namesIn(store)) {
        if (known.has(store + name) || known.size >= mostNames) continue;
        known.add(store + name);
        if (lookedAt !== undefined) report({ kind: 'storage', at, store, name, sinceAt: lookedAt });
      }
    }
    lookedAt = at;
  }

  look();
  const { cookieStore } = window as unknown as { cookieStore?: EventTarget };
  cookieStore?.addEventListener('change', look);
  for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, look);
  return (isLast) => {
    if (isLast || now() - (lookedAt ?? 0) > mostOften) look();
  };
}

/** Storage is closed to frames without an origin of their own. */
function namesIn(store: 'cookie' | 'localStorage'): string[] {
  try {
    const names = store === 'cookie' ? document.cookie.split(/=[^;]*(?:; )?/) : Object.keys(localStorage);
    return names.filter((name) => name.length < 100 && ofTags.test(name));
  } catch {
    return [];
  }
}
