import type { Finding, Note, Said } from '../model';
import { createContext } from './context';
import { ignoredBecause } from './ignored-because';
import type { Rule, Visitors } from './kit';
import { applyPrecedence } from './precedence';
import type { RuleInput } from './rule-input';
import { type Told, toFindings } from './to-findings';

export interface RuleOutput {
  /** Worst first, then by id: the same for the same evidence in any order. */
  findings: Finding[];
  /** What is right and worth a line all the same, by id. */
  notes: Note[];
  /** How often each rule looked and found nothing wrong, by rule id. What the rule calls not applicable is counted here too. */
  passes: Record<string, number>;
  /** Findings the settings ask to leave out. They are neither findings nor passes, and are counted here with the reason given. */
  ignored: { rule: string; why: string; count: number }[];
}

/** Lets each rule look at everything once. A rule that breaks becomes one `crashed` finding; the others go on. */
export function runAll(rules: readonly Rule[], input: RuleInput): RuleOutput {
  const ordered = inOrder(input);
  const passes: Record<string, number> = {};
  const found: Said[] = [];
  const ignored = new Map<string, RuleOutput['ignored'][number]>();
  for (const rule of rules) {
    const ran = runRule(rule, ordered);
    for (const reason of Object.keys(ran.passes)) {
      passes[rule.meta.id] = (passes[rule.meta.id] ?? 0) + (ran.passes[reason] ?? 0);
    }
    for (const { finding, vendor } of ran.findings) {
      const why = ignoredBecause(finding, vendor, ordered.input);
      if (why === undefined) found.push(finding);
      else countIgnored(ignored, rule.meta.id, why);
    }
  }
  const said = applyPrecedence(found, rules).sort(byWeight);
  return {
    findings: said.filter((one): one is Finding => one.verdict !== 'pass'),
    notes: said.filter((one): one is Note => one.verdict === 'pass'),
    passes,
    ignored: [...ignored.values()],
  };
}

export interface RuleRun {
  findings: Told[];
  /** Count by the rule's own reason. */
  passes: Record<string, number>;
}

/** One rule over everything. When it throws, what it said before is worth nothing: only the crash is told. */
export function runRule(rule: Rule, ordered: Ordered): RuleRun {
  const { context, reports, passes } = createContext(rule.meta, ordered.input);
  try {
    visit(rule.create(context), ordered);
    return { findings: toFindings(rule.meta, reports), passes };
  } catch (error) {
    return { findings: [{ finding: crashed(rule, error), messages: [] }], passes: {} };
  }
}

/** Input whose lists stand in order of `at`, ties broken by id, so that no verdict depends on the order of arrival. */
export interface Ordered {
  input: RuleInput;
  steps: readonly Step[];
}

interface Step {
  at: number;
  rank: number;
  id: string;
  go(visitors: Visitors): void;
}

export function inOrder(input: RuleInput): Ordered {
  const steps: Step[] = [
    ...input.pages.map((page) => ({ at: page.at, rank: 0, id: page.id, go: (v: Visitors) => v.page?.(page) })),
    ...input.consent.map((change) => ({ at: change.at, rank: 1, id: change.id, go: (v: Visitors) => v.consent?.(change) })),
    ...input.calls.map((call) => ({ at: call.at, rank: 2, id: call.id, go: (v: Visitors) => v.call?.(call) })),
    ...input.submissions.map((one) => ({ at: one.startedAt, rank: 3, id: one.id, go: (v: Visitors) => v.submission?.(one) })),
    ...input.fires.map((fire) => ({ at: fire.at, rank: 4, id: fire.id, go: (v: Visitors) => v.fire?.(fire) })),
  ];
  steps.sort((a, b) => a.at - b.at || a.rank - b.rank || order(a.id, b.id));
  const sorted: RuleInput = {
    settings: input.settings,
    pages: byAt(input.pages, (page) => page.at),
    consent: byAt(input.consent, (change) => change.at),
    calls: byAt(input.calls, (call) => call.at),
    submissions: byAt(input.submissions, (submission) => submission.startedAt),
    fires: byAt(input.fires, (fire) => fire.at),
    signals: byAt(input.signals, (signal) => signal.at),
    storage: byAt(input.storage, (one) => one.at),
  };
  return { input: sorted, steps };
}

function visit(visitors: Visitors, { steps }: Ordered): void {
  for (const step of steps) step.go(visitors);
  visitors.end?.();
}

/** In order of time. Most lists come in order already, and the list of signals is long. */
function byAt<T extends { id: string }>(items: readonly T[], at: (item: T) => number): readonly T[] {
  const compare = (a: T, b: T) => at(a) - at(b) || order(a.id, b.id);
  const inOrderAlready = items.every((item, n) => {
    const before = items[n - 1];
    return before === undefined || compare(before, item) <= 0;
  });
  return inOrderAlready ? items : [...items].sort(compare);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const weight = { error: 0, warning: 1, info: 2 };
const kind = { fail: 0, unknown: 1, crashed: 2, pass: 3 };

function byWeight(a: Said, b: Said): number {
  return weight[a.severity] - weight[b.severity] || kind[a.verdict] - kind[b.verdict] || order(a.id, b.id);
}

function crashed(rule: Rule, error: unknown): Finding {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    id: `crashed:${rule.meta.id}`,
    rule: rule.meta.id,
    verdict: 'crashed',
    severity: 'info',
    title: `The check “${rule.meta.title}” broke and says nothing`,
    message: `This is a fault of Tagwitness, not of the page. All other checks ran. What it said when it broke: ${reason.slice(0, 200)}`,
    why: 'What this check looks for may be there and would not be listed.',
    fix: '1. Export this session.\n2. Report the fault with the export attached.',
    fires: [],
    submissions: [],
    evidence: [],
  };
}

function countIgnored(ignored: Map<string, RuleOutput['ignored'][number]>, rule: string, why: string): void {
  const key = `${rule}\n${why}`;
  const entry = ignored.get(key) ?? { rule, why, count: 0 };
  entry.count += 1;
  ignored.set(key, entry);
}
