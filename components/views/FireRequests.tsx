import type { Fire, FireRequest } from '../../lib/model';
import { CopyButton } from '../parts/CopyButton';
import { Long } from '../parts/Long';
import { Section } from '../parts/Pairs';
import { useStore } from '../store/store-context';
import { span } from '../text/clock';
import { maskedText, secretsOf } from '../text/mask';
import { rawOf } from '../text/raw';
import { visible } from '../text/visible';
import { words } from '../words';

/** The requests a fire was made of, with what became of each. An address is text: showing it never sends it. */
export function FireRequests({ fire }: { fire: Fire }) {
  const d = words.details;
  return (
    <Section title={d.requests}>
      <p>
        {d.outcome[fire.outcome]}
        {fire.error ? `: ${visible(fire.error)}` : '.'}
      </p>
      {fire.requests.map((request) => (
        <OneRequest key={request.signalId} fire={fire} request={request} />
      ))}
    </Section>
  );
}

function OneRequest({ fire, request }: { fire: Fire; request: FireRequest }) {
  const { lookup, revealed } = useStore();
  const d = words.details;
  const signal = lookup.value.signal(request.signalId);
  if (signal?.kind !== 'request') return <p class="muted">{d.requestGone}</p>;
  const answers = lookup.value.responses(signal);
  const answer =
    answers.find((one) => one.phase === 'headers') ??
    answers.find((one) => one.phase === 'completed' || one.phase === 'redirect');
  const failed = answers.find((one) => one.phase === 'error');
  const shown = revealed.value.has(fire.id);
  const raw = () => (shown ? rawOf(signal) : maskedText(rawOf(signal), secretsOf(fire)));
  const became = failed?.error
    ? d.failed(failed.error)
    : answer?.status === undefined
      ? d.noAnswer
      : d.answered(answer.status, span(answer.at - signal.at));
  return (
    <details class="request" open={request.role === 'main'}>
      <summary>
        <span class="role">{d.role[request.role]}</span> <span class="muted">{visible(became)}</span>
      </summary>
      <pre class="raw">
        <Long text={raw()} limit={1200} lines />
      </pre>
      <div class="acts">
        <CopyButton text={raw} label={d.copyRaw} />
        {!shown && <span class="muted">{d.rawMasked}</span>}
      </div>
    </details>
  );
}
