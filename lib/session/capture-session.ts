import type { GapSignal, Place } from '../model';

/** Chromium stops a quiet worker after 30 seconds (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle). */
const naturalStopMs = 30_000;

const nowhere: Place = { tabId: null, frameId: null, documentId: null, url: null };

/**
 * A gap when the worker came back sooner after its last signal than the browser would have stopped it by itself: then it was killed, and
 * what it was told in that instant may be lost. After a natural stop nothing is lost, since the browser wakes the worker for the next
 * request and hands it over. `null` when there is nothing to say.
 */
export function gapAfterRestart({
  captureSession,
  lastAt,
  now,
}: {
  captureSession: string;
  lastAt: number | null;
  now: number;
}): GapSignal | null {
  if (lastAt === null || now - lastAt >= naturalStopMs || now <= lastAt) return null;
  return {
    kind: 'gap',
    id: `${captureSession}:gap:${lastAt}`,
    at: now,
    place: nowhere,
    fromAt: lastAt,
    why: 'the recorder was restarted by the browser',
  };
}

/** A gap for the time a tab's recording was paused. */
export function gapOfPause({
  captureSession,
  tabId,
  fromAt,
  now,
}: {
  captureSession: string;
  tabId: number;
  fromAt: number;
  now: number;
}): GapSignal {
  return {
    kind: 'gap',
    id: `${captureSession}:pause:${tabId}:${fromAt}`,
    at: now,
    place: { ...nowhere, tabId },
    fromAt,
    why: 'recording was paused',
  };
}
