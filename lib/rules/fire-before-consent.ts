import type { Evidence, Fire } from '../model';
import { consentEvidence, firstSentence, stillSent } from './consent-evidence';
import { consentFix } from './consent-fix';
import { fireEvidence } from './fire-evidence';
import type { Rule, RuleContext, RuleMeta } from './kit';
import { stoppedByBlocker } from './stopped-by-blocker';
import { count, duration, hostOf, list } from './words';

const meta = {
  id: 'fire-before-consent',
  severity: 'error',
  tags: ['consent'],
  title: 'Tags that need consent wait for the visitor’s choice',
  failTitle: 'A tag fires before the visitor has chosen',
  why: 'Where the law asks for consent first, data sent before the choice is the site’s risk, and a later refusal cannot take it back.',
  fix: 'Let the tag wait for the choice, in Tag Manager’s consent settings or in the consent tool.',
  messages: {
    'before-choice': {
      verdict: 'fail',
      severity: 'error',
      when: 'a fire left while the visitor had not chosen, and a choice came later',
      title: '{vendor} fires before the visitor chooses',
      text: '{fires} left while the visitor had not chosen yet. The first left {early} before the choice.',
    },
    'no-choice': {
      verdict: 'fail',
      severity: 'error',
      when: 'the same, and no choice came while the page was watched',
      title: '{vendor} fires although the visitor has not chosen',
      text: '{fires} left while the visitor had not chosen. No choice came while this was watched.',
    },
    'nobody-asks': {
      verdict: 'fail',
      severity: 'error',
      when: 'nothing on the page asks for a choice, and the settings say that the law asks for one',
      title: '{vendor} fires, and nobody asks the visitor',
      text: '{fires} left from {host}. Nothing there asks for a choice, and the settings say that visitors must be asked.',
    },
    cookieless: {
      verdict: 'pass',
      severity: 'info',
      when: 'a fire left before the choice, in the limited mode that its vendor documents for it',
      title: '{vendor} sends cookieless pings before the choice',
      text: '{fires} left in the limited mode that {vendor} documents, without cookies. Still sent: {sent}.',
    },
    untold: {
      verdict: 'unknown',
      severity: 'info',
      when: 'what the page said about consent at that instant cannot be told',
      title: 'Whether tags may fire on {host} cannot be told',
      text: '{fires} of {vendors} left: {reason}',
    },
    blocked: {
      verdict: 'unknown',
      severity: 'info',
      when: 'something in this browser stopped the request',
      title: 'Whether {vendors} would fire before the choice cannot be told: this browser blocks them',
      text: '{fires} of {vendors} were tried before the choice, and a blocker in this browser stopped them.',
    },
  },
  passes: {
    granted: 'the visitor, or the site’s own default, had allowed it;',
    'not-required': 'the law does not ask for a choice here, as the page or the settings say;',
    'needs-none': 'the tag needs no choice;',
    refused: 'the visitor had refused: fire-without-consent judges it;',
    limited: 'the hit is in the limited mode that its vendor documents; one line of information says what was still sent.',
  },
  docs: 'docs/rules/fire-before-consent.md',
} as const satisfies RuleMeta;

type Says = keyof typeof meta.messages;

export const rule: Rule = {
  meta,
  create(context) {
    /** Causes: what is said, and of whom. */
    const causes = new Map<string, Cause>();
    return {
      fire(fire) {
        const says = judge(fire, context);
        if (says === undefined) return;
        const cause = causeOf(says, fire, context);
        const id = JSON.stringify([says, cause.key]);
        const known = causes.get(id);
        if (known) known.fires.push(fire);
        else causes.set(id, cause);
      },
      end() {
        for (const cause of causes.values()) reportCause(cause, context);
      },
    };
  },
};

function judge(fire: Fire, context: RuleContext): Says | undefined {
  if (!fire.needsConsent) return passed('needs-none', context);
  const { verdict, basis, choiceAt } = fire.consent;
  if (verdict === 'granted') return passed('granted', context);
  if (verdict === 'not-required') return passed('not-required', context);
  if (verdict === 'denied') return passed('refused', context);
  if (verdict === 'unknown') return 'untold';
  if (fire.limited === true) {
    context.pass('limited');
    return 'cookieless';
  }
  if (stoppedByBlocker(fire)) return 'blocked';
  if (choiceAt !== undefined) return 'before-choice';
  const asks = basis.framework !== 'none' && basis.framework !== 'settings';
  return asks || context.consent.some((change) => change.pageId === fire.pageId) ? 'no-choice' : 'nobody-asks';
}

function passed(reason: keyof typeof meta.passes, context: RuleContext): undefined {
  context.pass(reason);
}

interface Cause {
  says: Says;
  key: (string | null)[];
  host: string;
  fires: Fire[];
}

/**
 * A tag that does not wait is one cause, on however many pages of a site; what cannot be told has its cause in the page,
 * for all tags alike.
 */
function causeOf(says: Says, fire: Fire, context: RuleContext): Cause {
  const page = context.page(fire.pageId);
  const host = page ? hostOf(page.url) : 'an unknown page';
  const shared = says === 'untold' || says === 'blocked';
  const key = shared ? [host, says, says === 'untold' ? reasonOf(fire).slice(0, 80) : null] : [fire.vendor, fire.account, host];
  return { says, key: says === 'cookieless' ? [...key, 'limited'] : key, host, fires: [fire] };
}

function reportCause({ says, key, host, fires }: Cause, context: RuleContext): void {
  const [fire] = fires;
  if (!fire) return;
  const shared = says === 'untold' || says === 'blocked';
  const vendors = [...new Set(fires.map((one) => one.vendorName))].sort();
  context.report({
    message: says,
    key,
    data: {
      vendor: fire.vendorName,
      vendors: list(vendors),
      host,
      fires: count(fires.length, 'fire'),
      early: duration(Math.max(...fires.map(msBeforeChoice))),
      sent: list(stillSent(fires), 10),
      reason: vendors.length > 1 ? reasonOf(fire) : firstSentence(fire.consent.basis.words),
    },
    vendor: shared && vendors.length > 1 ? undefined : fire.vendor,
    why:
      says === 'cookieless'
        ? 'The vendor documents this mode as allowed; whether a ping without cookies needs a choice is argued about, so it is shown.'
        : undefined,
    fix: consentFix(says, fires, host),
    fires,
    evidence: [...consentEvidence(fires, context), ...earlyEvidence(fires, context)],
  });
}

function msBeforeChoice(fire: Fire): number {
  return fire.consent.choiceAt === undefined ? 0 : fire.consent.choiceAt - fire.at;
}

/** The fires, and for those before a choice how long before it. */
function earlyEvidence(fires: readonly Fire[], context: RuleContext): Evidence[] {
  return fireEvidence(fires, context).map((line) => {
    const fire = line.kind === 'fire' ? fires.find((one) => one.id === line.ref) : undefined;
    if (!fire) return line;
    const image = fire.noscript === true ? ', as an image without a script' : '';
    const early = fire.consent.choiceAt === undefined ? '' : `, ${duration(msBeforeChoice(fire))} before the choice`;
    return { ...line, text: `${line.text}${image}${early}` };
  });
}

/** Why it cannot be told, in words that are the same for every vendor. */
function reasonOf(fire: Fire): string {
  return firstSentence(fire.consent.basis.words).replaceAll(fire.vendorName, 'this vendor');
}
