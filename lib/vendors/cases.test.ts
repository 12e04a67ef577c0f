import { describe, expect, it } from 'vitest';
import { expectAnswer, vendorCases } from '../../test/helpers/vendor-tester';
import { decode, vendors } from '.';

const cases = vendorCases(['none', ...vendors.map((vendor) => vendor.facts.id)]);

describe('every case', () => {
  it.each(cases.filter((one) => one.confidence === undefined).map((one) => [one.id, one] as const))('%s', (_id, one) => {
    expectAnswer(decode(one), one.expect);
  });

  it.each(cases.filter((one) => one.confidence !== undefined).map((one) => [one.id, one] as const))(
    '%s is read without error',
    (_id, one) => {
      expect(decode(one).vendor).toBe(one.expect.vendor);
    },
  );
});
