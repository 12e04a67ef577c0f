import type { Evidence, Fire } from '../model';
import { addTo } from './add-to';
import { fireEvidence } from './fire-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { stoppedByBlocker } from './stopped-by-blocker';
import { count, hostOf } from './words';

const meta = {
  id: 'gpc-ignored',
  severity: 'warning',
  tags: ['consent'],
  title: 'The browser’s opt-out signal is passed on',
  failTitle: 'The browser’s opt-out signal is not passed on',
  why: 'Several states of the US take Global Privacy Control as an opt-out of sale; a vendor that is not told goes on using the data.',
  fix: 'Let the tag send its vendor’s opt-out field where the browser says so (navigator.globalPrivacyControl).',
  messages: {
    ignored: {
      verdict: 'fail',
      severity: 'warning',
      when: 'Global Privacy Control was on from the start to the fire, and the hit lacks the opt-out field that its vendor documents',
      title: '{vendor} is not told of the visitor’s opt-out signal',
      text: 'The browser sent Global Privacy Control. {fires} left from {host} without {field}.',
    },
    untold: {
      verdict: 'unknown',
      severity: 'info',
      when: 'whether the signal was on was not seen, or changed on the way',
      title: 'Whether {vendor} heeds the opt-out signal on {host} cannot be told',
      text: '{fires} left without {field}. Whether the browser sent Global Privacy Control throughout was not seen.',
    },
  },
  passes: {
    'passed-on': 'the hit carries the opt-out field;',
    off: 'the browser sends no such signal;',
    'other-law': 'the settings do not say that the law of the United States applies;',
    'no-field': 'the vendor documents no field for it.',
  },
  docs: 'docs/rules/gpc-ignored.md',
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;
type Pass = keyof typeof meta.passes;

export const rule: Rule = {
  meta,
  create(context) {
    const causes = new Map<string, Fire[]>();
    const signalsOf = createSignalsOf(context);
    return {
      fire(fire) {
        const said = judge(fire, context, signalsOf);
        if (said === null) return;
        if (said in meta.passes) context.pass(said);
        else addTo(causes, JSON.stringify([said, ...keyOf(fire, context)]), fire);
      },
      end() {
        for (const [id, fires] of causes) reportCause((JSON.parse(id) as [Says])[0], fires, context);
      },
    };
  },
};

/** What the browser said of the signal in a document, in order of time. */
type SignalsOf = (documentId: string) => readonly { id: string; at: number; on: boolean }[];

function createSignalsOf({ signals }: RuleContext): SignalsOf {
  const byDocument = new Map<string, { id: string; at: number; on: boolean }[]>();
  for (const { at, id, place, ...signal } of signals) {
    if (signal.kind !== 'consent' || signal.framework !== 'gpc' || place.documentId === null) continue;
    addTo(byDocument, place.documentId, { id, at, on: signal.data === true });
  }
  return (documentId) => byDocument.get(documentId) ?? [];
}

function judge(fire: Fire, context: RuleContext, signalsOf: SignalsOf): Says | Pass | null {
  if (context.settings.jurisdiction !== 'us') return 'other-law';
  if (stoppedByBlocker(fire)) return null;
  if (fire.usOptOut === undefined) return 'no-field';
  if (fire.usOptOut.sent) return 'passed-on';
  const documentId = context.page(fire.pageId)?.documentId ?? '';
  const until = signalsOf(documentId).filter(({ at }) => at <= fire.at);
  if (until.length === 0) return 'untold';
  if (until.every(({ on }) => on)) return 'ignored';
  return until.some(({ on }) => on) ? 'untold' : 'off';
}

function keyOf(fire: Fire, context: RuleContext): (string | null)[] {
  return [fire.vendor, fire.account, hostOf(context.page(fire.pageId)?.url ?? 'an unknown page')];
}

function reportCause(says: Says, fires: readonly Fire[], context: RuleContext): void {
  const [fire] = fires;
  if (!fire) return;
  const key = keyOf(fire, context);
  const host = key[2] ?? '';
  const field = fire.usOptOut?.field ?? '';
  context.report({
    message: says,
    key: [...key, says],
    data: { vendor: fire.vendorName, host, field, fires: count(fires.length, 'fire') },
    vendor: fire.vendor,
    fix: fixOf(says, fire.vendorName, field),
    fires,
    evidence: [...fireEvidence(fires, context), ...signalEvidence(fire, context)],
  });
}

function signalEvidence(fire: Fire, context: RuleContext): Evidence[] {
  const documentId = context.page(fire.pageId)?.documentId ?? '';
  const said = createSignalsOf(context)(documentId).slice(0, 3);
  return said.map(({ id, on }) => ({
    kind: 'note',
    ref: id,
    text: `Global Privacy Control was ${on ? 'on' : 'off'} in this browser`,
  }));
}

function fixOf(says: Says, vendor: string, field: string): string {
  if (says === 'untold')
    return '1. Record the page from its start in a browser whose privacy setting sends Global Privacy Control.';
  return [
    '1. See whether the consent tool has a setting for Global Privacy Control, and turn it on.',
    `2. If it has none, let the page read navigator.globalPrivacyControl before ${vendor}’s library starts, and send ${field}.`,
    `3. Load the page again with the signal on: every hit of ${vendor} must carry ${field}.`,
  ].join('\n');
}
