import type { Finding, Fire, Said, Session } from '../model';

/** Consent of a fire in one or two words. */
export function consentWord(fire: Pick<Fire, 'consent' | 'limited'>): string {
  const { verdict } = fire.consent;
  if (fire.limited && (verdict === 'pending' || verdict === 'denied')) return 'no cookies';
  return { granted: 'allowed', denied: 'refused', pending: 'too early', 'not-required': 'not needed', unknown: 'unknown' }[
    verdict
  ];
}

/** Heading of a finding: its severity, or that it cannot be told. */
export function findingWord(finding: Pick<Said, 'verdict' | 'severity'>): string {
  if (finding.verdict === 'unknown') return 'cannot be told';
  if (finding.verdict === 'crashed') return 'not checked';
  return finding.severity === 'info' ? 'note' : finding.severity;
}

/** `3 errors, 1 warning`; empty when there is neither. */
export function countProblems(findings: readonly Finding[]): string {
  const failed = findings.filter((finding) => finding.verdict === 'fail');
  const errors = failed.filter((finding) => finding.severity === 'error').length;
  const warnings = failed.filter((finding) => finding.severity === 'warning').length;
  return [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''].filter(Boolean).join(', ');
}

/** `1 fire`, `2 fires`. */
export function plural(count: number, noun: string): string {
  const ending = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count} ${count === 1 ? noun : ending}`;
}

/** `09:12:04.120`, UTC. */
export function clock(at: number): string {
  return iso(at).slice(11, 23);
}

/** `2026-11-25 09:12:04`, UTC. */
export function dateTime(at: number): string {
  return iso(at).slice(0, 19).replace('T', ' ');
}

function iso(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '????-??-??T??:??:??.???Z' : date.toISOString();
}

/** Path and query of an address, or the address when it is none. */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Hosts of a session's pages on the web, in order of their first view. */
export function hostsOf(session: Session): string[] {
  const hosts = session.pages
    .filter((page) => /^https?:/.test(page.url) && URL.canParse(page.url))
    .map((page) => new URL(page.url).host);
  return [...new Set(hosts)];
}
