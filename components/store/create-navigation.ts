import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Ref } from './lookup';

export const tabs = ['problems', 'fires', 'data', 'site'] as const;
export type Tab = (typeof tabs)[number];

/** Which view is shown, and what is open beside or above it. */
export interface Navigation {
  tab: Signal<Tab>;
  open: ReadonlySignal<Ref | null>;
  /** Opens something in detail; what was open before is kept for going back. */
  show(ref: Ref): void;
  /** Opens something in place of what is open: for stepping through a list. */
  replace(ref: Ref): void;
  /** Back to what was open before, else closes. */
  back(): void;
  close(): void;
  go(tab: Tab): void;
}

export function createNavigation(): Navigation {
  const tab = signal<Tab>('problems');
  const trail = signal<readonly Ref[]>([]);
  const open = computed(() => trail.value.at(-1) ?? null);
  const same = (ref: Ref) => open.peek()?.kind === ref.kind && open.peek()?.id === ref.id;

  return {
    tab,
    open,
    show(ref) {
      if (!same(ref)) trail.value = [...trail.peek(), ref];
    },
    replace(ref) {
      trail.value = [ref];
    },
    back() {
      trail.value = trail.peek().slice(0, -1);
    },
    close() {
      trail.value = [];
    },
    go(next) {
      trail.value = [];
      tab.value = next;
    },
  };
}
