import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PanelHost, PanelState } from '../host';
import { type Actions, createActions } from './create-actions';
import { createList, type List } from './create-list';
import { createNavigation, type Navigation } from './create-navigation';
import { createLookup, type Lookup } from './lookup';
import { type Verdict, verdictOf } from './verdict';

/** Everything the views read, by concern. */
export interface Store {
  host: PanelHost;
  state: ReadonlySignal<PanelState>;
  /** Of the live session; lists have their own, of what they show. */
  lookup: ReadonlySignal<Lookup>;
  verdict: ReadonlySignal<Verdict>;
  navigation: Navigation;
  fires: List;
  data: List;
  actions: Actions;
  /** Findings opened or closed by hand. */
  unfolded: Signal<ReadonlyMap<string, boolean>>;
  /** Things whose personal data the reader asked to see. */
  revealed: Signal<ReadonlySet<string>>;
  /** The list of keyboard shortcuts is shown. */
  keysShown: Signal<boolean>;
  /** Single keys work. */
  keysOn: Signal<boolean>;
}

export function createStore(host: PanelHost): Store {
  const { state } = host;
  const session = computed(() => state.value.session);
  return {
    host,
    state,
    lookup: computed(() => createLookup(session.value)),
    verdict: computed(() => verdictOf(state.value)),
    navigation: createNavigation(),
    fires: createList({
      session,
      counted: 'fire',
      kinds: {
        all: ['fire', 'call', 'submission', 'consent', 'gap'],
        only: ['fire', 'submission', 'consent', 'gap'],
        leads: ['fire'],
      },
    }),
    data: createList({ session, counted: 'call', wide: true, kinds: { all: ['call'], only: ['call'], leads: ['call'] } }),
    actions: createActions(host),
    unfolded: signal<ReadonlyMap<string, boolean>>(new Map()),
    revealed: signal<ReadonlySet<string>>(new Set()),
    keysShown: signal(false),
    keysOn: signal(true),
  };
}
