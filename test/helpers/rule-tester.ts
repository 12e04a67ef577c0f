import { describe, expect, it } from 'vitest';
import type { Said, Severity } from '../../lib/model';
import type { Rule } from '../../lib/rules/kit';
import type { RuleInput } from '../../lib/rules/rule-input';
import { inOrder, type RuleRun, runRule } from '../../lib/rules/run-all';
import { type Scenario, toInput } from './scenario';

/** A site that must stay silent, for these reasons (keys of `meta.passes`). */
export interface SilentCase extends Scenario {
  name: string;
  passes: string[];
  /** The one line it may say all the same: a message whose verdict is `pass`. */
  note?: Spoken;
}

/** A site about which the rule must speak. */
export interface SpeakingCase extends Scenario {
  name: string;
  says: Spoken | Spoken[];
}

/** One finding: what must be true of it. Prose is looked at only where it must name a value of the site. */
export interface Spoken {
  /** Key of `meta.messages`. */
  message: string;
  severity?: Severity;
  fires?: string[];
  submissions?: string[];
  /** References its evidence must hold. */
  refs?: string[];
  /** References it must not hold. */
  not?: string[];
  /** Words that must stand in its title, message, fix or evidence, with values from the site. */
  names?: string[];
}

export interface RuleCases {
  pass: SilentCase[];
  fail: SpeakingCase[];
  unknown: SpeakingCase[];
}

/**
 * Runs a rule over tables of sites. Beyond each case it checks that order of arrival does not matter, that nothing the rule
 * was given is changed, that every message and every reason to pass has a case, and that sites which must not fail are
 * at least as many as those which must.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  const heard = new Set<string>();
  describe(rule.meta.id, () => {
    describe('passes', () => {
      it.each(cases.pass)('$name', (one) => {
        const run = play(rule, one);
        expect(run.findings.map(worst)).toEqual(one.note ? [one.note.message] : []);
        expect(Object.keys(run.passes).sort()).toEqual([...one.passes].sort());
        if (one.note) expectSpoken(rule, run, one.note);
      });
    });
    for (const verdict of ['fail', 'unknown'] as const) {
      describe(verdict === 'fail' ? 'fails' : 'cannot tell', () => {
        it.each(cases[verdict])('$name', (one) => {
          const run = play(rule, one);
          const says = [one.says].flat();
          expect(run.findings.map(worst).sort()).toEqual(says.map((spoken) => spoken.message).sort());
          expect(says.map((spoken) => rule.meta.messages[spoken.message]?.verdict)).toContain(verdict);
          for (const spoken of says) expectSpoken(rule, run, spoken);
        });
      });
    }
    it('has a case for every message and every reason to pass', () => {
      const said = [...cases.fail, ...cases.unknown].flatMap((one) => [one.says].flat().map((spoken) => spoken.message));
      const noted = cases.pass.flatMap((one) => (one.note ? [one.note.message] : []));
      expect([...new Set([...said, ...noted])].sort()).toEqual(Object.keys(rule.meta.messages).sort());
      expect([...new Set(cases.pass.flatMap((one) => one.passes))].sort()).toEqual(Object.keys(rule.meta.passes).sort());
    });
    it('is shown at least as many sites that must not fail as sites that must', () => {
      expect(cases.pass.length + cases.unknown.length).toBeGreaterThanOrEqual(cases.fail.length);
    });
    it('has no two cases of one name', () => {
      const names = [...cases.pass, ...cases.fail, ...cases.unknown].map((one) => one.name);
      for (const name of names) {
        expect(heard.has(name), name).toBe(false);
        heard.add(name);
      }
    });
  });
}

/** One rule over one scenario, in both orders of arrival. */
export function play(rule: Rule, scenario: Scenario): RuleRun {
  const input = toInput(scenario);
  const run = runRule(rule, inOrder(frozen(input)));
  expect(runRule(rule, inOrder(reversed(input))), 'in another order of arrival').toEqual(run);
  for (const { finding } of run.findings) expectReadable(finding);
  return run;
}

function worst(told: RuleRun['findings'][number]): string {
  return told.messages[0] ?? `crashed: ${told.finding.message}`;
}

function expectSpoken(rule: Rule, run: RuleRun, spoken: Spoken): void {
  const found = run.findings.filter((told) => worst(told) === spoken.message);
  const finding = found.map((told) => told.finding).find((one) => !spoken.fires || sameMembers(one.fires, spoken.fires));
  expect(finding, `no finding "${spoken.message}" with the fires ${spoken.fires}; found ${JSON.stringify(found)}`).toBeDefined();
  if (!finding) return;
  expect(finding.verdict).toBe(rule.meta.messages[spoken.message]?.verdict);
  if (spoken.severity) expect(finding.severity).toBe(spoken.severity);
  if (spoken.submissions) expect([...finding.submissions].sort()).toEqual([...spoken.submissions].sort());
  const refs = finding.evidence.map((one) => one.ref);
  for (const ref of spoken.refs ?? []) expect(refs).toContain(ref);
  for (const ref of spoken.not ?? []) expect(refs).not.toContain(ref);
  const words = [finding.title, finding.message, finding.fix, ...finding.evidence.map((one) => one.text)].join('\n');
  for (const name of spoken.names ?? []) expect(words).toContain(name);
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

/** What the house asks of every finding. */
function expectReadable(finding: Said): void {
  expect(finding.title).toMatch(/^[A-Z“].*[^.!]$/);
  expect(finding.message).toMatch(/^.*[.:”})]$/s);
  expect(finding.why).not.toBe('');
  if (finding.verdict === 'unknown' || finding.verdict === 'pass') expect(finding.severity).toBe('info');
  if (finding.verdict === 'fail') expect(finding.fix).toMatch(/^1\. /);
  if (finding.verdict !== 'crashed') expect(finding.evidence.length).toBeGreaterThan(0);
  const prose = [finding.title, finding.message, finding.why, finding.fix, ...finding.evidence.map((one) => one.text)].join(' ');
  expect(prose).not.toMatch(/undefined|NaN|\bnull\b|\[object|!/);
}

function reversed(input: RuleInput): RuleInput {
  return {
    settings: input.settings,
    pages: [...input.pages].reverse(),
    calls: [...input.calls].reverse(),
    consent: [...input.consent].reverse(),
    fires: [...input.fires].reverse(),
    submissions: [...input.submissions].reverse(),
    signals: [...input.signals].reverse(),
    storage: [...input.storage].reverse(),
  };
}

/** Deeply frozen, so that a rule which changes what it was given throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
