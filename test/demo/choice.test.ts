import { TCString } from '@iabtcf/core';
import { describe, expect, it } from 'vitest';
import { additionalConsentFor, tcStringFor } from './site/choice';

describe('the choice of a visitor', () => {
  it('who accepts gives every vendor of the site every purpose', () => {
    const model = TCString.decode(tcStringFor('accepted'));
    expect([...model.vendorConsents].filter(([, given]) => given).map(([id]) => id)).toEqual([91, 755, 804, 986]);
    expect(model.purposeConsents.size).toBe(11);
    expect(additionalConsentFor('accepted')).toBe('2~89~dv.');
  });

  it('who refuses gives none', () => {
    const model = TCString.decode(tcStringFor('refused'));
    expect([model.vendorConsents.size, model.purposeConsents.size, model.vendorLegitimateInterests.size]).toEqual([0, 0, 0]);
    expect(additionalConsentFor('refused')).toBe('2~~dv.89');
  });

  it.each(['accepted', 'refused'] as const)('who %s: the string is a sound one of TCF 2.3', (choice) => {
    const tc = tcStringFor(choice);
    const model = TCString.decode(tc);
    expect([
      model.isServiceSpecific,
      model.policyVersion,
      [...model.vendorsDisclosed].filter(([, shown]) => shown).map(([id]) => id),
    ]).toEqual([true, 5, [91, 755, 804, 986]]);
    expect(tc.split('.')).toHaveLength(3);
  });
});
