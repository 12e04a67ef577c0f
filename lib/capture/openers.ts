import type { NavigationDetails } from './navigation';

/** Remembers which tabs another page opened (a link with a target, `window.open`), until the first page in them begins. */
export interface Openers {
  /** `onCreatedNavigationTarget`. */
  created(details: { tabId: number }): void;
  /** True for the first page at the top of a tab that another page opened; the blank page it may begin with is none. */
  takes(details: Pick<NavigationDetails, 'tabId' | 'frameId' | 'url'>): boolean;
}

export function createOpeners(): Openers {
  const opened = new Set<number>();
  return {
    created: ({ tabId }) => void opened.add(tabId),
    takes: ({ tabId, frameId, url }) => frameId === 0 && url !== 'about:blank' && opened.delete(tabId),
  };
}
