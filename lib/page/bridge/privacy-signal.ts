import type { PageReport } from '../../model';

/**
 * Reports whether the browser says Global Privacy Control: at the document's start, and when a later look finds it changed
 * (https://w3c.github.io/gpc/#javascript-property-to-detect-preference). A browser that does not know it says nothing to the site: off.
 * Of the top document only, since it is one for the whole browser. Returns how to look again.
 */
export function watchPrivacySignal(report: (report: PageReport) => void, now: () => number): () => void {
  let said: boolean | undefined;
  function look(): void {
    const on = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
    if (on === said || window !== top) return;
    said = on;
    report({ kind: 'consent', at: now(), framework: 'gpc', event: 'read', data: on });
  }
  look();
  return look;
}
