import type { ReportBatch } from '../capture';
import type { CallSignal, Kept, Signal } from '../model';

/** Every message of the extension: what is asked, what is answered. Page sensors may send `page/reports` and nothing else. */
export interface Messages {
  /** A page sensor's numbered reports; the answer is the next number that is expected. */
  'page/reports': { ask: ReportBatch; answer: { received: number } };
  /** The body of a send, as the developer tools saw it. */
  'devtools/body': { ask: { signal: CallSignal }; answer: Done };
  /** State of the recording of one tab. Resolves when all that was seen until now is stored. */
  'session/state': { ask: { tabId: number }; answer: RecordingState };
  /** All signals of a tab, for those who cannot read the log themselves. */
  'session/signals': { ask: { tabId: number }; answer: { signals: Signal[] } };
  'session/clear': { ask: { tabId: number }; answer: Done };
  'session/pause': { ask: { tabId: number }; answer: Done };
  'session/resume': { ask: { tabId: number }; answer: Done };
}

export type Done = { done: true };

export interface RecordingState {
  captureSession: string;
  paused: boolean;
  /** The tab is in a private window: what is seen of it is not in the database, only the worker can tell. */
  inMemory: boolean;
  kept: Kept;
}

export type MessageType = keyof Messages;
export type Ask<T extends MessageType> = Messages[T]['ask'];
export type Answer<T extends MessageType> = Messages[T]['answer'];

/** Name of the port by which a panel is told of new signals of one tab: {@link panelPort}. */
const panelPrefix = 'panel/';

export function panelPort(tabId: number): string {
  return `${panelPrefix}${tabId}`;
}

/** Tab a panel's port is for; `null` for any other name. */
export function tabOfPort(name: string): number | null {
  const tabId = name.startsWith(panelPrefix) ? name.slice(panelPrefix.length) : '';
  return /^\d{1,15}$/.test(tabId) ? Number(tabId) : null;
}

/** What the worker tells a panel: signals as they are kept, in batches; that the tab was cleared, with what is left of it; that its recording was paused or goes on. */
export type PanelNews = { signals: Signal[] } | { cleared: Signal[] } | { paused: boolean };
