import type { Session } from '../model';
import type { Paint } from './text';
import { clock, pathOf } from './words';
import { wrapBeside } from './wrap';

/** Each attempt to send a form: when, where, how it ended and why we think so. */
export function submissionLines(session: Session, width: number, paint: Paint): string[] {
  if (session.submissions.length === 0) return [];
  const urls = new Map(session.pages.map((page) => [page.id, pathOf(page.url)]));
  const lines = session.submissions.flatMap((submission) => {
    const to = submission.toPageId === undefined ? '' : ` → ${urls.get(submission.toPageId) ?? '?'}`;
    const label = submission.formLabel ? ` (${submission.formLabel})` : '';
    const sent = `${urls.get(submission.fromPageId) ?? '?'}${label}${to}: ${submission.outcome}. ${sentence(submission.basis)}`;
    return wrapBeside(`${clock(submission.startedAt)}  `, sent, width);
  });
  return [paint('bold', 'Submissions'), ...lines];
}

/** Bases are clauses; a reader wants a sentence. */
function sentence(clause: string): string {
  const started = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.?!]$/.test(started) ? started : `${started}.`;
}
