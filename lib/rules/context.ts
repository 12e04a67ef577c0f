import type { Fire } from '../model';
import { addTo } from './add-to';
import type { Report, RuleContext, RuleMeta } from './kit';
import type { RuleInput } from './rule-input';

/** The context one rule works with, and where its reports and passes end up. Lists in `input` stand in order of `at`. */
export function createContext(meta: RuleMeta, input: RuleInput) {
  const reports: Report[] = [];
  const passes: Record<string, number> = {};
  const pages = lazy(() => byId(input.pages));
  const submissions = lazy(() => byId(input.submissions));
  const signals = lazy(() => byId(input.signals));
  const ofPage = lazy(() => groupBy(input.fires, (fire) => fire.pageId));
  const ofSubmission = lazy(() => groupBy(input.fires, (fire) => fire.submissionId));
  const context: RuleContext = {
    settings: input.settings,
    pages: input.pages,
    submissions: input.submissions,
    calls: input.calls,
    consent: input.consent,
    signals: input.signals,
    storage: input.storage,
    page: (id) => (id == null ? undefined : pages().get(id)),
    submission: (id) => (id == null ? undefined : submissions().get(id)),
    signal: (id) => (id == null ? undefined : signals().get(id)),
    firesOfPage: (id) => ofPage().get(id) ?? [],
    firesOfSubmission: (id) => ofSubmission().get(id) ?? [],
    report(report) {
      if (!Object.hasOwn(meta.messages, report.message)) throw new Error(`${meta.id} has no message "${report.message}"`);
      reports.push(report);
    },
    pass(reason) {
      if (!Object.hasOwn(meta.passes, reason)) throw new Error(`${meta.id} has no reason to pass "${reason}"`);
      passes[reason] = (passes[reason] ?? 0) + 1;
    },
  };
  return { context, reports, passes };
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function groupBy(fires: readonly Fire[], key: (fire: Fire) => string | null | undefined): Map<string, Fire[]> {
  const groups = new Map<string, Fire[]>();
  for (const fire of fires) {
    const k = key(fire);
    if (k != null) addTo(groups, k, fire);
  }
  return groups;
}

/** Most rules need few of the look-ups, and rules run often. */
function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
