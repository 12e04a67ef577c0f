import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import type { Scenario } from '../../test/helpers/scenario';
import type { Fire } from '../model';
import { rule } from './vendor-undisclosed';

type Part = NonNullable<Scenario['fires']>[number];

function fire(consent: Partial<Fire['consent']>, part: Part = {}): Part {
  return { at: 9000, vendor: 'linkedin', vendorName: 'LinkedIn', account: '123', ...part, consent };
}

const cases: RuleCases = {
  pass: [
    { name: 'a site without tags', passes: [] },
    { name: 'a vendor that was shown', fires: [fire({ undisclosed: false })], passes: ['disclosed'] },
    {
      name: 'a choice that the IAB’s framework did not tell',
      fires: [fire({ basis: { framework: 'cmp', at: 1, words: 'Said.' } })],
      passes: ['outside'],
    },
    { name: 'a law that does not apply', fires: [fire({ verdict: 'not-required' })], passes: ['outside'] },
    {
      name: 'a container, which needs no choice',
      fires: [fire({ undisclosed: true }, { needsConsent: false })],
      passes: ['outside'],
    },
    { name: 'a fire before there was a string', fires: [fire({ verdict: 'pending' })], passes: [] },
    {
      name: 'a fire that a blocker stopped',
      fires: [fire({ undisclosed: true }, { outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' })],
      passes: [],
    },
  ],
  fail: [
    {
      name: 'a vendor that the string does not name fires twice',
      consent: [{ at: 0 }],
      fires: [fire({ undisclosed: true }), fire({ undisclosed: true }, { at: 9100 })],
      says: {
        message: 'undisclosed',
        severity: 'error',
        fires: ['f9000', 'f9100'],
        refs: ['c0'],
        names: ['LinkedIn fires, and the consent dialog did not name it', 'www.lichtdach.example and add LinkedIn'],
      },
    },
    {
      name: 'refused or not',
      fires: [fire({ undisclosed: true, verdict: 'denied' })],
      says: { message: 'undisclosed' },
    },
  ],
  unknown: [
    {
      name: 'a string without the list: one line for all vendors of the site',
      fires: [fire({}), fire({}, { at: 9100, vendor: 'criteo', vendorName: 'Criteo' })],
      says: { message: 'no-list', fires: ['f9000', 'f9100'] },
    },
    {
      name: 'a string that cannot be read',
      fires: [fire({ verdict: 'unknown', basis: { framework: 'tcf', at: 1, words: 'The string cannot be read.' } })],
      says: { message: 'no-list', names: ['The string cannot be read.'] },
    },
  ],
};

testRule(rule, cases);
