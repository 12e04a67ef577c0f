import type { PageSignal } from '../model';
import { placeOf } from './web-request';

/** The part of `webNavigation` details that is read (https://developer.chrome.com/docs/extensions/reference/api/webNavigation). */
export interface NavigationDetails {
  tabId: number;
  frameId: number;
  documentId?: string;
  parentDocumentId?: string;
  documentLifecycle?: string;
  url: string;
  timeStamp: number;
  transitionType?: string;
  transitionQualifiers?: readonly string[];
}

/**
 * `onCommitted` → `commit`. The same document can commit twice: a prerendered page when it is shown, and one that comes back from the
 * back/forward cache; the ledger tells these apart, since it has seen the first commit. `opened`: another page opened this tab.
 */
export function committed(captureSession: string, details: NavigationDetails, opened = false): PageSignal {
  return {
    ...pageSignal(captureSession, details, 'commit'),
    ...(details.transitionType === undefined ? {} : { transition: details.transitionType }),
    ...(details.transitionQualifiers === undefined ? {} : { qualifiers: [...details.transitionQualifiers] }),
    ...(opened ? { opened } : {}),
  };
}

/** `onHistoryStateUpdated` → `route`. Whether it was a push or a replace only the page's own sensor knows. */
export function historyChanged(captureSession: string, details: NavigationDetails): PageSignal {
  const traversed = details.transitionQualifiers?.includes('forward_back') ?? false;
  return { ...pageSignal(captureSession, details, 'route'), ...(traversed ? { route: 'traverse' as const } : {}) };
}

/** `onReferenceFragmentUpdated` → `route` by fragment. */
export function fragmentChanged(captureSession: string, details: NavigationDetails): PageSignal {
  return { ...pageSignal(captureSession, details, 'route'), route: 'fragment' };
}

function pageSignal(captureSession: string, details: NavigationDetails, event: PageSignal['event']): PageSignal {
  const document = details.documentId ?? `${details.tabId}.${details.frameId}`;
  return {
    kind: 'page',
    id: `${captureSession}:nav:${document}:${event}:${details.timeStamp}`,
    at: details.timeStamp,
    place: { ...placeOf(details), url: details.url },
    event,
    url: details.url,
  };
}
