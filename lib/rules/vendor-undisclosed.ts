import type { Fire } from '../model';
import { addTo } from './add-to';
import { consentEvidence } from './consent-evidence';
import { fireEvidence } from './fire-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { stoppedByBlocker } from './stopped-by-blocker';
import { count, hostOf } from './words';

const meta = {
  id: 'vendor-undisclosed',
  severity: 'error',
  tags: ['consent'],
  title: 'Vendors that fire were shown to the visitor',
  failTitle: 'A vendor fires that the visitor was never shown',
  why: 'Nobody can consent to a vendor that the dialog did not name: what it is sent has no legal basis, and it must discard it.',
  fix: 'Add the vendor to the list of the consent tool, or take its tag off the site.',
  messages: {
    undisclosed: {
      verdict: 'fail',
      severity: 'error',
      when: 'a vendor of the IAB’s list fires, and the consent string names the vendors that were shown without it',
      title: '{vendor} fires, and the consent dialog did not name it',
      text: '{fires} left from {host}. The consent string there lists the vendors that were shown to the visitor, and {vendor} is not among them.',
    },
    'no-list': {
      verdict: 'unknown',
      severity: 'info',
      when: 'the consent string does not list the vendors that were shown, or cannot be read',
      title: 'Whether the consent dialog on {host} named its vendors cannot be told',
      text: 'The consent string on {host} does not list the vendors that were shown to the visitor.',
    },
  },
  passes: {
    disclosed: 'the consent string names the vendor among those that were shown;',
    outside: 'the IAB’s framework did not decide about this fire, or the tag needs no choice.',
  },
  docs: 'docs/rules/vendor-undisclosed.md',
  yieldsTo: ['fire-without-consent'],
} as const satisfies RuleMeta;

export const rule: Rule = {
  meta,
  create(context) {
    const undisclosed = new Map<string, Fire[]>();
    const unlisted = new Map<string, Fire[]>();
    return {
      fire(fire) {
        if (stoppedByBlocker(fire)) return;
        const { basis, undisclosed: isMissing, verdict } = fire.consent;
        if (isMissing === true && fire.needsConsent) addTo(undisclosed, JSON.stringify(keyOf(fire, context)), fire);
        else if (isMissing === false) context.pass('disclosed');
        else if (!fire.needsConsent || basis.framework !== 'tcf' || verdict === 'not-required') context.pass('outside');
        // Before a choice there is no string to ask.
        else if (verdict !== 'pending') addTo(unlisted, hostOfFire(fire, context), fire);
      },
      end() {
        for (const fires of undisclosed.values()) reportUndisclosed(fires, context);
        for (const [host, fires] of unlisted) reportUnlisted(host, fires, context);
      },
    };
  },
};

function hostOfFire(fire: Fire, context: RuleContext): string {
  return hostOf(context.page(fire.pageId)?.url ?? 'an unknown page');
}

function keyOf(fire: Fire, context: RuleContext): (string | null)[] {
  return [fire.vendor, fire.account, hostOfFire(fire, context)];
}

function reportUndisclosed(fires: readonly Fire[], context: RuleContext): void {
  const [fire] = fires;
  if (!fire) return;
  const vendor = fire.vendorName;
  const host = hostOfFire(fire, context);
  context.report({
    message: 'undisclosed',
    key: keyOf(fire, context),
    data: { vendor, host, fires: count(fires.length, 'fire') },
    vendor: fire.vendor,
    fix: [
      `1. Open the vendor list of the consent tool on ${host} and add ${vendor}.`,
      '2. Let the tool ask every visitor again: who chose before was not asked about it.',
      `3. If ${vendor} is no longer used, remove its tag instead.`,
    ].join('\n'),
    fires,
    evidence: [...consentEvidence(fires, context), ...fireEvidence(fires, context)],
  });
}

function reportUnlisted(host: string, fires: readonly Fire[], context: RuleContext): void {
  context.report({
    message: 'no-list',
    key: [host, 'no-list'],
    data: { host },
    fix: '1. Let the consent tool write strings of TCF 2.3, which list the vendors that were shown.',
    fires,
    evidence: consentEvidence(fires, context),
  });
}
