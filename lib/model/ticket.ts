import type { Evidence, Said } from './finding';

/**
 * A finding as plain text for a ticket: title, what happens, why it matters, evidence, fix, and the rule that spoke.
 * Needs nothing but the finding, so that it reads the same wherever it is copied from.
 */
export function ticket(finding: Said): string {
  return [
    finding.title,
    section('What happens', finding.message),
    section('Why it matters', finding.why),
    section('Evidence', finding.evidence.map(line).join('\n')),
    section('Fix', finding.fix),
    `Rule: ${finding.rule} (${finding.verdict === 'unknown' ? 'cannot be told' : finding.severity})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(heading: string, text: string): string {
  return text === '' ? '' : `${heading}\n${text}`;
}

function line(evidence: Evidence): string {
  return `- ${evidence.text}`;
}
