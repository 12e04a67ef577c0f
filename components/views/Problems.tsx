import type { Finding, Said } from '../../lib/model';
import { Icon } from '../parts/Icon';
import { worstFirst } from '../store/lookup';
import { useStore } from '../store/store-context';
import { headline } from '../store/verdict';
import { words } from '../words';
import { FindingItem } from './FindingItem';

/** What is wrong, worst first; then what is worth knowing, what cannot be told, and how often nothing was wrong. */
export function Problems() {
  const { state } = useStore();
  const { findings, notes: right, coverage } = state.value.session;
  const first = headline(state.value.session);
  const sorted = worstFirst(findings).sort((a, b) => Number(b === first) - Number(a === first));
  const fails = (severity: Finding['severity']) => sorted.filter((one) => one.verdict === 'fail' && one.severity === severity);
  const errors = fails('error');
  const warnings = fails('warning');
  const notes = [...fails('info'), ...right];
  const passed = Object.values(coverage.passes).reduce((sum, times) => sum + times, 0);
  return (
    <div class="problems">
      {errors.length + warnings.length === 0 && (
        <div class="calm">
          <Icon name="ok" />
          <div>
            <strong>{words.problems.none}</strong>
            <p class="muted">{words.problems.noneMore}</p>
          </div>
        </div>
      )}
      <Group title={words.problems.errors} findings={errors} openFirst />
      <Group title={words.problems.warnings} findings={warnings} openFirst={errors.length === 0} />
      <Group title={words.problems.notes} findings={notes} />
      <Group
        title={words.problems.unknown}
        more={words.problems.unknownMore}
        findings={sorted.filter((one) => one.verdict === 'unknown')}
      />
      <Group title={words.problems.crashed} findings={sorted.filter((one) => one.verdict === 'crashed')} />
      {passed > 0 && <p class="passed muted">{words.problems.passed(passed)}</p>}
    </div>
  );
}

interface GroupProps {
  title: string;
  more?: string;
  findings: readonly Said[];
  /** The first one is unfolded until the reader folds it. */
  openFirst?: boolean;
}

function Group({ title, more, findings, openFirst }: GroupProps) {
  if (findings.length === 0) return null;
  return (
    <section class="group">
      <h2>
        {title} <span class="count">{words.number(findings.length)}</span>
      </h2>
      {more && <p class="muted group-more">{more}</p>}
      {findings.map((finding, index) => (
        <FindingItem key={finding.id} finding={finding} open={openFirst === true && index === 0} />
      ))}
    </section>
  );
}
