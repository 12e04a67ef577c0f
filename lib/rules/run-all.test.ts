import { describe, expect, it } from 'vitest';
import { type Scenario, toInput } from '../../test/helpers/scenario';
import type { Fire, Settings } from '../model';
import type { Rule, RuleMeta, Visitors } from './kit';
import { runAll } from './run-all';

const meta: RuleMeta = {
  id: 'sample-fault',
  severity: 'error',
  tags: ['lead'],
  title: 'Samples are right',
  failTitle: 'Sample is wrong',
  why: 'It matters.',
  fix: 'Put it right.',
  messages: {
    wrong: { verdict: 'fail', severity: 'error', when: 'always', title: '{name} is wrong', text: '{name} is wrong.' },
    unclear: { verdict: 'unknown', severity: 'info', when: 'never', title: '{name} is unclear', text: '{name} is unclear.' },
  },
  passes: { fine: 'it is fine' },
  docs: 'docs/rules/sample-fault.md',
};

function ruleOf(create: Rule['create'], part: Partial<RuleMeta> = {}): Rule {
  return { meta: { ...meta, ...part }, create };
}

/** Reports every fire, by event. */
const loud = ruleOf(({ report }) => ({
  fire(fire) {
    report(reportOf(fire));
  },
}));

function reportOf(fire: Fire, message = 'wrong') {
  const evidence = [{ kind: 'fire' as const, ref: fire.id, text: fire.event }];
  return {
    message,
    key: [fire.vendor, fire.event],
    data: { name: fire.event },
    vendor: fire.vendor,
    fix: '1. Do it.',
    fires: [fire],
    evidence,
  };
}

function run(rules: Rule[], scenario: Scenario) {
  return runAll(rules, toInput(scenario));
}

describe('visiting', () => {
  it('goes in order of time, whatever the order of arrival, and ends last', () => {
    const seen: string[] = [];
    const note = (item: { id: string }) => void seen.push(item.id);
    const visitors: Visitors = {
      page: note,
      fire: note,
      submission: note,
      consent: note,
      call: note,
      end: () => void seen.push('end'),
    };
    run([ruleOf(() => visitors)], {
      pages: [{ at: 50_000 }, { at: 0 }],
      fires: [{ at: 60_000 }, { at: 1000 }],
      submissions: [{ startedAt: 60_000 }],
      consent: [{ at: 0 }],
      calls: [{ at: 900 }],
    });
    expect(seen).toEqual(['p0', 'c0', 'call900', 'f1000', 'p50000', 's60000', 'f60000', 'end']);
  });
});

describe('one cause', () => {
  it('is one finding with all its fires', () => {
    const { findings } = run([loud], { fires: [{ at: 1 }, { at: 2 }, { at: 3, event: 'Contact' }] });
    expect(findings.map((finding) => [finding.id, finding.fires])).toEqual([
      ['sample-fault:meta:Contact', ['f3']],
      ['sample-fault:meta:Lead', ['f1', 'f2']],
    ]);
  });

  it('is told by the worst that was said of it', () => {
    const rule = ruleOf(({ report }) => ({ fire: (fire) => report(reportOf(fire, fire.at === 1 ? 'unclear' : 'wrong')) }));
    const { findings } = run([rule], { fires: [{ at: 1 }, { at: 2 }] });
    expect(findings).toMatchObject([{ verdict: 'fail', severity: 'error', title: 'Lead is wrong', fires: ['f1', 'f2'] }]);
  });

  it('is told one step milder where the report asks for it', () => {
    const rule = ruleOf(({ report }) => ({ fire: (fire) => report({ ...reportOf(fire), lower: true }) }));
    expect(run([rule], { fires: [{}] }).findings).toMatchObject([{ severity: 'warning' }]);
  });

  it('keeps apart what only looks alike, and survives half a surrogate pair', () => {
    const { findings } = run([loud], {
      fires: [
        { at: 1, vendor: 'a', event: 'b:c' },
        { at: 2, vendor: 'a:b', event: 'c\uD800' },
      ],
    });
    expect(new Set(findings.map((finding) => finding.id)).size).toBe(2);
  });
});

