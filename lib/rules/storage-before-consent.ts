import type { Evidence, TagStorage } from '../model';
import { addTo } from './add-to';
import { firstSentence } from './consent-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { addressOf, callerWords, duration, hostOf, list } from './words';

const meta = {
  id: 'storage-before-consent',
  severity: 'error',
  tags: ['consent'],
  title: 'Tags write cookies only where the visitor allowed them',
  failTitle: 'A tag writes cookies without consent',
  why: 'Writing to a visitor’s device is what the law asks consent for first, and a cookie is the first thing an authority looks for.',
  fix: 'Let the tag’s library load only once the visitor has allowed it, or turn its cookies off until then.',
  messages: {
    early: {
      verdict: 'fail',
      severity: 'error',
      when: 'a cookie or storage key of a vendor came into being while the visitor had not chosen',
      title: '{vendor} writes cookies before the visitor chooses',
      text: '{names} came into being on {host} while the visitor had not chosen.',
    },
    refused: {
      verdict: 'fail',
      severity: 'error',
      when: 'the same, after the visitor had refused',
      title: '{vendor} writes cookies although the visitor refused',
      text: '{names} came into being on {host} after the visitor had refused.',
    },
    untold: {
      verdict: 'unknown',
      severity: 'info',
      when: 'what the visitor had allowed at that instant cannot be told',
      title: 'Whether cookies on {host} were allowed cannot be told',
      text: '{names} came into being: {reason}',
    },
  },
  passes: {
    granted: 'the visitor, or the site’s own default, had allowed it;',
    'not-required': 'the law does not ask for a choice here, or the vendor needs none.',
  },
  docs: 'docs/rules/storage-before-consent.md',
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;

const saysOf: Record<TagStorage['consent']['verdict'], Says | null> = {
  pending: 'early',
  denied: 'refused',
  unknown: 'untold',
  granted: null,
  'not-required': null,
};

export const rule: Rule = {
  meta,
  create(context) {
    return {
      end() {
        const causes = new Map<string, TagStorage[]>();
        for (const one of context.storage) {
          const { verdict } = one.consent;
          const says = saysOf[verdict];
          if (says === null) context.pass(verdict);
          else addTo(causes, JSON.stringify([says, ...keyOf(says, one, context)]), one);
        }
        for (const [id, written] of causes) reportCause((JSON.parse(id) as [Says])[0], written, context);
      },
    };
  },
};

/** A vendor that does not wait is one cause on all pages of a site; what cannot be told has its cause in the page. */
function keyOf(says: Says, { consent, pageId, vendor }: TagStorage, context: RuleContext): string[] {
  const host = hostOf(context.page(pageId)?.url ?? 'an unknown page');
  return says === 'untold' ? [host, says, firstSentence(consent.basis.words).slice(0, 80)] : [vendor, host];
}

function reportCause(says: Says, written: readonly TagStorage[], context: RuleContext): void {
  const [first] = written;
  if (!first) return;
  const { consent, pageId, vendor, vendorName } = first;
  const page = context.page(pageId);
  const host = hostOf(page?.url ?? 'an unknown page');
  const names = list([...new Set(written.map(({ name }) => name))].sort());
  context.report({
    message: says,
    key: says === 'untold' ? keyOf(says, first, context) : [vendor, host, says],
    data: { vendor: vendorName, names, host, reason: firstSentence(consent.basis.words) },
    ...(new Set(written.map((one) => one.vendor)).size === 1 ? { vendor } : {}),
    fix: fixOf(says, first, host),
    evidence: [
      ...written.slice(0, 6).map((one) => evidenceOf(one, context)),
      { kind: 'note', ref: first.id, text: firstSentence(consent.basis.words) },
      ...(page ? [{ kind: 'page' as const, ref: page.id, text: addressOf(page.url) }] : []),
    ],
  });
}

const stores: Record<TagStorage['store'], string> = {
  cookie: 'Cookie',
  localStorage: 'Key of the local storage',
  sessionStorage: 'Key of the session storage',
};

function evidenceOf({ at, id, name, pageId, store, writer }: TagStorage, context: RuleContext): Evidence {
  const page = context.page(pageId);
  const when = page ? `, noticed ${duration(at - page.at)} after the page began` : '';
  const who = callerWords(writer);
  return { kind: 'note', ref: id, text: `${stores[store]} ${name}${when}${who === undefined ? '' : `, written by ${who}`}` };
}

function fixOf(says: Says, { name, vendorName }: TagStorage, host: string): string {
  if (says === 'untold')
    return `1. Open ${host} in a private window and record from the start, with the law of your visitors in the settings (“jurisdiction”).`;
  return [
    `1. Find what loads ${vendorName}’s library: a tag in Tag Manager, a plugin, or a script of the page.`,
    '2. Let it load only when the consent tool says that the visitor has allowed it.',
    `3. Delete ${name} for ${host}, open the site in a private window without choosing, and look whether it comes back.`,
  ].join('\n');
}
