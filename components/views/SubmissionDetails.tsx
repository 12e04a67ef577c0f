import type { Submission } from '../../lib/model';
import { Icon } from '../parts/Icon';
import { Pairs, Section } from '../parts/Pairs';
import { RefLink } from '../parts/RefLink';
import { useStore } from '../store/store-context';
import { pathOf } from '../text/address';
import { clockExact } from '../text/clock';
import { fireLine } from '../text/fire-text';
import { visible } from '../text/visible';
import { words } from '../words';

/** One attempt to send a form: its outcome with the reason, and the fires that belong to it. */
export function SubmissionDetails({ submission }: { submission: Submission }) {
  const { lookup } = useStore();
  const d = words.details;
  const from = lookup.value.page(submission.fromPageId);
  const to = submission.toPageId === undefined ? undefined : lookup.value.page(submission.toPageId);
  return (
    <div class="content">
      <header class="content-head">
        <Icon name="form" />
        <div>
          <h2>{words.fires.submission(lookup.value.submissionNumber(submission.id), submission.outcome)}</h2>
          {submission.formLabel && <p class="muted">{visible(submission.formLabel)}</p>}
        </div>
      </header>
      <Section title={d.outcomeTitle}>
        <p>{visible(submission.basis)}</p>
        <Pairs
          rows={[
            [d.started, clockExact(submission.startedAt)],
            [d.answeredAt, submission.answeredAt === undefined ? '' : clockExact(submission.answeredAt)],
            [d.from, from && <RefLink key="from" to={{ kind: 'page', id: from.id }} text={pathOf(from.url)} />],
            [d.to, to && <RefLink key="to" to={{ kind: 'page', id: to.id }} text={pathOf(to.url)} />],
          ]}
        />
      </Section>
      <Section title={d.fires}>
        {submission.fires.length === 0 && <p class="muted">{d.none}</p>}
        <ul class="plain">
          {submission.fires.map((id) => {
            const fire = lookup.value.fire(id);
            return <li key={id}>{fire && <RefLink to={{ kind: 'fire', id }} text={fireLine(fire)} />}</li>;
          })}
        </ul>
      </Section>
    </div>
  );
}
