import type { GapSignal, Place } from '../model';

const nowhere: Place = { tabId: null, frameId: null, documentId: null, url: null };

/** A gap for what may have been lost between two instants when the worker was stopped and started again. */
export function gapOfRestart({ captureSession, fromAt, at }: { captureSession: string; fromAt: number; at: number }): GapSignal {
  return {
    kind: 'gap',
    id: `${captureSession}:gap:${fromAt}`,
    at: Math.max(at, fromAt),
    place: nowhere,
    fromAt,
    why: 'the recorder was restarted by the browser',
  };
}

/** A gap for all that went before in a tab that already showed a page when the capture began: the browser or the extension was starting. */
export function gapBeforeStart({
  captureSession,
  tabId,
  now,
}: {
  captureSession: string;
  tabId: number;
  now: number;
}): GapSignal {
  return {
    kind: 'gap',
    id: `${captureSession}:start:${tabId}`,
    at: now,
    place: { ...nowhere, tabId },
    fromAt: 0,
    why: 'the page was open before the recorder started',
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
