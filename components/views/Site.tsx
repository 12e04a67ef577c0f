import type { Coverage } from '../../lib/model';
import { Mark } from '../parts/Mark';
import { Pairs, Section } from '../parts/Pairs';
import { RefLink } from '../parts/RefLink';
import { useStore } from '../store/store-context';
import { tagsOf } from '../store/tags';
import { clock, clockMinute, size } from '../text/clock';
import { visible } from '../text/visible';
import { words } from '../words';

/** Tags of this site, its consent, and how far the recording can be trusted. */
export function Site() {
  const { state } = useStore();
  const { session, kept, since, tab } = state.value;
  const s = words.site;
  const tags = tagsOf(session);
  return (
    <div class="content site">
      <Section top title={s.tags}>
        {tags.length === 0 && <p class="muted">{s.noTags}</p>}
        <ul class="plain tags">
          {tags.map((tag) => (
            <li key={tag.key}>
              <Mark vendor={tag.vendor} name={tag.vendorName} />
              <span class="tag-name">
                {visible(tag.vendorName)} <code>{visible(tag.account ?? '')}</code>
                {tag.callers.length > 0 && <span class="muted tag-from">{s.from(visible(words.list(tag.callers)))}</span>}
              </span>
              <span class="count">{s.fires(tag.fires)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section top title={s.consent}>
        {session.consent.length === 0 && <p class="muted">{s.noConsent}</p>}
        <ul class="plain">
          {session.consent.slice(-12).map((change) => (
            <li key={change.id}>
              <span class="muted when">{clock(change.at)}</span>{' '}
              <RefLink to={{ kind: 'consent', id: change.id }} text={change.words} />
            </li>
          ))}
        </ul>
      </Section>
      <Section top title={s.unseen}>
        <Unseen coverage={session.coverage} />
      </Section>
      <Section top title={s.recording}>
        <Pairs
          rows={[
            [s.since, since === null ? words.header.notYet : clockMinute(since)],
            [s.kept, s.keptValue(kept.signals, size(kept.bytes))],
            [s.dropped, kept.droppedBefore === undefined ? '' : s.droppedValue(clock(kept.droppedBefore))],
            [s.tab, tab ? (tab.locked ? words.header.locked : words.header.follows) : ''],
            [s.version, session.tool.version],
          ]}
        />
        <p class="muted">{s.private}</p>
      </Section>
      <Section top title={s.passes}>
        {Object.keys(session.coverage.passes).length === 0 && <p class="muted">{s.noPasses}</p>}
        <Pairs rows={Object.entries(session.coverage.passes).map(([rule, times]) => [rule, s.times(times)] as const)} />
      </Section>
    </div>
  );
}

/** What was not seen, each in a sentence; or that nothing is known to be missing. */
function Unseen({ coverage }: { coverage: Coverage }) {
  const s = words.site;
  const lines = [
    ...coverage.gaps.map(
      (gap) => `${gap.fromAt > 0 ? s.gap(clock(gap.fromAt), clock(gap.toAt)) : s.gapUntil(clock(gap.toAt))}: ${gap.why}`,
    ),
    ...(coverage.unreadBodies > 0 ? [s.unreadBodies(coverage.unreadBodies)] : []),
    ...Object.entries(coverage.blocked).map(([vendor, count]) => s.blocked(vendor, count)),
    ...coverage.blind.map((blind) => s.blind(words.list(blind.names))),
    ...coverage.unknownTags.map((tag) => `${s.unknownTag(tag.host, tag.count)}: ${tag.reason}`),
    ...coverage.serverCopySigns.map((sign) => `${s.serverCopy}: ${sign}`),
  ];
  if (lines.length === 0) return <p class="muted">{s.allSeen}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{visible(line)}</li>
      ))}
    </ul>
  );
}
