import type { ConsentChange, Fire, PageCall, Session, Submission } from '../../lib/model';

interface ItemBase {
  /** Unique among all rows. */
  key: string;
  at: number;
  pageId: string | null;
}

/** One thing that happened, as a row of a list. */
export type Item =
  | (ItemBase & { kind: 'fire'; fire: Fire })
  | (ItemBase & { kind: 'call'; call: PageCall })
  | (ItemBase & { kind: 'submission'; submission: Submission })
  | (ItemBase & { kind: 'consent'; change: ConsentChange })
  | (ItemBase & { kind: 'gap'; fromAt: number; why: string });

export type ItemKind = Item['kind'];

/** Everything of a session that happened, by kind, unsorted. */
export function itemsOf(session: Session, kinds: ReadonlySet<ItemKind>): Item[] {
  const items: Item[] = [];
  if (kinds.has('fire'))
    for (const fire of session.fires) items.push({ kind: 'fire', key: `f ${fire.id}`, at: fire.at, pageId: fire.pageId, fire });
  // A consent command that changed something is shown as what it changed, not a second time as a call.
  const told = new Set(kinds.has('consent') ? session.consent.map((change) => change.signalId) : []);
  if (kinds.has('call'))
    for (const call of session.calls)
      if (!told.has(call.id)) items.push({ kind: 'call', key: `k ${call.id}`, at: call.at, pageId: call.pageId, call });
  if (kinds.has('submission')) {
    for (const submission of session.submissions) {
      const at = submission.answeredAt ?? submission.startedAt;
      items.push({ kind: 'submission', key: `s ${submission.id}`, at, pageId: submission.fromPageId, submission });
    }
  }
  if (kinds.has('consent')) {
    for (const change of session.consent)
      items.push({ kind: 'consent', key: `c ${change.id}`, at: change.at, pageId: change.pageId, change });
  }
  if (kinds.has('gap')) {
    session.coverage.gaps.forEach((gap, index) => {
      items.push({
        kind: 'gap',
        key: `g ${index}`,
        at: gap.toAt,
        pageId: pageAt(session, gap.toAt),
        fromAt: gap.fromAt,
        why: gap.why,
      });
    });
  }
  return items;
}

function pageAt(session: Session, at: number): string | null {
  return session.pages.findLast((page) => page.at <= at)?.id ?? null;
}
