import type { PageCall } from '../../lib/model';
import { Cell } from '../parts/Cell';
import { Icon } from '../parts/Icon';
import { Mark } from '../parts/Mark';
import { Time } from '../parts/Time';
import type { List } from '../store/create-list';
import { type CallPreview, callPreview } from '../text/call-preview';
import { visible } from '../text/visible';
import { words } from '../words';

/** A call in a list: one line among fires; where calls are the subject, what was said in it and the fires it led to. */
export function CallCells({ call, list }: { call: PageCall; list: List }) {
  const preview = list.wide && previewOf(call.id, list);
  return (
    <>
      <Cell class="cell-time">
        <Time at={call.at} />
      </Cell>
      <Cell class="cell-mark">
        <Icon name="braces" small />
      </Cell>
      <Cell class="cell-event">
        {preview ? <Preview of={preview} fallback={call.words} /> : <code>{visible(call.words)}</code>}
        {list.wide && <LedTo call={call} list={list} />}
      </Cell>
      <Cell class="cell-consent">
        <span class="muted">{noteOf(call, list)}</span>
      </Cell>
    </>
  );
}

function noteOf(call: PageCall, list: List): string {
  if (list.wide) return call.queued ? words.fires.queued : call.api;
  if (call.fires.length > 0) return words.fires.ledTo(call.fires.length);
  return call.queued ? words.fires.queued : '';
}

function previewOf(id: string, list: List): CallPreview | null {
  const signal = list.lookup.value.signal(id);
  return signal?.kind === 'call' ? callPreview(signal.args) : null;
}

function Preview({ of: { title, lines, more }, fallback }: { of: CallPreview; fallback: string }) {
  return (
    <>
      <strong class="call-title">{title === '' ? visible(fallback) : title}</strong>
      {lines.map((line) => (
        <code key={line} class="call-line">
          {line}
        </code>
      ))}
      {more > 0 && <span class="call-line muted">{words.data.more(more)}</span>}
    </>
  );
}

/** The fires a call led to, by mark and name; they are opened from the call's details. */
function LedTo({ call, list }: { call: PageCall; list: List }) {
  const fires = call.fires.flatMap((id) => list.lookup.value.fire(id) ?? []);
  if (fires.length === 0) return null;
  return (
    <span class="led-to">
      <Icon name="link" small />
      {fires.slice(0, 4).map((fire) => (
        <span key={fire.id} class="led">
          <Mark vendor={fire.vendor} name={fire.vendorName} /> {visible(fire.event)}
        </span>
      ))}
      {fires.length > 4 && <span class="muted">{words.data.more(fires.length - 4)}</span>}
    </span>
  );
}
