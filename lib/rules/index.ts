import { rule as duplicateFire } from './duplicate-fire';
import { rule as fireBeforeConsent } from './fire-before-consent';
import type { Rule } from './kit';
import { rule as leadOffConfirmation } from './lead-off-confirmation';
import type { RuleInput } from './rule-input';
import { type RuleOutput, runAll } from './run-all';

export type { RuleInput } from './rule-input';

/** All rules, sorted by id. */
export const rules: readonly Rule[] = [duplicateFire, fireBeforeConsent, leadOffConfirmation];

/** Findings, passes, and what the settings ignore, from everything that was derived. */
export function runRules(input: RuleInput): RuleOutput {
  return runAll(rules, input);
}
