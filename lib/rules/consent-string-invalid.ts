import type { ConsentChange, TcStringFault } from '../model';
import { addTo } from './add-to';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { count, hostOf } from './words';

const meta = {
  id: 'consent-string-invalid',
  severity: 'warning',
  tags: ['consent'],
  title: 'The consent string is valid for its date',
  failTitle: 'The consent string is not valid',
  why: 'Vendors throw an invalid consent string away and treat the visitor as one who refused: allowed advertising is lost.',
  fix: 'Bring the consent tool up to date, and let it ask again where the stored choice is too old.',
  messages: {
    malformed: {
      verdict: 'fail',
      severity: 'warning',
      when: 'the string cannot be read',
      title: 'The consent string on {host} cannot be read',
      text: '{words} Seen on {pages}.',
    },
    'outdated-policy': {
      verdict: 'fail',
      severity: 'warning',
      when: 'it was made under a policy that had ended by then',
      title: 'The consent string on {host} follows a policy that has ended',
      text: '{words} Seen on {pages}.',
    },
    'too-old': {
      verdict: 'fail',
      severity: 'warning',
      when: 'it is older than 13 months',
      title: 'The consent string on {host} is too old',
      text: '{words} Seen on {pages}.',
    },
    'no-disclosed-vendors': {
      verdict: 'fail',
      severity: 'warning',
      when: 'it was made after 28 February 2026 and does not say which vendors were disclosed',
      title: 'The consent string on {host} does not say which vendors were shown',
      text: '{words} Seen on {pages}.',
    },
    'no-string': {
      verdict: 'unknown',
      severity: 'info',
      when: 'the consent tool speaks of a choice by the IAB’s interface, and gives no string',
      title: 'Whether the consent string on {host} is valid cannot be told',
      text: 'The consent tool on {host} told of a choice without the string that records it. Seen on {pages}.',
    },
  },
  passes: {
    valid: 'the string can be read, and its policy, age and parts are right for its date.',
  },
  docs: 'docs/rules/consent-string-invalid.md',
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;

interface Seen {
  change: ConsentChange;
  words: string;
}

export const rule: Rule = {
  meta,
  create(context) {
    const causes = new Map<string, Seen[]>();
    return {
      consent(change) {
        if (change.framework !== 'tcf' || (change.state !== 'chosen' && change.state !== 'unreadable')) return;
        const faults = change.faults ?? [];
        for (const { code, words } of faults)
          addTo(causes, JSON.stringify([code, hostOfChange(change, context)]), { change, words });
        if (faults.length > 0) return;
        if (change.tcString !== undefined) context.pass('valid');
        else addTo(causes, JSON.stringify(['no-string', hostOfChange(change, context)]), { change, words: change.words });
      },
      end() {
        for (const [id, seen] of causes) {
          const [says, host] = JSON.parse(id) as [Says, string];
          reportCause(says, host, seen, context);
        }
      },
    };
  },
};

function hostOfChange(change: ConsentChange, context: RuleContext): string {
  return hostOf(context.page(change.pageId)?.url ?? 'an unknown page');
}

function reportCause(says: Says, host: string, seen: readonly Seen[], context: RuleContext): void {
  const [first] = seen;
  if (!first) return;
  const pages = new Set(seen.map(({ change }) => change.pageId)).size;
  context.report({
    message: says,
    key: [says, host],
    data: { host, words: first.words, pages: count(pages, 'page') },
    fix: fixes[says],
    evidence: seen.slice(0, 4).map(({ change, words }) => ({ kind: 'consent', ref: change.id, text: words })),
  });
}

const update = 'Bring the consent tool to its newest version, or ask its maker for one that writes strings of TCF 2.3.';
const again = 'Open the page in a private window, choose anew, and record again.';

const fixes: Record<TcStringFault['code'] | 'no-string', string> = {
  malformed: `1. Look for a script that writes or shortens the consent cookie (euconsent-v2).\n2. ${update}\n3. ${again}`,
  'outdated-policy': `1. ${update}\n2. Let it ask every visitor again.\n3. ${again}`,
  'too-old': `1. Set the consent tool to ask again after at most 13 months.\n2. ${again}`,
  'no-disclosed-vendors': `1. ${update}\n2. ${again}`,
  'no-string': `1. ${again}\n2. Compare what the consent tool’s own documentation says of its string.`,
};
