import type { Session } from '../model';
import { coverageLines } from './text-coverage';
import { findingLines } from './text-findings';
import { fireLines } from './text-fires';
import { submissionLines } from './text-submissions';
import { countProblems, dateTime, hostsOf, plural } from './words';
import { wrap, wrapBeside } from './wrap';

export interface TextOptions {
  /** Characters in a line; 80 unless told. */
  width?: number;
  /** Adds ANSI colours, for a terminal. */
  colour?: boolean;
}

/** A session as a person wants to read it: what is true, what is wrong and what to do, then what was sent and what could not be seen. */
export function text(session: Session, { width = 80, colour = false }: TextOptions = {}): string {
  const paint = painter(colour);
  const sections = [
    head(session, width),
    findingLines(session, width, paint),
    submissionLines(session, width, paint),
    fireLines(session, width, paint),
    coverageLines(session, width, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head(session: Session, width: number): string[] {
  const vendors = new Set(session.fires.map((fire) => fire.vendor)).size;
  const where = hostsOf(session).join(', ') || 'no page';
  const counts = [
    plural(session.pages.filter((page) => /^https?:/.test(page.url)).length, 'page view'),
    `${plural(session.fires.length, 'fire')}${vendors > 0 ? ` of ${plural(vendors, 'vendor')}` : ''}`,
    plural(session.submissions.length, 'submission'),
  ].join(', ');
  const { startedAt, endedAt } = session.source;
  const seconds = Math.max(0, Math.round((endedAt - startedAt) / 1000));
  return [
    ...wrapBeside('Tagwitness  ', where, width),
    ...wrapBeside('            ', counts, width),
    ...wrapBeside('            ', `${dateTime(startedAt)} UTC, ${plural(seconds, 'second')}`, width),
    ...wrapBeside('            ', accounts(session), width),
    '',
    ...wrap(verdict(session), width),
  ];
}

/** `Meta 7319… (9), GA4 G-AL… (7)`: each account with its number of fires. */
function accounts(session: Session): string {
  const counts = new Map<string, number>();
  for (const { vendorName, account } of session.fires) {
    const name = `${vendorName} ${account ?? ''}`.trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} (${count})`).join(', ');
}

function verdict(session: Session): string {
  const problems = countProblems(session.findings);
  if (problems !== '') return `${problems[0]?.toUpperCase()}${problems.slice(1)} found.`;
  const untold = session.findings.filter((finding) => finding.verdict === 'unknown').length;
  const nothing = session.fires.length === 0 ? 'No tag fired, and nothing wrong was seen.' : 'Nothing wrong was seen.';
  return untold > 0 ? `${nothing} ${plural(untold, 'thing')} could not be told.` : nothing;
}

/** Puts a colour around a text, or not. */
export type Paint = (colour: 'red' | 'yellow' | 'dim' | 'bold', text: string) => string;

function painter(colour: boolean): Paint {
  if (!colour) return (_name, plain) => plain;
  const codes = { red: 31, yellow: 33, dim: 2, bold: 1 };
  return (name, plain) => `\u001b[${codes[name]}m${plain}\u001b[0m`;
}
