import { Cell } from '../parts/Cell';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/icons';
import { Mark } from '../parts/Mark';
import { State } from '../parts/State';
import { Time } from '../parts/Time';
import { consentState } from '../store/consent-state';
import type { List } from '../store/create-list';
import { flagsOf } from '../store/flags';
import type { Item } from '../store/items';
import { openRow } from '../store/keys';
import type { PageRow, Row } from '../store/rows';
import { useStore } from '../store/store-context';
import { pathOf } from '../text/address';
import { span } from '../text/clock';
import { visible } from '../text/visible';
import { words } from '../words';
import { CallCells } from './CallCells';

interface RowProps {
  row: Row;
  index: number;
  list: List;
}

/** One row of a list. Rows are reached by the list's own keys; a press opens what stands in it. */
export function ListRow({ row, index, list }: RowProps) {
  const store = useStore();
  const active = list.cursor.value === row.key;
  const press = () => {
    list.cursor.value = row.key;
    if (row.kind === 'page') list.fold(row.key, !row.folded);
    else openRow(store, row);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid
    <div
      id={`row-${index}`}
      class={classOf(row, active, list)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={active}
      onClick={press}
    >
      {row.kind === 'page' ? <PageCells row={row} list={list} /> : <ItemCells item={row} list={list} />}
    </div>
  );
}

function classOf(row: Row, active: boolean, list: List): string {
  const names = ['row', `row-${row.kind}`];
  if (active) names.push('is-active');
  if (row.kind === 'submission') names.push(`is-${row.submission.outcome}`);
  if (row.kind === 'call' && list.wide) names.push('is-wide');
  return names.join(' ');
}

function PageCells({ row, list }: { row: PageRow; list: List }) {
  const { page } = row;
  const lookup = list.lookup.value;
  const submission = page && lookup.ledTo(page.id);
  const view = page && lookup.view(page.id);
  const notes = [
    page && view && view.of > 1 ? words.fires.view(view.number) : '',
    page ? words.fires.cause[page.cause] : '',
    submission ? words.fires.afterSubmission(lookup.submissionNumber(submission.id)) : '',
  ].filter((note) => note !== '');
  return (
    <>
      <Cell class="cell-fold">
        <Icon name={row.folded ? 'right' : 'down'} small />
      </Cell>
      <Cell class="cell-page">
        <strong title={page?.url}>{page ? pathOf(page.url) : words.fires.noPage}</strong>
        {notes.length > 0 && <span class="muted"> {notes.join(', ')}</span>}
      </Cell>
      <Cell class="cell-sum">
        <span class="muted">{row.folded ? words.fires.inGroup(row.fires) : ''}</span>
        <Time at={row.at} />
      </Cell>
    </>
  );
}

function ItemCells({ item, list }: { item: Item; list: List }) {
  switch (item.kind) {
    case 'fire':
      return <FireCells item={item} list={list} />;
    case 'call':
      return <CallCells call={item.call} list={list} />;
    case 'submission': {
      const number = list.lookup.value.submissionNumber(item.submission.id);
      const { outcome, formLabel } = item.submission;
      return (
        <Band
          at={item.at}
          icon="form"
          tone={outcome === 'accepted' ? 'ok' : outcome === 'unknown' ? 'none' : 'warn'}
          text={words.fires.submission(number, outcome)}
          more={formLabel}
        />
      );
    }
    case 'consent':
      return <Band at={item.at} icon="shield" tone="none" text={item.change.words} />;
    case 'gap':
      return <Band at={item.at} icon="gap" tone="warn" text={words.fires.gap(item.why)} />;
  }
}

function FireCells({ item: { fire }, list }: { item: Item & { kind: 'fire' }; list: List }) {
  const consent = consentState(fire);
  const flags = flagsOf(fire, list.lookup.value);
  const early = fire.consent.choiceAt === undefined ? undefined : words.fires.early(span(fire.consent.choiceAt - fire.at));
  const [first, ...rest] = flags;
  return (
    <>
      <Cell class="cell-time">
        <Time at={fire.at} />
      </Cell>
      <Cell class="cell-mark">
        <Mark vendor={fire.vendor} name={fire.vendorName} />
      </Cell>
      <Cell class="cell-event">
        <span class={fire.leadLike ? 'event is-lead' : 'event'}>{visible(fire.event)}</span> <EventId fire={fire} />
      </Cell>
      <Cell class="cell-flags">
        {first && (
          <State
            tone={first.tone}
            icon={first.icon}
            word={rest.length > 0 ? `${first.word} ${words.flag.more(rest.length)}` : first.word}
            title={flags.map((flag) => flag.title).join('\n')}
          />
        )}
      </Cell>
      <Cell class="cell-consent">
        <State tone={consent.tone} icon={consent.icon} word={consent.word} title={early ?? consent.sentence} />
      </Cell>
    </>
  );
}

/** The id where there is one; a lead without one says so. */
function EventId({ fire }: { fire: (Item & { kind: 'fire' })['fire'] }) {
  const id = fire.eventId ?? fire.orderId ?? fire.label ?? fire.conversionId;
  if (id !== undefined) return <code class="id">{visible(id)}</code>;
  return fire.leadLike && fire.dedup ? <span class="id muted">{words.fires.noId}</span> : null;
}

interface BandProps {
  at: number;
  icon: IconName;
  tone: 'ok' | 'warn' | 'none';
  text: string;
  more?: string;
}

/** Something between the fires that they are read against: a submission, a choice, a gap. */
function Band({ at, icon, tone, text, more }: BandProps) {
  return (
    <>
      <Cell class="cell-time">
        <Time at={at} />
      </Cell>
      <Cell class={`cell-band is-${tone}`}>
        <Icon name={icon} small />
        <span>{visible(text)}</span>
        {more && <span class="muted">{visible(more)}</span>}
      </Cell>
    </>
  );
}
