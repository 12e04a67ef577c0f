import type { Finding, Session } from '../../lib/model';
import type { PanelState } from '../host';
import type { IconName } from '../parts/icons';
import { words } from '../words';
import type { Tone } from './consent-state';
import { worstFirst } from './lookup';

/** The state of this site in one sentence. */
export interface Verdict {
  tone: Tone;
  icon: IconName;
  title: string;
  /** Second line, smaller: the counts it rests on, or what to do. */
  more: string;
}

const toneOf: Record<Finding['severity'], Tone> = { error: 'bad', warning: 'warn', info: 'info' };
const iconOf: Record<Finding['severity'], IconName> = { error: 'bad', warning: 'warn', info: 'info' };

/** What is true of this site: the worst fault if there is one, else how far its absence can be trusted. */
export function verdictOf(state: PanelState): Verdict {
  const { session, obstacle, kept } = state;
  if (kept.error) return { tone: 'bad', icon: 'bad', title: words.verdict.stopped, more: words.verdict.stoppedMore };
  const seen = session.fires.length;
  if (seen === 0 && obstacle) return blocked(obstacle);
  const worst = headline(session);
  if (worst) return { tone: toneOf[worst.severity], icon: iconOf[worst.severity], title: worst.title, more: countsOf(session) };
  if (seen === 0 && session.pages.length === 0)
    return { tone: 'none', icon: 'missing', title: words.verdict.nothing, more: words.verdict.nothingMore };
  if (seen === 0) return { tone: 'none', icon: 'missing', title: words.verdict.noFires, more: words.verdict.noFiresMore };
  const untold = session.findings.filter((finding) => finding.verdict === 'unknown').length;
  if (untold > 0) return { tone: 'none', icon: 'unknown', title: words.verdict.untold(untold), more: countsOf(session) };
  return { tone: 'ok', icon: 'ok', title: words.verdict.clean(seen), more: countsOf(session) };
}

/** The fault to name first: worst severity, then what touches leads, then what touches most fires. */
export function headline(session: Session): Finding | undefined {
  const [first, ...rest] = worstFirst(session.findings).filter(
    (finding) => finding.verdict === 'fail' && finding.severity !== 'info',
  );
  if (!first) return undefined;
  const weight = (finding: Finding) => (finding.rule.startsWith('lead-') ? 1e6 : 0) + finding.fires.length;
  const tied = rest.filter((finding) => finding.severity === first.severity);
  return tied.reduce((best, finding) => (weight(finding) > weight(best) ? finding : best), first);
}

function blocked(obstacle: NonNullable<PanelState['obstacle']>): Verdict {
  if (obstacle === 'reload-needed')
    return { tone: 'none', icon: 'unknown', title: words.verdict.reload, more: words.verdict.reloadMore };
  return {
    tone: 'none',
    icon: 'unknown',
    title: obstacle === 'no-tab' ? words.verdict.noTab : words.verdict.notAllowed,
    more: '',
  };
}

function countsOf(session: Session): string {
  const accounts = new Set(session.fires.map((fire) => `${fire.vendor} ${fire.account}`));
  return words.verdict.counts(session.pages.length, session.submissions.length, session.fires.length, accounts.size);
}