describe('a rule that breaks', () => {
  it.each([
    ['while it is set up', ruleOf(() => fail('set up'))],
    ['after it had spoken', ruleOf(({ report }) => ({ fire: (fire) => report(reportOf(fire)), end: () => fail('end') }))],
    ['after it had passed something', ruleOf(({ pass }) => ({ fire: () => pass('fine'), end: () => fail('end') }))],
    ['by naming a message it does not have', ruleOf(({ report }) => ({ fire: (fire) => report(reportOf(fire, 'other')) }))],
    ['by naming a reason it does not have', ruleOf(({ pass }) => ({ fire: () => pass('other') }))],
    ['by leaving out a value', ruleOf(({ report }) => ({ fire: (fire) => report({ ...reportOf(fire), data: {} }) }))],
  ])('%s becomes one finding, and the others go on', (_name, broken) => {
    const other = ruleOf(({ pass }) => ({ fire: () => pass('fine') }), { id: 'other-fault' });
    const { findings, passes } = run([broken, other], { fires: [{}] });
    expect(findings).toMatchObject([{ id: 'crashed:sample-fault', verdict: 'crashed', severity: 'info', fires: [] }]);
    expect(passes).toEqual({ 'other-fault': 1 });
  });
});

describe('passes', () => {
  it('are counted by rule', () => {
    const rule = ruleOf(({ pass }) => ({ fire: () => pass('fine') }));
    expect(run([rule], { fires: [{ at: 1 }, { at: 2 }] })).toMatchObject({
      passes: { 'sample-fault': 2 },
      findings: [],
      ignored: [],
    });
  });
});

describe('what the settings ignore', () => {
  const site = 'www.lichtdach.example/*';
  function ignoring(ignore: Partial<NonNullable<Settings['sites'][number]['ignore']>[number]>, match = [site]) {
    return { sites: [{ match, ignore: [{ rule: 'sample-fault', why: 'agreed', ...ignore }] }] };
  }

  it.each([
    ['the rule on this site', ignoring({})],
    ['the rule for this vendor', ignoring({ vendor: 'meta' })],
    ['the rule on this page', ignoring({ match: '/angebot/' })],
  ])('%s: is counted and not listed', (_name, settings) => {
    const output = run([loud], { settings, fires: [{}] });
    expect(output).toEqual({ findings: [], notes: [], passes: {}, ignored: [{ rule: 'sample-fault', why: 'agreed', count: 1 }] });
  });

  it.each([
    ['another rule', ignoring({ rule: 'other-fault' }), {}],
    ['another vendor', ignoring({ vendor: 'tiktok' }), {}],
    ['another page', ignoring({ match: '/kontakt/' }), {}],
    ['another site', ignoring({}, ['www.andere.example/*']), {}],
    ['a fire whose page cannot be told', ignoring({}), { pageId: null }],
  ])('%s: is listed', (_name, settings, fire) => {
    const output = run([loud], { settings, fires: [fire] });
    expect(output.findings).toHaveLength(1);
    expect(output.ignored).toEqual([]);
  });

  it('one page of several: is listed', () => {
    const pages = [{}, { at: 9000, url: 'https://www.lichtdach.example/kontakt/' }];
    const fires = [{}, { at: 9500, pageId: 'p9000' }];
    expect(run([loud], { settings: ignoring({ match: '/angebot/' }), pages, fires }).findings).toHaveLength(1);
  });

  it('never hides a crash', () => {
    const broken = ruleOf(() => fail('set up'));
    expect(run([broken], { settings: ignoring({}), fires: [{}] }).findings).toMatchObject([{ verdict: 'crashed' }]);
  });
});

describe('precedence', () => {
  const weak = ruleOf(({ report }) => ({ fire: (fire) => report(reportOf(fire)) }), {
    id: 'weak-fault',
    yieldsTo: ['strong-fault'],
  });
  function strong(only: (fire: Fire) => boolean, message = 'wrong') {
    return ruleOf(({ report }) => ({ fire: (fire) => (only(fire) ? report(reportOf(fire, message)) : undefined) }), {
      id: 'strong-fault',
    });
  }

  it('makes the loser a line of evidence in the winner', () => {
    const { findings } = run([weak, strong(() => true)], { fires: [{}] });
    expect(findings).toMatchObject([
      {
        rule: 'strong-fault',
        evidence: [{ text: 'Lead' }, { kind: 'note', ref: 'f1000', text: 'Lead is wrong: Lead is wrong.' }],
      },
    ]);
  });

  it.each([
    ['about only some of the same fires', strong((fire) => fire.at === 1)],
    ['that cannot tell', strong(() => true, 'unclear')],
    ['that is silent', strong(() => false)],
  ])('keeps both beside a winner %s', (_name, winner) => {
    const { findings } = run([weak, winner], { fires: [{ at: 1 }, { at: 2 }] });
    expect(findings.map((finding) => finding.rule)).toContain('weak-fault');
  });
});

function fail(where: string): never {
  throw new TypeError(`broken at ${where}`);
}
