import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelHost } from '../host';
import { words } from '../words';

/** Something to tell the reader once. */
export interface Notice {
  tone: 'ok' | 'bad';
  text: string;
}

/** What a reader can do, with its failures told instead of thrown. */
export interface Actions {
  notice: ReadonlySignal<Notice | null>;
  /** True while the reader is asked whether to clear. */
  asking: ReadonlySignal<boolean>;
  dismiss(): void;
  askToClear(): void;
  keep(): void;
  clear(): Promise<void>;
  toggleRecording(): Promise<void>;
  exportSession(): Promise<void>;
  reload(): Promise<void>;
  toggleLock(): Promise<void>;
  openInTab(): Promise<void>;
  openSource(url: string, line?: number): Promise<void>;
  /** Tells whether it worked. */
  copy(text: string): Promise<boolean>;
}

type What = keyof typeof words.notices.what;

export function createActions(host: PanelHost): Actions {
  const notice = signal<Notice | null>(null);
  const asking = signal(false);

  async function attempt(what: What, act: () => void | Promise<void>): Promise<boolean> {
    try {
      await act();
      if (notice.peek()?.tone === 'bad') notice.value = null;
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      notice.value = { tone: 'bad', text: words.notices.failed(words.notices.what[what], message) };
      return false;
    }
  }
  const { actions, state } = host;

  return {
    notice,
    asking,
    dismiss() {
      notice.value = null;
    },
    askToClear() {
      asking.value = true;
    },
    keep() {
      asking.value = false;
    },
    async clear() {
      asking.value = false;
      await attempt('clear', () => actions.clear());
    },
    async toggleRecording() {
      if (state.peek().recording === 'paused') await attempt('resume', () => actions.resume());
      else await attempt('pause', () => actions.pause());
    },
    async exportSession() {
      await attempt('export', () => actions.exportSession());
    },
    async reload() {
      await attempt('reload', () => actions.reloadTab());
    },
    async toggleLock() {
      const locked = state.peek().tab?.locked ?? false;
      await attempt('lock', () => actions.lock?.(!locked));
    },
    async openInTab() {
      await attempt('openInTab', () => actions.openInTab?.());
    },
    async openSource(url, line) {
      await attempt('openSource', () => actions.openSource?.(url, line));
    },
    async copy(text) {
      const copied = await attempt('copy', () => actions.copy(text));
      if (copied) notice.value = { tone: 'ok', text: words.notices.copied };
      return copied;
    },
  };
}
