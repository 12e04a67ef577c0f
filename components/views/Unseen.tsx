import type { ComponentChildren } from 'preact';
import type { Coverage } from '../../lib/model';
import { Section } from '../parts/Pairs';
import { RefLink } from '../parts/RefLink';
import { type HealthTopic, healthOf } from '../store/health';
import { useStore } from '../store/store-context';
import { pathOf } from '../text/address';
import { clock } from '../text/clock';
import { visible } from '../text/visible';
import { words } from '../words';

/** What was not seen, by kind and each with its reason, zeros told as well; then what no extension can see on any page. */
export function Unseen({ coverage }: { coverage: Coverage }) {
  const s = words.site;
  const { lookup, state } = useStore();
  const nothing = healthOf(state.value).every(({ lost }) => !lost);
  const kinds: [topic: HealthTopic & keyof typeof s.missed, lines: ComponentChildren[]][] = [
    ['bodies', coverage.unreadBodies > 0 ? [`${s.unreadBodies(coverage.unreadBodies)} ${s.unreadWhy}`] : []],
    ['tags', coverage.unknownTags.map((tag) => visible(`${s.unknownTag(tag.host, tag.count)}: ${tag.reason}`))],
    [
      'gaps',
      coverage.gaps.map((gap) =>
        visible(`${gap.fromAt > 0 ? s.gap(clock(gap.fromAt), clock(gap.toAt)) : s.gapUntil(clock(gap.toAt))}: ${gap.why}`),
      ),
    ],
    ['blocked', Object.entries(coverage.blocked).map(([vendor, count]) => visible(s.blocked(vendor, count)))],
    [
      'blind',
      coverage.blind.map(({ pageId, names }) => (
        <>
          {visible(s.blind(words.list(names)))}{' '}
          <RefLink to={{ kind: 'page', id: pageId }} text={pathOf(lookup.value.page(pageId)?.url ?? '')} />
        </>
      )),
    ],
  ];
  return (
    <>
      {nothing && <p>{s.allSeen}</p>}
      {kinds.map(([topic, lines]) => (
        <Section key={topic} title={s.missed[topic]} id={`site-${topic}`}>
          {lines.length === 0 ? <p class="muted">{s.noneKnown}</p> : <Lines of={lines} />}
        </Section>
      ))}
      {coverage.serverCopySigns.length > 0 && (
        <Section title={s.serverCopy}>
          <Lines of={coverage.serverCopySigns.map(visible)} />
        </Section>
      )}
      <Section title={s.limits}>
        <Lines of={s.limitLines} />
      </Section>
    </>
  );
}

function Lines({ of }: { of: readonly ComponentChildren[] }) {
  return (
    <ul>
      {of.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
