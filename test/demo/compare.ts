import type { Fire, Session } from '../../lib/model';
import type { SiteVersion } from './answers';
import expected from './expected.json';
import type { Visitor } from './visit';

/** A finding, reduced to what `expected.json` fixes. */
export interface FindingRow {
  rule: string;
  verdict: string;
  severity: string;
  vendors: string[];
}

export interface FireRow {
  vendor: string;
  event: string;
  page: string;
  consent: string;
  placement?: string;
  count: number;
}

export interface Picture {
  findings: FindingRow[];
  fires: FireRow[];
}

/** What must be found, for rules that exist. */
export function expectedPicture(version: SiteVersion, visitor: Visitor, ruleIds: ReadonlySet<string>): Picture {
  const { findings, fires } = expected[version][visitor];
  return {
    findings: sorted(
      findings
        .filter(({ rule }) => ruleIds.has(rule))
        .map(({ rule, verdict, severity, vendors }) => ({ rule, verdict, severity, vendors })),
    ),
    fires: sorted(fires.map(({ why, ...row }) => ({ ...row }))),
  };
}

/** What was found: findings of one rule, verdict and severity together, fires counted by vendor, event, page, consent and placement. */
export function pictureOf(session: Session): Picture {
  const fires = new Map(session.fires.map((fire) => [fire.id, fire]));
  const findings = new Map<string, FindingRow>();
  for (const { rule, verdict, severity, fires: ids } of [...session.findings, ...session.notes]) {
    const key = [rule, verdict, severity].join();
    const row = findings.get(key) ?? { rule, verdict, severity, vendors: [] };
    row.vendors = [...new Set([...row.vendors, ...ids.map((id) => fires.get(id)?.vendor ?? '?')])].sort();
    findings.set(key, row);
  }
  return { findings: sorted([...findings.values()]), fires: countFires(session) };
}

function countFires(session: Session): FireRow[] {
  const paths = new Map(session.pages.map((page) => [page.id, new URL(page.url).pathname]));
  const rows = new Map<string, FireRow>();
  for (const fire of session.fires) {
    const row: FireRow = {
      vendor: fire.vendor,
      event: fire.event,
      page: (fire.pageId === null ? null : paths.get(fire.pageId)) ?? 'not known',
      consent: fire.consent.verdict,
      ...placementOf(fire),
      count: 0,
    };
    const key = JSON.stringify(row);
    const known = rows.get(key) ?? row;
    known.count += 1;
    rows.set(key, known);
  }
  return sorted([...rows.values()]);
}

function placementOf(fire: Fire): { placement?: string } {
  return fire.placement === undefined ? {} : { placement: fire.placement };
}

function sorted<T extends object>(rows: T[]): T[] {
  const key = (row: T): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => a.localeCompare(b)));
  return rows.sort((a, b) => key(a).localeCompare(key(b)));
}
