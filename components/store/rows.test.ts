import { describe, expect, it } from 'vitest';
import type { Session } from '../../lib/model';
import { sampleSubmission } from '../../test/helpers/sample-panel';
import { sampleFinding, sampleFire, samplePage, sampleSession } from '../../test/helpers/sample-session';
import { parseFilter } from './filter';
import type { ItemKind } from './items';
import { createLookup } from './lookup';
import { buildRows } from './rows';

const at = samplePage().at;
const session = sampleSession({
  pages: [samplePage(), samplePage({ id: 'p2', at: at + 10_000, url: 'https://www.alder.example/thanks' })],
  fires: [
    sampleFire({ id: 'f1', at: at + 400 }),
    sampleFire({ id: 'f2', at: at + 10_400, pageId: 'p2', event: 'PageView', category: 'page_view' }),
    sampleFire({ id: 'f3', at: at + 10_500, pageId: 'p2' }),
    sampleFire({ id: 'f4', at: at + 5_000, pageId: null }),
  ],
  calls: [{ id: 'c1', at: at + 10_500, pageId: 'p2', api: 'fbq', words: "fbq('track', 'Lead')", fires: ['f3'] }],
  submissions: [sampleSubmission({ startedAt: at + 9_000, answeredAt: at + 9_400 })],
  findings: [sampleFinding({ fires: ['f1'] })],
  coverage: { ...sampleSession().coverage, gaps: [{ fromAt: 0, toAt: at + 2_000, why: 'the recorder was restarted' }] },
});
const every: ItemKind[] = ['fire', 'call', 'submission', 'consent', 'gap'];

function rowsOf(of: Session, { kinds = every, filter = '', folded = [] as string[] } = {}) {
  const input = {
    session: of,
    lookup: createLookup(of),
    kinds: new Set(kinds),
    terms: parseFilter(filter),
    folded: new Set(folded),
  };
  return buildRows(input, 'fire');
}
const keys = (result: ReturnType<typeof rowsOf>) => result.rows.map((row) => row.key);

describe('buildRows', () => {
  it('puts the newest page first and below it the newest thing first, consequences above causes', () => {
    expect(keys(rowsOf(session))).toEqual(['p p2', 'f f3', 'k c1', 'f f2', 'p ', 'f f4', 'p p1', 's s1', 'g 0', 'f f1']);
  });

  it('gives what no page can be named for a heading of its own', () => {
    expect(rowsOf(session).rows.find((row) => row.key === 'p ')).toMatchObject({ page: null, fires: 1 });
  });

  it('keeps the heading of a folded page, with what is in it and what is wrong', () => {
    const { rows, shown } = rowsOf(session, { folded: ['p p1'] });
    expect(rows.at(-1)).toMatchObject({ key: 'p p1', folded: true, fires: 1, faulty: 1 });
    expect(shown).toBe(4);
  });

  it('leaves out what does not pass, and headings with nothing below them', () => {
    const result = rowsOf(session, { filter: 'event:pageview' });
    expect(keys(result)).toEqual(['p p2', 'f f2']);
    expect(result).toMatchObject({ shown: 1, all: 4 });
  });

  it('lists a page without fires, since that is an answer too', () => {
    expect(keys(rowsOf(sampleSession({ fires: [] })))).toEqual(['p p1']);
  });

  it('counts only what it is asked to count', () => {
    expect(rowsOf(session, { kinds: ['fire'] }).rows.some((row) => row.kind === 'call')).toBe(false);
    expect(rowsOf(sampleSession({ fires: [], pages: [] }))).toEqual({ rows: [], shown: 0, all: 0 });
  });

  it('shows a consent command as what it changed, once, and as a call where calls alone are listed', () => {
    const change = {
      id: 'k',
      at,
      seenAt: at,
      pageId: 'p1',
      documentId: 'D1',
      framework: 'consent-mode',
      state: 'default',
      words: '',
      signalId: 'c1',
    } as const;
    const call = { id: 'c1', at, pageId: 'p1', api: 'gtag', words: "gtag('consent', 'default')", fires: [] };
    const both = sampleSession({ fires: [], consent: [change], calls: [call] });
    expect(keys(rowsOf(both))).toEqual(['p p1', 'c k']);
    expect(keys(rowsOf(both, { kinds: ['call'] }))).toEqual(['p p1', 'k c1']);
  });

  it('does not change the session it reads', () => {
    const before = JSON.stringify(session);
    rowsOf(session);
    expect(JSON.stringify(session)).toBe(before);
  });

  it('builds the rows of 100,000 fires without copying what they hold', () => {
    const many = sampleSession({ fires: Array.from({ length: 100_000 }, (_, n) => sampleFire({ id: `f${n}`, at: at + n })) });
    expect(rowsOf(many).rows).toHaveLength(100_001);
  });
});
