import type { Rest } from '../session/continuity';
import { browser } from './browser';

/**
 * Name of this run of the browser's capture, and whether it begins now. Kept in `storage.session`, which lives exactly as long as the
 * browser's run and is kept apart for private windows.
 */
export async function captureSession(): Promise<{ id: string; fresh: boolean }> {
  const { captureSession: known } = await browser.storage.session.get('captureSession');
  if (typeof known === 'string') return { id: known, fresh: false };
  const id = crypto.randomUUID().slice(0, 8);
  await browser.storage.session.set({ captureSession: id });
  return { id, fresh: true };
}

/** Instants at which tabs were paused, epoch milliseconds. */
export async function pausedTabs(): Promise<Map<number, number>> {
  const { paused } = await browser.storage.session.get('paused');
  return new Map(Object.entries((paused ?? {}) as Record<string, number>).map(([tab, at]) => [Number(tab), at]));
}

/** Remembers which tabs are paused. */
export async function rememberPaused(paused: ReadonlyMap<number, number>): Promise<void> {
  await browser.storage.session.set({ paused: Object.fromEntries(paused) });
}

/** Where the last worker of this run of the browser came to rest; `null` when none did. */
export async function lastRest(): Promise<Rest | null> {
  const { rest } = await browser.storage.session.get('rest');
  return (rest as Rest | undefined) ?? null;
}

/** Remembers where the worker came to rest. */
export async function rememberRest(rest: Rest): Promise<void> {
  await browser.storage.session.set({ rest });
}
