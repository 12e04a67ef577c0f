import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Window } from '../parts/Window';
import type { List, Show } from '../store/create-list';
import { openRow } from '../store/keys';
import type { Row } from '../store/rows';
import { useStore } from '../store/store-context';
import { clock } from '../text/clock';
import { words } from '../words';
import { ListRow } from './ListRow';

/** Distance from the top, in pixels, beyond which somebody is reading and nothing may move. */
const readingFrom = 24;

/** What happened, newest first, below the page view it belongs to. */
export function FireList({ name }: { name: 'fires' | 'data' }) {
  const store = useStore();
  const list = store[name];
  const { rows } = list.rows.value;
  const scroller = useRef<HTMLDivElement>(null);
  const active = rows.findIndex((row) => row.key === list.cursor.value);
  const { kept } = store.state.value;

  // Somebody reads who has scrolled down, or stands on a row with the keyboard; looking at the site lets the list run again.
  const cursor = list.cursor.value;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const settle = () => list.read(element.scrollTop > readingFrom || (element.matches(':focus') && list.cursor.peek() !== null));
    const leave = () => list.read(element.scrollTop > readingFrom);
    // Before the rows are drawn anew: afterwards, asking for the position would lay out the page twice.
    element.addEventListener('scroll', settle, { passive: true, capture: true });
    element.addEventListener('focus', settle);
    element.addEventListener('blur', leave);
    if (cursor !== null) settle();
    return () => {
      element.removeEventListener('scroll', settle, { capture: true });
      element.removeEventListener('focus', settle);
      element.removeEventListener('blur', leave);
    };
  }, [list, cursor]);
  useEffect(() => () => list.release(), [list]);

  const toTop = () => {
    list.follow();
    scroller.current?.scrollTo({ top: 0 });
  };
  return (
    <div class="list">
      <ListBar list={list} name={name} toTop={toTop} />
      {kept.droppedBefore !== undefined && <p class="muted dropped">{words.fires.dropped(clock(kept.droppedBefore))}</p>}
      {rows.length === 0 ? (
        <Nothing list={list} name={name} />
      ) : (
        <div
          class="rows"
          ref={scroller}
          role="grid"
          aria-label={words[name].label}
          aria-rowcount={rows.length}
          tabIndex={0}
          aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
          onKeyDown={(event) => moveBy(event, list, (row) => openRow(store, row))}
        >
          <Window
            scroller={scroller}
            count={rows.length}
            keyOf={(index) => rows[index]?.key ?? String(index)}
            estimate={(index) => (rows[index]?.kind === 'page' ? 32 : list.wide ? 96 : 28)}
            active={active}
            headingOf={(index) => headingOf(rows, index)}
          >
            {(index) => {
              const row = rows[index];
              return row ? <ListRow row={row} index={index} list={list} /> : null;
            }}
          </Window>
        </div>
      )}
    </div>
  );
}

function headingOf(rows: readonly Row[], index: number): number {
  for (let at = index; at >= 0; at--) if (rows[at]?.kind === 'page') return at;
  return -1;
}

function moveBy(event: KeyboardEvent, list: List, open: (row: Row | undefined) => void): void {
  const row = list.current();
  if (event.key === 'ArrowDown') list.move(1);
  else if (event.key === 'ArrowUp') list.move(-1);
  else if (event.key === 'PageDown') list.move(15);
  else if (event.key === 'PageUp') list.move(-15);
  else if (event.key === 'Home') list.move(Number.NEGATIVE_INFINITY);
  else if (event.key === 'End') list.move(Number.POSITIVE_INFINITY);
  else if (event.key === 'Enter') open(row);
  else if (event.key === 'ArrowLeft' && row?.kind === 'page') list.fold(row.key, true);
  else if (event.key === 'ArrowRight' && row?.kind === 'page') list.fold(row.key, false);
  else return;
  event.preventDefault();
}

function ListBar({ list, name, toTop }: { list: List; name: 'fires' | 'data'; toTop: () => void }) {
  const { shown, all } = list.rows.value;
  const fresh = list.fresh.value;
  return (
    <div class="list-bar">
      <label class="filter">
        <Icon name="search" small />
        <span class="unseen">{words[name].filter}</span>
        <input
          type="search"
          value={list.filter.value}
          placeholder={name === 'fires' ? words.fires.filterHint : words.data.filter}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            list.filter.value = event.currentTarget.value;
          }}
        />
        {list.filter.value !== '' && (
          <button
            type="button"
            class="tool"
            aria-label={words.fires.clearFilter}
            title={words.fires.clearFilter}
            onClick={() => {
              list.filter.value = '';
            }}
          >
            <Icon name="close" small />
          </button>
        )}
      </label>
      <div class="list-line">
        <span class="muted" role="status">
          {words[name].count(shown, all)}
        </span>
        {fresh > 0 && (
          <button type="button" class="pill" title={words.fires.freshMore(fresh)} onClick={toTop}>
            <Icon name="top" small />
            {words[name].fresh(fresh)}
          </button>
        )}
        {name === 'fires' && <ShowChoice list={list} />}
      </div>
    </div>
  );
}

const shows: readonly Show[] = ['all', 'only', 'leads'];

function ShowChoice({ list }: { list: List }) {
  return (
    <fieldset class="choice">
      <legend class="unseen">{words.fires.show}</legend>
      {shows.map((show) => (
        <label key={show}>
          <input
            type="radio"
            name="show"
            checked={list.show.value === show}
            onChange={() => {
              list.show.value = show;
            }}
          />
          <span>{words.fires[show]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Nothing({ list, name }: { list: List; name: 'fires' | 'data' }) {
  const filtered = list.filter.value !== '';
  const leads = !filtered && list.show.value === 'leads';
  const said = name === 'data' && !filtered ? words.data : words.fires;
  const title = filtered ? words.fires.noMatch : leads ? words.fires.noLeads : 'none' in said ? said.none : words.fires.noMatch;
  const more = filtered
    ? words.fires.noMatchMore
    : leads
      ? words.fires.noLeadsMore
      : 'noneMore' in said
        ? said.noneMore
        : words.fires.noMatchMore;
  return (
    <div class="blank">
      <Icon name={filtered ? 'search' : 'missing'} />
      <h2>{title}</h2>
      <p>{more}</p>
    </div>
  );
}
