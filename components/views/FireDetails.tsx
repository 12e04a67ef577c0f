import type { Fire } from '../../lib/model';
import { Icon } from '../parts/Icon';
import { Mark } from '../parts/Mark';
import { Pairs, Section } from '../parts/Pairs';
import { RefLink } from '../parts/RefLink';
import { Source } from '../parts/Source';
import { State } from '../parts/State';
import { consentState } from '../store/consent-state';
import { useStore } from '../store/store-context';
import { pathOf } from '../text/address';
import { clockExact, span } from '../text/clock';
import { visible } from '../text/visible';
import { words } from '../words';
import { FireParameters } from './FireParameters';
import { FireRequests } from './FireRequests';

/** Everything about one fire: what it said, whether it might, who called it, and the request itself. */
export function FireDetails({ fire }: { fire: Fire }) {
  const { lookup } = useStore();
  const findings = lookup.value.findings(fire.id);
  const page = fire.pageId === null ? undefined : lookup.value.page(fire.pageId);
  const submission = fire.submissionId === undefined ? undefined : lookup.value.submission(fire.submissionId);
  const d = words.details;
  return (
    <div class="content">
      <header class="content-head">
        <Mark vendor={fire.vendor} name={fire.vendorName} />
        <div>
          <h2>{visible(fire.event)}</h2>
          <p class="muted">
            {visible(fire.vendorName)} {fire.account === null ? d.noAccount : visible(fire.account)}
          </p>
        </div>
      </header>
      {findings.length > 0 && (
        <Section title={d.problems}>
          <ul class="plain">
            {findings.map((finding) => (
              <li key={finding.id}>
                <FindingLink
                  id={finding.id}
                  title={finding.title}
                  unknown={finding.verdict !== 'fail'}
                  severity={finding.severity}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <FireConsent fire={fire} />
      {fire.placement && (
        <Section title={d.placement}>
          <p>{words.placementSentence[fire.placement]}</p>
          {fire.placementBasis && <p class="muted">{sentence(visible(fire.placementBasis))}</p>}
        </Section>
      )}
      <Section title={d.where}>
        <Pairs
          rows={[
            [d.time, clockExact(fire.at)],
            [
              d.page,
              page ? (
                <RefLink key="page" to={{ kind: 'page', id: page.id }} text={pathOf(page.url)} />
              ) : (
                visible(fire.pageBasis ?? words.fires.noPage)
              ),
            ],
            [
              d.submission,
              submission ? (
                <RefLink
                  key="submission"
                  to={{ kind: 'submission', id: submission.id }}
                  text={words.fires.submission(lookup.value.submissionNumber(submission.id), submission.outcome)}
                />
              ) : fire.leadLike ? (
                d.noSubmission
              ) : (
                ''
              ),
            ],
            [d.eventId, fire.eventId ? visible(fire.eventId) : fire.dedup && fire.leadLike ? d.none : ''],
            [d.value, fire.value === undefined ? '' : `${fire.value} ${fire.currency ?? ''}`],
            [d.order, fire.orderId && visible(fire.orderId)],
            [d.label_, fire.label && visible(fire.label)],
            [d.conversion, fire.conversionId && visible(fire.conversionId)],
            [d.goal, fire.goal && visible(fire.goal)],
            [d.product, fire.product && visible(fire.product)],
          ]}
        />
        <Remarks fire={fire} />
      </Section>
      <FireCaller fire={fire} />
      <FireParameters fire={fire} />
      <FireRequests fire={fire} />
    </div>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function FindingLink({
  id,
  title,
  severity,
  unknown,
}: {
  id: string;
  title: string;
  severity: 'error' | 'warning' | 'info';
  unknown: boolean;
}) {
  const store = useStore();
  const icon = unknown ? 'unknown' : severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'info';
  const tone = unknown ? 'none' : severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'info';
  return (
    <button
      type="button"
      class="proof"
      onClick={() => {
        store.unfolded.value = new Map([...store.unfolded.peek(), [id, true]]);
        store.navigation.go('problems');
      }}
    >
      <span class={`state is-${tone}`}>
        <Icon name={icon} small />
      </span>
      <span>{visible(title)}</span>
      <Icon name="right" small />
    </button>
  );
}

function FireConsent({ fire }: { fire: Fire }) {
  const d = words.details;
  const state = consentState(fire);
  const { basis, choiceAt, agreement } = fire.consent;
  const sentence =
    choiceAt !== undefined && state.key === 'pending'
      ? words.consentSentence.pendingUntil(span(choiceAt - fire.at))
      : state.sentence;
  return (
    <Section title={d.consent}>
      <p class="consent-line">
        <State tone={state.tone} icon={state.icon} word={state.word} /> <span>{sentence}</span>
      </p>
      <p class="muted">{visible(basis.words)}</p>
      <Pairs
        rows={[
          [d.basis, words.framework[basis.framework] ?? visible(basis.framework)],
          [d.basisAt, basis.at === null ? '' : clockExact(basis.at)],
          [d.agreement, words.agreement[agreement]],
          [d.carried, carriedBy(fire) && <code key="carried">{carriedBy(fire)}</code>],
        ]}
      />
    </Section>
  );
}

/** What the request itself said about consent, as it was sent. */
function carriedBy({ carried }: Fire): string {
  const raw = Object.entries(carried?.raw ?? {}).map(([key, value]) => visible(`${key}=${value}`));
  if (raw.length > 0) return raw.join('  ');
  return carried?.ldu === undefined ? '' : `dpo=${carried.ldu ? 'LDU' : ''}`;
}

function Remarks({ fire }: { fire: Fire }) {
  const d = words.details;
  const remarks = [
    fire.firstParty ? d.firstParty : '',
    fire.noscript ? d.noscript : '',
    fire.automatic ? d.automatic : '',
    fire.inferred ? d.inferred : '',
    fire.dedup && fire.leadLike ? d.dedup(fire.dedup.idName, fire.dedup.window) : '',
  ].filter((remark) => remark !== '');
  return remarks.length === 0 ? null : <p class="muted">{remarks.join(' ')}</p>;
}

function FireCaller({ fire }: { fire: Fire }) {
  const { lookup } = useStore();
  const d = words.details;
  const { caller } = fire;
  const call = fire.callId === undefined ? undefined : lookup.value.call(fire.callId);
  return (
    <Section title={d.caller}>
      {!caller && !call && <p class="muted">{d.callerNone}</p>}
      {caller?.inferred && <p class="muted">{d.callerInferred}</p>}
      <Pairs
        rows={[
          [d.call, call && <RefLink key="call" to={{ kind: 'call', id: call.id }} text={call.words} />],
          [d.container, caller?.container && visible(caller.container)],
          [
            d.script,
            caller && (caller.url === null ? d.callerInline : <Source key="script" url={caller.url} line={caller.line} />),
          ],
          [d.functionName, caller?.functionName && visible(caller.functionName)],
        ]}
      />
      {caller?.stack && caller.stack.length > 1 && (
        <details>
          <summary>{d.stack}</summary>
          <ol class="stack">
            {caller.stack.map((url) => (
              <li key={url}>
                <Source url={url} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
  );
}
