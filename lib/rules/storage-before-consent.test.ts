import { describe, expect, it } from 'vitest';
import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import { toInput } from '../../test/helpers/scenario';
import { runAll } from './run-all';
import { rule } from './storage-before-consent';

const untold = {
  verdict: 'unknown',
  basis: { framework: 'none', at: null, words: 'Nothing on this page says anything about consent.' },
} as const;

const cases: RuleCases = {
  pass: [
    { name: 'a site that writes nothing', passes: [] },
    { name: 'a cookie the visitor allowed', storage: [{ at: 6000 }], passes: ['granted'] },
    { name: 'a law that does not ask', storage: [{ consent: { verdict: 'not-required' } }], passes: ['not-required'] },
  ],
  fail: [
    {
      name: 'two cookies and a key of one vendor before the choice: one cause',
      storage: [
        { at: 700, consent: { verdict: 'pending' }, writer: { url: null, line: 12 } },
        { at: 800, name: '_fbc', consent: { verdict: 'pending' } },
        { at: 900, name: '_fbp', store: 'localStorage', consent: { verdict: 'pending' } },
      ],
      says: {
        message: 'early',
        severity: 'error',
        refs: ['w700', 'w800', 'w900', 'p0'],
        names: ['_fbc and _fbp came into being on www.lichtdach.example', '700 ms after the page began', 'line 12'],
      },
    },
    {
      name: 'after a refusal, of two vendors',
      storage: [
        { at: 700, consent: { verdict: 'denied' } },
        { at: 800, vendor: 'ga4', vendorName: 'GA4', name: '_ga', consent: { verdict: 'denied' } },
      ],
      says: [{ message: 'refused', not: ['w800'], names: ['_fbp came into being'] }, { message: 'refused' }],
    },
  ],
  unknown: [
    {
      name: 'consent that cannot be told: one line for all vendors of the site',
      storage: [
        { at: 700, consent: untold },
        { at: 800, vendor: 'ga4', vendorName: 'GA4', name: '_ga', consent: untold },
      ],
      says: { message: 'untold', refs: ['w700', 'w800'], names: ['_fbp and _ga', 'Nothing on this page says anything'] },
    },
    { name: 'a cookie of a page that cannot be told', storage: [{ pageId: null, consent: untold }], says: { message: 'untold' } },
  ],
};

testRule(rule, cases);

describe('what the settings ignore', () => {
  it('covers a finding without fires by the page it is about', () => {
    const ignore = [{ rule: 'storage-before-consent', vendor: 'meta', why: 'agreed' }];
    const storage = [{ consent: { verdict: 'pending' as const } }];
    const on = (match: string) => runAll([rule], toInput({ storage, settings: { sites: [{ match: [match], ignore }] } }));
    expect(on('*').findings).toEqual([]);
    expect(on('*').ignored).toEqual([{ rule: 'storage-before-consent', why: 'agreed', count: 1 }]);
    expect(on('https://other.example/*').findings).toHaveLength(1);
  });
});
