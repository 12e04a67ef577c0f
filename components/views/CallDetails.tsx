import type { PageCall } from '../../lib/model';
import { Icon } from '../parts/Icon';
import { Pairs, Section } from '../parts/Pairs';
import { RefLink } from '../parts/RefLink';
import { Source } from '../parts/Source';
import { Tree } from '../parts/Tree';
import { useStore } from '../store/store-context';
import { pathOf } from '../text/address';
import { clockExact } from '../text/clock';
import { fireLine } from '../text/fire-text';
import { hidesAnything } from '../text/mask';
import { visible } from '../text/visible';
import { words } from '../words';

/** A call of a page API: its arguments, who made it, and the fires it led to. */
export function CallDetails({ call }: { call: PageCall }) {
  const { lookup } = useStore();
  const d = words.details;
  const signal = lookup.value.signal(call.id);
  const page = call.pageId === null ? undefined : lookup.value.page(call.pageId);
  return (
    <div class="content">
      <header class="content-head">
        <Icon name="braces" />
        <div>
          <h2>
            <code>{visible(call.words)}</code>
          </h2>
          <p class="muted">{visible(call.api)}</p>
        </div>
      </header>
      <Section title={d.args}>
        {signal?.kind === 'call' ? (
          <Arguments id={call.id} args={signal.args} cut={signal.cut === true} />
        ) : (
          <p class="muted">{d.argsGone}</p>
        )}
      </Section>
      <Section title={d.ledTo}>
        {call.fires.length === 0 ? (
          <p class="muted">{d.ledToNone}</p>
        ) : (
          <ul class="plain">
            {call.fires.map((id) => {
              const fire = lookup.value.fire(id);
              return <li key={id}>{fire && <RefLink to={{ kind: 'fire', id }} text={fireLine(fire)} />}</li>;
            })}
          </ul>
        )}
      </Section>
      <Section title={d.where}>
        <Pairs
          rows={[
            [d.time, `${clockExact(call.at)}${call.queued ? ` ${words.fires.queued}` : ''}`],
            [
              d.page,
              page ? <RefLink key="page" to={{ kind: 'page', id: page.id }} text={pathOf(page.url)} /> : words.fires.noPage,
            ],
            [d.container, call.caller?.container && visible(call.caller.container)],
            [
              d.script,
              call.caller &&
                (call.caller.url === null ? (
                  d.callerInline
                ) : (
                  <Source key="script" url={call.caller.url} line={call.caller.line} />
                )),
            ],
            [d.functionName, call.caller?.functionName && visible(call.caller.functionName)],
          ]}
        />
      </Section>
    </div>
  );
}

function Arguments({ id, args, cut }: { id: string; args: Parameters<typeof Tree>[0]['value'][]; cut: boolean }) {
  const { revealed } = useStore();
  const shown = revealed.value.has(id);
  if (args.length === 0) return <p class="muted">{words.data.empty}</p>;
  const toggle = () => {
    const next = new Set(revealed.peek());
    if (!next.delete(id)) next.add(id);
    revealed.value = next;
  };
  return (
    <>
      {args.map((value, index) => (
        <Tree key={index} value={value} revealed={shown} />
      ))}
      {cut && <p class="muted">{words.details.argsCut}</p>}
      {args.some((value) => hidesAnything(value)) && (
        <div class="acts">
          <button type="button" class="btn" aria-pressed={shown} onClick={toggle}>
            <Icon name="eye" small />
            {shown ? words.details.mask : words.details.reveal}
          </button>
        </div>
      )}
    </>
  );
}
