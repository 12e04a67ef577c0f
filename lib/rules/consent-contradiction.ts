import type { Evidence, Fire } from '../model';
import { addTo } from './add-to';
import { consentEvidence } from './consent-evidence';
import { fireWords } from './fire-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { stoppedByBlocker } from './stopped-by-blocker';
import { count, duration, hostOf, list } from './words';

const meta = {
  id: 'consent-contradiction',
  severity: 'error',
  tags: ['consent'],
  title: 'A hit says of consent what the page says',
  failTitle: 'A hit says the opposite of the page about consent',
  why: 'The vendor believes the hit: it uses data that was refused, or throws away data that was allowed.',
  fix: 'Pass the visitor’s choice on to the tag, in the consent tool’s integration for it.',
  messages: {
    'claims-granted': {
      verdict: 'fail',
      severity: 'error',
      when: 'a hit says granted, and the page had said the opposite for at least five seconds before it, or ever since it began',
      title: '{vendor} is told “granted” although the page says otherwise',
      text: '{fires} from {host} said that consent was given. The page had said otherwise {held}.',
    },
    'claims-denied': {
      verdict: 'fail',
      severity: 'warning',
      when: 'a hit says denied, and the page had said granted for as long',
      title: '{vendor} is told “denied” although the visitor allowed it',
      text: '{fires} from {host} said that consent was not given. The page had said granted {held}.',
    },
    'too-short': {
      verdict: 'unknown',
      severity: 'info',
      when: 'the page had changed less than five seconds before: the hit may have been composed earlier',
      title: 'Whether {vendor} was told the wrong choice cannot be told',
      text: '{fires} from {host} said the opposite of the page, less than five seconds after the page had changed. A hit may be composed that long before it leaves.',
    },
  },
  passes: {
    agrees: 'the hit says what the page says;',
    silent: 'the hit says nothing about consent.',
  },
  docs: 'docs/rules/consent-contradiction.md',
  yieldsTo: ['fire-without-consent', 'fire-before-consent'],
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;

/** Tags gather events and send them together; GA4 waits up to this long. */
const batchMs = 5000;

export const rule: Rule = {
  meta,
  create(context) {
    const causes = new Map<string, Fire[]>();
    return {
      fire(fire) {
        const says = judge(fire, context);
        if (says !== undefined) addTo(causes, JSON.stringify([says, ...keyOf(fire, context)]), fire);
      },
      end() {
        for (const [id, fires] of causes) reportCause((JSON.parse(id) as [Says])[0], fires, context);
      },
    };
  },
};

function judge(fire: Fire, context: RuleContext): Says | undefined {
  const { agreement, heldSince, verdict } = fire.consent;
  if (!fire.needsConsent || stoppedByBlocker(fire)) return undefined;
  if (agreement === 'agrees') return passed('agrees', context);
  if (agreement === 'silent') return fire.carried === undefined ? passed('silent', context) : undefined;
  const isLong = heldSince === null || (heldSince !== undefined && fire.at - heldSince >= batchMs);
  if (!isLong) return 'too-short';
  return verdict === 'granted' ? 'claims-denied' : 'claims-granted';
}

function passed(reason: keyof typeof meta.passes, context: RuleContext): undefined {
  context.pass(reason);
}

function keyOf(fire: Fire, context: RuleContext): (string | null)[] {
  return [fire.vendor, fire.account, hostOf(context.page(fire.pageId)?.url ?? 'an unknown page')];
}

function reportCause(says: Says, fires: readonly Fire[], context: RuleContext): void {
  const [fire] = fires;
  if (!fire) return;
  const key = keyOf(fire, context);
  const host = key[2] ?? '';
  const { heldSince } = fire.consent;
  const held = typeof heldSince === 'number' ? `for ${duration(fire.at - heldSince)} before` : 'ever since it began';
  context.report({
    message: says,
    key: [...key, says],
    data: { vendor: fire.vendorName, host, fires: count(fires.length, 'fire'), held },
    vendor: fire.vendor,
    fix: fixOf(says, fire.vendorName, host),
    fires,
    evidence: [...consentEvidence(fires, context), ...fires.slice(0, 4).map((one) => claim(one, context))],
  });
}

/** The hit, with the parameters in which it speaks of consent. */
function claim(fire: Fire, context: RuleContext): Evidence {
  const said = Object.entries(fire.carried?.signals ?? {}).map(([type, state]) => `${type} ${state}`);
  const raw = Object.entries(fire.carried?.raw ?? {}).map(([key, value]) => `${key}=${value}`);
  const words = list([...said, ...raw], 6);
  return { kind: 'fire', ref: fire.id, text: `${fireWords(fire, context)}${words === '' ? '' : `. It says: ${words}`}` };
}

function fixOf(says: Says, vendor: string, host: string): string {
  if (says === 'too-short') return `1. Open ${host}, make the other choice, and stay on the page for ten seconds.`;
  const choice = says === 'claims-granted' ? 'refuse everything' : 'allow everything';
  return [
    `1. Open the consent tool’s integration for ${vendor} (for Google: Consent Mode) and see which category it is given.`,
    '2. Look for a second source that says the opposite: a default in the page, a second consent tool, a fixed value in Tag Manager.',
    `3. Publish, open ${host} in a private window, ${choice}, and compare the hit with the choice again.`,
  ].join('\n');
}
