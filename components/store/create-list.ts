import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Session } from '../../lib/model';
import { matches, parseFilter, type Term } from './filter';
import { type ItemKind, itemsOf } from './items';
import { createLookup, type Lookup } from './lookup';
import { buildRows, type Row, type Rows } from './rows';

/** Which rows a list shows. */
export type Show = 'all' | 'only' | 'leads';

/** State of one list: its filter, what is folded, the row the keyboard stands on, and what waits while somebody reads. */
export interface List {
  filter: Signal<string>;
  show: Signal<Show>;
  folded: Signal<ReadonlySet<string>>;
  /** Key of the row the keyboard stands on. */
  cursor: Signal<string | null>;
  rows: ReadonlySignal<Rows>;
  lookup: ReadonlySignal<Lookup>;
  /** Rows have room for what was said in a call, not only for its name. */
  wide: boolean;
  /** How many of what the list counts came while somebody was reading, and pass the filter. */
  fresh: ReadonlySignal<number>;
  /** While true the rows stay as they are; what comes waits. */
  read(reading: boolean): void;
  /** Shows what waited. */
  release(): void;
  /** Shows what waited and leaves the row the keyboard stood on: from here on the newest is read. */
  follow(): void;
  fold(key: string, folded: boolean): void;
  /** Moves the cursor by so many rows, and tells the row it stands on. */
  move(by: number): Row | undefined;
  current(): Row | undefined;
}

interface ListInput {
  session: ReadonlySignal<Session>;
  kinds: Record<Show, readonly ItemKind[]>;
  /** What the list's figures count. */
  counted: ItemKind;
  wide?: boolean;
}

export function createList({ session, kinds, counted, wide = false }: ListInput): List {
  const filter = signal('');
  const show = signal<Show>('all');
  const folded = signal<ReadonlySet<string>>(new Set());
  const cursor = signal<string | null>(null);
  const held = signal<Session | null>(null);

  const shown = computed(() => (held.value && !forgot(held.value, session.value) ? held.value : session.value));
  const lookup = computed(() => createLookup(shown.value));
  const terms = computed<Term[]>(() => [...parseFilter(filter.value), ...(show.value === 'leads' ? parseFilter('is:lead') : [])]);
  const kindSet = computed(() => new Set(kinds[show.value]));
  const rows = computed(() =>
    buildRows(
      { session: shown.value, lookup: lookup.value, kinds: kindSet.value, terms: terms.value, folded: folded.value },
      counted,
    ),
  );
  const heldKeys = computed(() => new Set(itemsOf(shown.value, new Set([counted])).map((item) => item.key)));
  const fresh = computed(() => {
    if (shown.value === session.value) return 0;
    const live = createLookup(session.value);
    const isFresh = (item: ReturnType<typeof itemsOf>[number]) =>
      !heldKeys.value.has(item.key) && matches(item, terms.value, live);
    return itemsOf(session.value, new Set([counted])).filter(isFresh).length;
  });

  const indexOf = (key: string | null) => rows.value.rows.findIndex((row) => row.key === key);
  const current = () => rows.value.rows[indexOf(cursor.value)];

  return {
    filter,
    show,
    folded,
    cursor,
    rows,
    lookup,
    wide,
    fresh,
    current,
    read(reading) {
      if (reading === (held.peek() !== null)) return;
      held.value = reading ? session.peek() : null;
    },
    release() {
      held.value = null;
    },
    follow() {
      cursor.value = null;
      held.value = null;
    },
    fold(key, fold) {
      const next = new Set(folded.peek());
      if (fold) next.add(key);
      else next.delete(key);
      folded.value = next;
    },
    move(by) {
      const all = rows.peek().rows;
      const from = indexOf(cursor.peek());
      const to = from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by));
      cursor.value = all[to]?.key ?? null;
      return all[to];
    },
  };
}

/** True when the live session no longer holds what the held one shows: it was cleared, or is another tab's. */
function forgot(held: Session, live: Session): boolean {
  return (
    live.signals.length < held.signals.length || live.fires.length < held.fires.length || live.pages[0]?.id !== held.pages[0]?.id
  );
}
