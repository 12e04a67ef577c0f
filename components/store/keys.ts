import type { List } from './create-list';
import { tabs } from './create-navigation';
import type { Store } from './create-store';
import type { Row } from './rows';

/** What a shell of keys needs from the page it is in. */
export interface KeyTargets {
  /** Puts the focus into the filter of the list that is shown. */
  filter(): void;
  /** Puts the focus on the list that is shown. */
  list(): void;
  /** Goes to the newest row of the list that is shown. */
  top(): void;
  /** Copies what is open; does nothing when nothing is. */
  copy(): void;
}

/** The list of the tab that is shown, where it has one. */
export function shownList(store: Store): List | undefined {
  const tab = store.navigation.tab.peek();
  return tab === 'fires' ? store.fires : tab === 'data' ? store.data : undefined;
}

/** Opens the row the cursor stands on; a page's heading opens the page. */
export function openRow(store: Store, row: Row | undefined, how: 'show' | 'replace' = 'show'): void {
  const ref = row && refOf(row);
  if (ref) store.navigation[how](ref);
}

function refOf(row: Row) {
  switch (row.kind) {
    case 'fire':
      return { kind: 'fire', id: row.fire.id } as const;
    case 'call':
      return { kind: 'call', id: row.call.id } as const;
    case 'submission':
      return { kind: 'submission', id: row.submission.id } as const;
    case 'consent':
      return { kind: 'consent', id: row.change.id } as const;
    case 'page':
      return row.page ? ({ kind: 'page', id: row.page.id } as const) : undefined;
    case 'gap':
      return undefined;
  }
}

/** Steps to the next or previous row; when something is open, the row is opened in its place. */
export function step(store: Store, by: number): void {
  const list = shownList(store);
  if (!list) return;
  let row = list.move(by);
  if (!store.navigation.open.peek()) return;
  for (let left = 50; row && !refOf(row) && left > 0; left--) row = list.move(by);
  openRow(store, row, 'replace');
}

/** Handles a key pressed anywhere in the panel; tells whether it did. */
export function handleKey(event: KeyboardEvent, store: Store, targets: KeyTargets): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Escape') return closeTopmost(store, targets);
  if (isTyping(event.target) || !store.keysOn.peek()) return false;
  const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return false;
  act(store, targets);
  return true;
}

function closeTopmost(store: Store, targets: KeyTargets): boolean {
  if (store.keysShown.peek()) store.keysShown.value = false;
  else if (store.actions.asking.peek()) store.actions.keep();
  else if (store.navigation.open.peek()) {
    store.navigation.close();
    targets.list();
  } else return false;
  return true;
}

type Act = (store: Store, targets: KeyTargets) => void;

const actions: Record<string, Act> = {
  ...Object.fromEntries(tabs.map((tab, index): [string, Act] => [String(index + 1), (store) => store.navigation.go(tab)])),
  '/': (_store, targets) => targets.filter(),
  '?': (store) => {
    store.keysShown.value = !store.keysShown.peek();
  },
  j: (store) => step(store, 1),
  k: (store) => step(store, -1),
  n: (store, targets) => {
    shownList(store)?.follow();
    targets.top();
  },
  p: (store) => void store.actions.toggleRecording(),
  e: (store) => void store.actions.exportSession(),
  c: (_store, targets) => targets.copy(),
};

/** True where a letter is text, not a command. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));
}
