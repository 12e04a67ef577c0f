import type { ConsentSignal, Evidence, Fire, Json } from '../model';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { count, hostOf } from './words';

const meta = {
  id: 'consent-default-late',
  severity: 'error',
  tags: ['consent'],
  title: 'Google’s consent default is set before the first Google tag',
  failTitle: 'Google’s consent default is set too late, or never',
  why: 'Until a default is set, Google’s tags behave as if everything were allowed.',
  fix: 'Set the default in the page’s head, above every Google tag, or let the consent tool’s template do so on “Consent Initialization”.',
  messages: {
    late: {
      verdict: 'fail',
      severity: 'error',
      when: 'Google’s own state says that the default came after a tag had asked for it',
      title: 'The consent default on {host} is set after Google’s tags have started',
      text: 'On {pages}, Google’s own state says that the default was set after a tag had already asked for it.',
    },
    never: {
      verdict: 'fail',
      severity: 'error',
      when: 'an update came without a default: Google’s own state says so, or the letters of a hit do',
      title: 'Consent on {host} is updated, but no default is ever set',
      text: 'On {pages}, Google’s tags were told of a choice, and of no default before it.',
    },
    order: {
      verdict: 'unknown',
      severity: 'info',
      when: 'Consent Mode was called, and neither Google’s own state nor a hit says whether a default was set in time',
      title: 'Whether the consent default on {host} is set in time cannot be told',
      text: 'On {pages}, Consent Mode was called, and nothing of Google’s own says when the default was set. A template sets one without a call.',
    },
  },
  passes: {
    'in-time': 'Google’s own state, or the letters of its hits, say that a default was set, and nothing says that it was late;',
    'not-applicable': 'nothing on the page speaks of Consent Mode.',
  },
  docs: 'docs/rules/consent-default-late.md',
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;
type Verdict = { says: Says | 'in-time'; evidence: Evidence[]; fires: Fire[] };

export const rule: Rule = {
  meta,
  create(context) {
    const pages = new Map<string, PageEvidence>();
    const of = (pageId: string): PageEvidence => {
      const known = pages.get(pageId) ?? { calls: [], hits: [], states: [] };
      pages.set(pageId, known);
      return known;
    };
    return {
      consent(change) {
        if (change.framework !== 'consent-mode' || change.pageId === null) return;
        of(change.pageId).calls.push({ kind: 'consent', ref: change.id, text: change.words });
      },
      fire(fire) {
        const letters = lettersOf(fire.carried?.raw?.gcd);
        if (letters !== '' && fire.pageId !== null) of(fire.pageId).hits.push({ fire, letters });
      },
      end() {
        addStates(of, context);
        report(pages, context);
      },
    };
  },
};

interface PageEvidence {
  calls: Evidence[];
  hits: { fire: Fire; letters: string }[];
  states: { signal: ConsentSignal; state: Record<string, Json> }[];
}

/** `google_tag_data.ics`, laid to the page whose document it was read in. */
function addStates(of: (pageId: string) => PageEvidence, context: RuleContext): void {
  for (const signal of context.signals) {
    if (signal.kind !== 'consent' || signal.framework !== 'google-state' || !isRecord(signal.data)) continue;
    const ofDocument = context.pages.filter((page) => page.documentId === signal.place.documentId);
    const page = ofDocument.findLast(({ at }) => at <= signal.at) ?? ofDocument[0];
    if (page !== undefined) of(page.id).states.push({ signal, state: signal.data });
  }
}

function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The letters of `gcd` for ad_storage, analytics_storage, ad_user_data and ad_personalization: each holds what was declared, the default and the
 * update in two bits. l: nothing · p, t: a default · m, n: an update without a default · q, r, u, v: both.
 * https://www.simoahava.com/analytics/consent-mode-v2-google-tags/
 */
function lettersOf(gcd: string | undefined): string {
  if (!gcd?.startsWith('1')) return '';
  return [2, 4, 6, 8].map((index) => gcd.charAt(index)).join('');
}

function judge({ calls, hits, states }: PageEvidence): Verdict | null {
  const late = states.find(({ state }) => state.wasSetLate === true);
  if (late) return { says: 'late', evidence: [stateEvidence(late.signal, 'the default was set late')], fires: [] };
  const never = states.find(({ state }) => state.usedUpdate === true && state.usedDefault === false);
  const without = hits.filter(({ letters }) => /[mn]/.test(letters));
  if (never ?? without[0]) {
    const words = 'an update was used, a default was not';
    const fires = without.map(({ fire }) => fire);
    return { says: 'never', evidence: [...(never ? [stateEvidence(never.signal, words)] : []), ...calls.slice(0, 3)], fires };
  }
  const isSet = states.some(({ state }) => state.usedDefault === true) || hits.some(({ letters }) => /[p-v]/.test(letters));
  if (isSet) return { says: 'in-time', evidence: [], fires: [] };
  return calls.length === 0 ? null : { says: 'order', evidence: calls.slice(0, 3), fires: [] };
}

function stateEvidence(signal: ConsentSignal, words: string): Evidence {
  return { kind: 'note', ref: signal.id, text: `Google’s own state (google_tag_data.ics): ${words}.` };
}

function report(pages: ReadonlyMap<string, PageEvidence>, context: RuleContext): void {
  const causes = new Map<string, (Verdict & { says: Says })[]>();
  for (const page of context.pages) {
    const seen = pages.get(page.id);
    const verdict = seen === undefined ? null : judge(seen);
    if (verdict === null) context.pass('not-applicable');
    else if (verdict.says === 'in-time') context.pass('in-time');
    else {
      const key = JSON.stringify([verdict.says, hostOf(page.url)]);
      causes.set(key, [...(causes.get(key) ?? []), { ...verdict, says: verdict.says }]);
    }
  }
  for (const [id, verdicts] of causes) {
    const [says, host] = JSON.parse(id) as [Says, string];
    const fires = verdicts.flatMap((one) => one.fires);
    context.report({
      message: says,
      key: [host, says],
      data: { host, pages: count(verdicts.length, 'page') },
      fix: fixOf(says, host),
      fires,
      evidence: [...verdicts.flatMap((one) => one.evidence).slice(0, 6), ...fires.slice(0, 3).map(hitEvidence)],
    });
  }
}

function hitEvidence(fire: Fire): Evidence {
  const text = `${fire.vendorName} ${fire.event} carries gcd=${fire.carried?.raw?.gcd}: an update, and no default`;
  return { kind: 'fire', ref: fire.id, text };
}

function fixOf(says: Says, host: string): string {
  if (says === 'order') return `1. Open ${host} in a private window and record from the start, with Google’s tags loading.`;
  return [
    '1. In Google Tag Manager, give the consent tool’s template the trigger “Consent Initialization - All Pages”.',
    '2. Without Tag Manager, put gtag(“consent”, “default”, …) in the page’s head, above the script of Google’s tag.',
    `3. Publish, open ${host} in a private window, and look at the first Google hit: its gcd must have p or t for each type.`,
  ].join('\n');
}
