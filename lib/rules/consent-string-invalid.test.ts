import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import type { ConsentChange, TcStringFault } from '../model';
import { rule } from './consent-string-invalid';

function chose(fault?: TcStringFault['code'], part: Partial<ConsentChange> = {}): Partial<ConsentChange> {
  const faults = fault === undefined ? {} : { faults: [{ code: fault, words: `What is wrong: ${fault}.` }] };
  return { at: 5000, tcString: 'CQSbk4AQSbk4ANwAAAENAwCgAAAAAAAAAAYgACPAAAAA.IDKQA4AAgAKAGQAygAAA', ...faults, ...part };
}

const cases: RuleCases = {
  pass: [
    { name: 'a site without a dialog', passes: [] },
    { name: 'a valid string', consent: [chose()], passes: ['valid'] },
    { name: 'a dialog without an answer', consent: [{ state: 'shown' }], passes: [] },
    { name: 'a law that does not apply', consent: [{ state: 'not-applicable' }], passes: [] },
    { name: 'a choice told by another framework, which has no string', consent: [{ framework: 'consent-mode' }], passes: [] },
    { name: 'the default of a site', consent: [{ framework: 'consent-mode', state: 'default' }], passes: [] },
  ],
  fail: [
    {
      name: 'a string that cannot be read',
      consent: [chose('malformed', { state: 'unreadable' })],
      says: {
        message: 'malformed',
        severity: 'warning',
        refs: ['c5000'],
        names: ['www.lichtdach.example', 'What is wrong: malformed.'],
      },
    },
    { name: 'a policy that had ended', consent: [chose('outdated-policy')], says: { message: 'outdated-policy' } },
    { name: 'older than thirteen months', consent: [chose('too-old')], says: { message: 'too-old' } },
    {
      name: 'made after February 2026 without the vendors that were shown, on two pages: one cause',
      pages: [{}, { at: 9000 }],
      consent: [chose('no-disclosed-vendors'), chose('no-disclosed-vendors', { at: 9500, pageId: 'p9000' })],
      says: { message: 'no-disclosed-vendors', refs: ['c5000', 'c9500'], names: ['Seen on 2 pages.'] },
    },
  ],
  unknown: [
    {
      name: 'a choice without its string',
      consent: [chose(undefined, { tcString: undefined })],
      says: { message: 'no-string', refs: ['c5000'] },
    },
    {
      name: 'a choice of a page that cannot be told',
      consent: [chose(undefined, { tcString: undefined, pageId: null })],
      says: { message: 'no-string' },
    },
  ],
};

testRule(rule, cases);
