import type { Fire } from '../model';
import { addTo } from './add-to';
import { consentEvidence, stillSent } from './consent-evidence';
import { consentFix } from './consent-fix';
import { fireEvidence } from './fire-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { stoppedByBlocker } from './stopped-by-blocker';
import { count, hostOf, list } from './words';

const meta = {
  id: 'fire-without-consent',
  severity: 'error',
  tags: ['consent'],
  title: 'Tags stay silent where the visitor refused them',
  failTitle: 'A tag fires although the visitor has refused it',
  why: 'The visitor said no and was sent along all the same: the site answers for it, and every refusal it shows was worth nothing.',
  fix: 'Let the tag depend on the visitor’s choice, in Tag Manager’s consent settings or in the consent tool.',
  messages: {
    refused: {
      verdict: 'fail',
      severity: 'error',
      when: 'a fire left while a refusal was in force that covers its vendor',
      title: '{vendor} fires although the visitor refused it',
      text: '{fires} left from {host} while the refusal was in force.',
    },
    cookieless: {
      verdict: 'pass',
      severity: 'info',
      when: 'a fire left after a refusal, in the limited mode that its vendor documents for it',
      title: '{vendor} sends cookieless pings after the refusal',
      text: '{fires} left in the limited mode that {vendor} documents, without cookies. Still sent: {sent}.',
    },
    blocked: {
      verdict: 'unknown',
      severity: 'info',
      when: 'something in this browser stopped the request',
      title: 'Whether {vendor} would fire after the refusal cannot be told: this browser blocks it',
      text: '{fires} were tried after the refusal, and a blocker in this browser stopped them.',
    },
  },
  passes: {
    granted: 'the visitor, or the site’s own default, had allowed it;',
    'not-required': 'the law does not ask for a choice here, or the tag needs none;',
    'not-chosen': 'the visitor had not chosen yet: fire-before-consent judges it;',
    limited: 'the hit is in the limited mode that its vendor documents; one line of information says what was still sent.',
  },
  docs: 'docs/rules/fire-without-consent.md',
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;

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

/** What cannot be told is one line for all tags of a page, and fire-before-consent says it. */
function judge(fire: Fire, context: RuleContext): Says | undefined {
  const { verdict } = fire.consent;
  if (!fire.needsConsent || verdict === 'not-required') return passed('not-required', context);
  if (verdict === 'granted') return passed('granted', context);
  if (verdict === 'pending') return passed('not-chosen', context);
  if (verdict !== 'denied') return undefined;
  if (fire.limited === true) {
    context.pass('limited');
    return 'cookieless';
  }
  return stoppedByBlocker(fire) ? 'blocked' : 'refused';
}

function passed(reason: keyof typeof meta.passes, context: RuleContext): undefined {
  context.pass(reason);
}

/** A tag that does not heed a refusal is one cause, on however many pages of a site. */
function keyOf(fire: Fire, context: RuleContext): (string | null)[] {
  return [fire.vendor, fire.account, hostOf(context.page(fire.pageId)?.url ?? 'an unknown page')];
}

function reportCause(says: Says, fires: readonly Fire[], context: RuleContext): void {
  const [fire] = fires;
  if (!fire) return;
  const key = keyOf(fire, context);
  const host = key[2] ?? '';
  context.report({
    message: says,
    key: says === 'refused' ? key : [...key, says],
    data: { vendor: fire.vendorName, host, fires: count(fires.length, 'fire'), sent: list(stillSent(fires), 10) },
    vendor: fire.vendor,
    ...(says === 'cookieless' ? { why: cookielessWhy } : {}),
    fix: consentFix(says, fires, host),
    fires,
    evidence: [...consentEvidence(fires, context), ...fireEvidence(fires, context)],
  });
}

const cookielessWhy =
  'The vendor documents this mode as allowed; whether a ping without cookies needs a choice is argued about, so it is shown.';
