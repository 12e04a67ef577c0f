import {
  committed,
  createOpeners,
  createRequestMapper,
  fragmentChanged,
  historyChanged,
  type NavigationDetails,
  type WebRequestDetails,
} from '../capture';
import type { Signal } from '../model';
import type { RequestEvent } from '../session/continuity';
import { browser } from './browser';

/**
 * Listens to requests and navigations. Call it before anything is awaited: Chromium wakes a stopped worker for an event only when the
 * listener is registered in the first turn of its script. Requests of extensions themselves are no page's.
 *
 * `captureSession` may come later than the first event: what arrives before is held and mapped then. `onRequest` is told of every event of
 * every request at once, those of extensions included.
 */
export function watchBrowser(
  captureSession: Promise<string>,
  onSignal: (signal: Signal) => void,
  onRequest: (event: RequestEvent) => void = () => {},
): void {
  const mapped = captureSession.then((session) => ({ session, requests: createRequestMapper(session) }));
  let ready: Awaited<typeof mapped> | null = null;
  let held: ((mappers: Awaited<typeof mapped>) => void)[] = [];
  mapped.then((mappers) => {
    ready = mappers;
    for (const run of held) run(mappers);
    held = [];
  });
  const withMappers = (run: (mappers: Awaited<typeof mapped>) => void) => {
    if (ready) run(ready);
    else held.push(run);
  };
  const ours = browser.runtime.getURL('').replace(/\/$/, '');
  const request =
    (run: (details: WebRequestDetails, mappers: Awaited<typeof mapped>) => Signal, starts = false) =>
    (raw: unknown) => {
      const details = raw as WebRequestDetails;
      onRequest({ requestId: details.requestId, at: details.timeStamp, starts });
      if (details.url.startsWith(ours) || details.initiator === ours) return undefined;
      withMappers((mappers) => onSignal(run(details, mappers)));
      return undefined;
    };
  const navigation = (run: (session: string, details: NavigationDetails) => Signal) => (raw: unknown) => {
    withMappers(({ session }) => onSignal(run(session, raw as NavigationDetails)));
  };

  const all = { urls: ['<all_urls>'] };
  const { webRequest, webNavigation } = browser;
  webRequest.onBeforeRequest.addListener(
    request((details, { requests }) => requests.request(details), true),
    all,
    ['requestBody'],
  );
  webRequest.onBeforeRedirect.addListener(
    request((details, { requests }) => requests.response(details, 'redirect')),
    all,
  );
  webRequest.onHeadersReceived.addListener(
    request((details, { requests }) => requests.response(details, 'headers')),
    all,
  );
  webRequest.onCompleted.addListener(
    request((details, { requests }) => requests.response(details, 'completed')),
    all,
  );
  webRequest.onErrorOccurred.addListener(
    request((details, { requests }) => requests.response(details, 'error')),
    all,
  );
  const openers = createOpeners();
  webNavigation.onCreatedNavigationTarget.addListener(openers.created);
  webNavigation.onCommitted.addListener((raw: unknown) => {
    const details = raw as NavigationDetails;
    const opened = openers.takes(details);
    navigation((session) => committed(session, details, opened))(details);
  });
  webNavigation.onHistoryStateUpdated.addListener(navigation(historyChanged));
  webNavigation.onReferenceFragmentUpdated.addListener(navigation(fragmentChanged));
}
