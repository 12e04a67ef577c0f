import { createConsent } from '../consent';
import type { Signal } from '../model';

/**
 * What must outlive a clearing of the tab: how the page that is shown began and which routes it took, and what was said about consent on
 * it. Without these the next fire could not be laid to a page or judged. Nothing is needed of pages before it.
 */
export function stillNeeded(signals: readonly Signal[], tabId: number): Signal[] {
  const own = signals.filter((signal) => signal.place.tabId === tabId);
  const shown = own.findLast((signal) => signal.kind === 'page' && signal.event === 'commit' && signal.place.frameId === 0);
  if (!shown) return [];
  const documents = new Set<string>();
  if (shown.place.documentId !== null) documents.add(shown.place.documentId);
  for (const { documentId, parentDocumentId } of own.map(({ place }) => place)) {
    if (documentId !== null && parentDocumentId !== undefined && documents.has(parentDocumentId)) documents.add(documentId);
  }
  const consent = createConsent({ jurisdiction: 'auto' });
  return own.filter((signal) => {
    if (signal.id !== shown.id && !(signal.place.documentId !== null && documents.has(signal.place.documentId))) return false;
    return signal.kind === 'page' || (signal.kind !== 'request' && signal.kind !== 'response' && consent.push(signal));
  });
}
