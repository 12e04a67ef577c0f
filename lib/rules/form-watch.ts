import type { Page } from '../model';
import { addTo } from './add-to';
import type { RuleContext } from './kit';

/**
 * Whether forms on a page would have been seen: a sensor in its document said anything at all. A HAR has no sensor, and
 * "no form" there means that nobody looked.
 */
export function createFormWatch(context: RuleContext): (page: Page) => boolean {
  const documents = new Set<string>();
  const tabs = new Map<number | null, number[]>();
  for (const signal of context.signals) {
    if (signal.kind === 'request' || signal.kind === 'response' || signal.kind === 'gap') continue;
    const fromPage = signal.kind !== 'page' || signal.sequence !== undefined;
    if (!fromPage) continue;
    const { documentId, tabId } = signal.place;
    if (documentId !== null) documents.add(documentId);
    else addTo(tabs, tabId, signal.at);
  }
  return (page) => {
    if (page.documentId !== null && documents.has(page.documentId)) return true;
    const until = page.endedAt ?? Number.POSITIVE_INFINITY;
    return (tabs.get(page.tabId) ?? []).some((at) => at >= page.at && at <= until);
  };
}
