import type { Session } from '../../lib/model';
import type { AuditPlan } from './audit-plan';
import type { LoggedRequest } from './server';

/** How one way of sending fared: counts of its requests. */
export interface AuditRow {
  way: string;
  /** Reached the server. */
  sent: number;
  /** Listed as a fire, or as a hop under one. */
  seen: number;
  twice: number;
  /** Listed, and never reached the server. */
  invented: number;
  wrongPage: number;
}

/** Compares the server's log with the fires of a session. Chained requests carry their nonce with `-1`, `-2` added. */
export function compareAudit(plan: readonly AuditPlan[], log: readonly LoggedRequest[], session: Session): AuditRow[] {
  const rows = new Map<string, AuditRow>();
  const logged = log.filter((request) => request.method !== 'OPTIONS' && !request.path.startsWith('/audit'));
  for (const { way, nonce } of plan) {
    const row = rows.get(way) ?? { way, sent: 0, seen: 0, twice: 0, invented: 0, wrongPage: 0 };
    rows.set(way, row);
    const sent = logged.filter((request) => request.nonce?.split('-')[0] === nonce);
    const fires = session.fires.filter(
      (fire) => fire.eventId === nonce || fire.parameters.some((parameter) => parameter.value.split('-')[0] === nonce),
    );
    const signals = session.signals.filter(
      (signal) => signal.kind === 'request' && fires.some((fire) => fire.requests.some(({ signalId }) => signalId === signal.id)),
    );
    row.sent += sent.length;
    row.seen += Math.min(sent.length, signals.length);
    row.twice += Math.max(0, fires.length - 1) + Math.max(0, signals.length - sent.length);
    if (sent.length === 0) row.invented += fires.length;
    row.wrongPage += fires.filter((fire) => pathOf(session, fire.pageId) !== pageOf(plan, { way, nonce })).length;
  }
  return [...rows.values()];
}

/** True when all that was sent was listed, once, on its page, and nothing else. */
export function isExact(rows: readonly AuditRow[]): boolean {
  return rows.every((row) => row.sent > 0 && row.seen === row.sent && row.twice + row.invented + row.wrongPage === 0);
}

/** A route change makes a page of its own; what leaves with the document belongs to the last route. */
function pageOf(plan: readonly AuditPlan[], { way, nonce }: AuditPlan): string {
  const route = way === 'route change' ? nonce : plan.filter((sent) => sent.way === 'route change').at(-1)?.nonce;
  return route !== undefined && (way === 'route change' || way === 'pagehide') ? `/audit/route-${route}` : '/audit';
}

function pathOf(session: Session, pageId: string | null): string | null {
  const page = session.pages.find((candidate) => candidate.id === pageId);
  return page ? new URL(page.url).pathname : null;
}
