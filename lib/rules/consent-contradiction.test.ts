import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import type { Scenario } from '../../test/helpers/scenario';
import type { Fire } from '../model';
import { rule } from './consent-contradiction';

type Part = NonNullable<Scenario['fires']>[number];

function fire(consent: Partial<Fire['consent']>, part: Part = {}): Part {
  const said = consent.verdict === 'granted' ? 'denied' : 'granted';
  return {
    at: 9000,
    vendor: 'google_ads',
    vendorName: 'Google Ads',
    carried: { signals: { ad_storage: said } },
    ...part,
    consent,
  };
}

const against = { verdict: 'denied', agreement: 'contradicts', heldSince: 3000 } as const;

const cases: RuleCases = {
  pass: [
    { name: 'a site without tags', passes: [] },
    { name: 'a hit that says what the page says', fires: [fire({ verdict: 'denied', agreement: 'agrees' })], passes: ['agrees'] },
    { name: 'a hit without a word on consent', fires: [{ at: 9000 }], passes: ['silent'] },
    { name: 'a page without a word, and a hit with one: nothing to compare', fires: [fire({ verdict: 'unknown' })], passes: [] },
    { name: 'a container, which needs no choice', fires: [fire(against, { needsConsent: false })], passes: [] },
    {
      name: 'a hit that a blocker stopped, which is judged nowhere',
      fires: [fire(against, { outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' })],
      passes: [],
    },
  ],
  fail: [
    {
      name: 'the hit says granted, the page had said denied for six seconds',
      fires: [fire(against, { carried: { signals: { ad_storage: 'granted' }, raw: { gcs: 'G111' } } })],
      says: {
        message: 'claims-granted',
        severity: 'error',
        fires: ['f9000'],
        names: ['for 6.000 seconds before', 'It says: ad_storage granted and gcs=G111', 'refuse everything'],
      },
    },
    {
      name: 'exactly five seconds are enough',
      fires: [fire({ ...against, heldSince: 4000 })],
      says: { message: 'claims-granted', names: ['5.000 seconds'] },
    },
    {
      name: 'the page has said nothing else since it began',
      fires: [fire({ ...against, heldSince: null })],
      says: { message: 'claims-granted', names: ['ever since it began'] },
    },
    {
      name: 'the reverse loses what was allowed: a warning',
      fires: [fire({ ...against, verdict: 'granted' })],
      says: { message: 'claims-denied', severity: 'warning', names: ['allow everything'] },
    },
  ],
  unknown: [
    {
      name: 'the page had changed less than five seconds before: the batch may be older',
      fires: [fire({ ...against, heldSince: 4001 })],
      says: { message: 'too-short', fires: ['f9000'], names: ['Google Ads'] },
    },
    {
      name: 'since when the page says so is not known',
      fires: [fire({ verdict: 'denied', agreement: 'contradicts' })],
      says: { message: 'too-short' },
    },
  ],
};

testRule(rule, cases);
