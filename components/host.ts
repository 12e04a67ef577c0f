import type { ReadonlySignal } from '@preact/signals';
import type { Kept, Session } from '../lib/model';

/**
 * What a shell (side panel, DevTools, test harness) gives to the views. The views never touch the browser's API:
 * they read `state` and call `actions`.
 */
export interface PanelHost {
  /** Replaced as a whole; a new `session` object means that something in it changed. */
  state: ReadonlySignal<PanelState>;
  actions: PanelActions;
  /** Two letters for a vendor's mark; without it, or without an answer, the letters are taken from the vendor's name. */
  markOf?(vendor: string): string | undefined;
}

export interface PanelState {
  session: Session;
  /** Tab the panel shows; `null` when there is none. */
  tab: PanelTab | null;
  recording: 'recording' | 'paused';
  /** Since when this tab is watched, epoch milliseconds; `null` while nothing was recorded. */
  since: number | null;
  /**
   * Why the page cannot be judged. `reload-needed`: it was open before the extension · `not-allowed`: no extension may
   * look here (browser pages, stores) · `no-tab`: there is no tab to look at.
   */
  obstacle?: 'reload-needed' | 'not-allowed' | 'no-tab';
  /** Vendors' names whose requests something in this browser stops: results are incomplete. */
  blockers: string[];
  kept: Kept;
}

export interface PanelTab {
  id: number;
  url: string;
  title?: string;
  /** True when the panel stays with this tab, false when it follows the active one. */
  locked: boolean;
}

/** A promise that rejects is shown to the reader with the error's message. */
export interface PanelActions {
  pause(): void | Promise<void>;
  resume(): void | Promise<void>;
  /** Forgets what was recorded of this tab, for good. */
  clear(): void | Promise<void>;
  /** Saves the session as a JSON file. */
  exportSession(): void | Promise<void>;
  reloadTab(): void | Promise<void>;
  /** Absent where the panel is bound to one tab. */
  lock?(locked: boolean): void | Promise<void>;
  /** Opens the panel in a tab of its own; absent where it has one. */
  openInTab?(): void | Promise<void>;
  /** Shows a script where the developer tools show scripts, `line` counted from 1; absent where that cannot be done. */
  openSource?: ((url: string, line?: number) => void | Promise<void>) | undefined;
  /** Puts text on the clipboard. */
  copy(text: string): void | Promise<void>;
}
