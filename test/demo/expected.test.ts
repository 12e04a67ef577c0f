import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleFire, samplePage, sampleSession } from '../helpers/sample-session';
import { expectedPicture, pictureOf } from './compare';
import expected from './expected.json';
import { visitors } from './visit';

const cases = (['faulty', 'repaired'] as const).flatMap((version) =>
  visitors.map((visitor) => [version, visitor, expected[version][visitor]] as const),
);

describe('expected.json', () => {
  it.each(cases)(
    '%s, %s: gives a reason for each line and names no vendor that does not fire',
    (_version, _visitor, { findings, fires }) => {
      for (const { why } of [...findings, ...fires]) expect(why).toMatch(/\.$/);
      const vendors = new Set(fires.map((fire) => fire.vendor));
      for (const finding of findings) expect(finding.vendors.filter((vendor) => !vendors.has(vendor))).toEqual([]);
    },
  );

  it.each(visitors)('the repaired version has nothing above info for a visitor who %s', (visitor) => {
    expect(expected.repaired[visitor].findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it.each(visitors)('the faulty version has an error for a visitor who %s', (visitor) => {
    expect(expected.faulty[visitor].findings.some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('the comparison', () => {
  const session = sampleSession({
    pages: [samplePage({ url: 'https://www.alderbrook-heat.example/quote?x=1' })],
    fires: [
      sampleFire(),
      sampleFire({ id: 'f2' }),
      sampleFire({ id: 'f3', vendor: 'ga4', placement: 'at-submit', pageId: null }),
    ],
    findings: [sampleFinding({ fires: ['f3'] }), sampleFinding({ id: 'b', fires: ['f1', 'f2'] })],
  });

  it('takes findings of one rule, verdict and severity together and counts fires', () => {
    expect(pictureOf(session)).toEqual({
      findings: [{ rule: 'lead-off-confirmation', verdict: 'fail', severity: 'error', vendors: ['ga4', 'meta'] }],
      fires: [
        { vendor: 'ga4', event: 'Lead', page: 'not known', consent: 'granted', placement: 'at-submit', count: 1 },
        { vendor: 'meta', event: 'Lead', page: '/quote', consent: 'granted', count: 2 },
      ],
    });
  });

  it('expects nothing of a rule that is not there yet', () => {
    expect(expectedPicture('faulty', 'accepted', new Set(['duplicate-fire'])).findings.map(({ rule }) => rule)).toEqual([
      'duplicate-fire',
      'duplicate-fire',
    ]);
  });
});
