import { Mark } from '../parts/Mark';
import { Pairs, Section } from '../parts/Pairs';
import { RefLink } from '../parts/RefLink';
import { useStore } from '../store/store-context';
import { tagsOf } from '../store/tags';
import { clock, clockMinute, size } from '../text/clock';
import { visible } from '../text/visible';
import { words } from '../words';
import { Unseen } from './Unseen';

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
      <Section top title={s.unseen} id="site-unseen">
        <Unseen coverage={session.coverage} />
      </Section>
      <Section top title={s.recording} id="site-recording">
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
