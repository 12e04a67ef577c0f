import { rule as consentContradiction } from './consent-contradiction';
import { rule as consentDefaultLate } from './consent-default-late';
import { rule as consentStringInvalid } from './consent-string-invalid';
import { rule as duplicateFire } from './duplicate-fire';
import { rule as fireBeforeConsent } from './fire-before-consent';
import { rule as fireWithoutConsent } from './fire-without-consent';
import { rule as gpcIgnored } from './gpc-ignored';
import type { Rule } from './kit';
import { rule as leadOffConfirmation } from './lead-off-confirmation';
import type { RuleInput } from './rule-input';
import { type RuleOutput, runAll } from './run-all';
import { rule as storageBeforeConsent } from './storage-before-consent';
import { rule as vendorUndisclosed } from './vendor-undisclosed';

export type { RuleInput } from './rule-input';

/** All rules, sorted by id. */
export const rules: readonly Rule[] = [
  consentContradiction,
  consentDefaultLate,
  consentStringInvalid,
  duplicateFire,
  fireBeforeConsent,
  fireWithoutConsent,
  gpcIgnored,
  leadOffConfirmation,
  storageBeforeConsent,
  vendorUndisclosed,
];

/** Findings, passes, and what the settings ignore, from everything that was derived. */
export function runRules(input: RuleInput): RuleOutput {
  return runAll(rules, input);
}
