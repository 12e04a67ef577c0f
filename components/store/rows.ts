import type { Page, Session } from '../../lib/model';
import { matches, type Term } from './filter';
import { type Item, type ItemKind, itemsOf } from './items';
import type { Lookup } from './lookup';

/** Heading of a page view in a list; `page` is `null` for what no page can be named for. */
export interface PageRow {
  kind: 'page';
  key: string;
  at: number;
  page: Page | null;
  folded: boolean;
  /** Fires below it that pass the filter. */
  fires: number;
  /** How many of them have a fault. */
  faulty: number;
  items: number;
}

export type Row = PageRow | Item;

export interface RowsInput {
  session: Session;
  lookup: Lookup;
  kinds: ReadonlySet<ItemKind>;
  terms: readonly Term[];
  folded: ReadonlySet<string>;
}

export interface Rows {
  rows: Row[];
  /** Counts of what passes and of what there is, of the list's main kind. */
  shown: number;
  all: number;
}

/** Rows of a list: page views newest first, and below each what happened on it, newest first. */
export function buildRows(input: RowsInput, counted: ItemKind): Rows {
  const { session, lookup, kinds, terms, folded } = input;
  const groups = new Map<string | null, Item[]>();
  let all = 0;
  let shown = 0;
  for (const item of itemsOf(session, kinds)) {
    if (item.kind === counted) all++;
    if (terms.length > 0 && !matches(item, terms, lookup)) continue;
    if (item.kind === counted) shown++;
    const group = lookup.page(item.pageId ?? '') ? item.pageId : null;
    const list = groups.get(group);
    if (list) list.push(item);
    else groups.set(group, [item]);
  }
  const heads = session.pages.flatMap((page) => (groups.has(page.id) || terms.length === 0 ? [{ page, at: page.at }] : []));
  const orphans = groups.get(null);
  const headings: { page: Page | null; at: number }[] = orphans ? [...heads, { page: null, at: newest(orphans) }] : heads;
  headings.sort((a, b) => b.at - a.at);

  const rows: Row[] = [];
  for (const { page, at } of headings) {
    const items = groups.get(page?.id ?? null) ?? [];
    const key = `p ${page?.id ?? ''}`;
    rows.push({ kind: 'page', key, at, page, folded: folded.has(key), ...countsOf(items, lookup) });
    if (folded.has(key)) continue;
    for (const item of newestFirst(items)) rows.push(item);
  }
  return { rows, shown, all };
}

function countsOf(items: readonly Item[], lookup: Lookup): Pick<PageRow, 'fires' | 'faulty' | 'items'> {
  let fires = 0;
  let faulty = 0;
  for (const item of items) {
    if (item.kind !== 'fire') continue;
    fires++;
    if (lookup.findings(item.fire.id).some((finding) => finding.verdict === 'fail' && finding.severity !== 'info')) faulty++;
  }
  return { fires, faulty, items: items.length };
}

const newest = (items: readonly Item[]) => items.reduce((at, item) => Math.max(at, item.at), 0);

/** What was recorded later stands above at equal times: consequences above causes. */
const weight: Record<ItemKind, number> = { fire: 4, call: 3, submission: 2, consent: 1, gap: 0 };
function newestFirst(items: Item[]): Item[] {
  return items.reverse().sort((a, b) => b.at - a.at || weight[b.kind] - weight[a.kind]);
}
