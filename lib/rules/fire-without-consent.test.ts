import { describe, expect, it } from 'vitest';
import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import { type Scenario, toInput } from '../../test/helpers/scenario';
import type { Fire } from '../model';
import { rule as contradiction } from './consent-contradiction';
import { rule } from './fire-without-consent';
import { runAll } from './run-all';

type Part = NonNullable<Scenario['fires']>[number];
const words = 'Consent dialog (IAB TCF): refused, the visitor did not allow storage for Meta. Chosen 4 seconds before this fire.';

function fire(verdict: Fire['consent']['verdict'], part: Part = {}): Part {
  const consent = { verdict, basis: { framework: 'tcf', at: 5000, words }, ...part.consent };
  return { at: 9000, event: 'PageView', category: 'page_view', ...part, consent };
}

const refusal = { at: 5000, words: 'The visitor refused everything.' };

const cases: RuleCases = {
  pass: [
    { name: 'a site without tags', passes: [] },
    { name: 'a tag the visitor allowed', fires: [fire('granted')], passes: ['granted'] },
    { name: 'a law that does not ask', fires: [fire('not-required')], passes: ['not-required'] },
    { name: 'a container, which needs no choice', fires: [fire('denied', { needsConsent: false })], passes: ['not-required'] },
    { name: 'a fire before the choice, which another rule judges', fires: [fire('pending')], passes: ['not-chosen'] },
    { name: 'a refusal that every tag heeds', consent: [refusal], passes: [] },
    { name: 'consent that cannot be told, of which another rule speaks once for all tags', fires: [fire('unknown')], passes: [] },
    {
      name: 'pings without cookies after the refusal, with what was still sent',
      consent: [refusal],
      fires: [
        fire('denied', {
          limited: true,
          parameters: [
            { key: 'dl', label: 'Page address', value: 'https://www.lichtdach.example/', group: 'page', source: 'query' },
            { key: 'gtm', value: '45je', group: 'technical', source: 'query' },
          ],
        }),
      ],
      passes: ['limited'],
      note: { message: 'cookieless', fires: ['f9000'], refs: ['c5000'], names: ['Still sent: Page address.'] },
    },
  ],
  fail: [
    {
      name: 'a tag that fires after the refusal',
      consent: [refusal],
      fires: [fire('denied')],
      says: {
        message: 'refused',
        severity: 'error',
        fires: ['f9000'],
        refs: ['f9000', 'c5000'],
        names: ['Meta fires although the visitor refused it', '1 fire left from www.lichtdach.example', 'refuse everything'],
      },
    },
    {
      name: 'one tag on three pages is one cause, another vendor another',
      pages: [{}, { at: 10_000 }],
      fires: [
        fire('denied'),
        fire('denied', { at: 10_500, pageId: 'p10000' }),
        fire('denied', { at: 11_000, vendor: 'ga4', vendorName: 'GA4', account: 'G-1' }),
      ],
      says: [
        { message: 'refused', fires: ['f9000', 'f10500'] },
        { message: 'refused', fires: ['f11000'] },
      ],
    },
    {
      name: 'a vendor that the dialog never named: the fix says so',
      fires: [fire('denied', { consent: { undisclosed: true } })],
      says: { message: 'refused', names: ['Add Meta to the vendors of your consent tool'] },
    },
    {
      name: 'a request that failed on its way was sent all the same',
      fires: [fire('denied', { outcome: 'not-sent', error: 'net::ERR_CONNECTION_REFUSED' })],
      says: { message: 'refused' },
    },
  ],
  unknown: [
    {
      name: 'a blocker stopped it after the refusal',
      fires: [fire('denied', { outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' })],
      says: { message: 'blocked', names: ['Meta'] },
    },
  ],
};

testRule(rule, cases);

describe('a hit that claims a consent the visitor refused', () => {
  it('is one finding, with the contradiction as a line of its evidence', () => {
    const fires = [fire('denied', { carried: { granted: true }, consent: { agreement: 'contradicts', heldSince: null } })];
    const { findings } = runAll([contradiction, rule], toInput({ fires }));
    expect(findings.map((one) => one.rule)).toEqual(['fire-without-consent']);
    expect(findings[0]?.evidence.at(-1)?.text).toContain('is told “granted” although the page says otherwise');
  });
});
