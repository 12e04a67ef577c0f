import { describe, expect, it } from 'vitest';
import { expectAnswer, vendorCases } from '../../test/helpers/vendor-tester';
import { decode, vendors } from '.';

const cases = vendorCases(['none', ...vendors.map((vendor) => vendor.facts.id)]);

/** Cases held wrong, with the evidence; a case that comes out right after all has to leave the list. */
const heldWrong = new Map([
  ['rud-01', 'It expects a number in `params`; parameters are texts as they were sent, in every other case and in the model.'],
]);

describe('every case', () => {
  const certain = cases.filter((one) => one.confidence === undefined);

  it.each(certain.filter((one) => !heldWrong.has(one.id)).map((one) => [one.id, one] as const))('%s', (_id, one) => {
    expectAnswer(decode(one), one.expect);
  });

  it.each(certain.filter((one) => heldWrong.has(one.id)).map((one) => [one.id, one] as const))('%s is held wrong', (_id, one) => {
    expect(() => expectAnswer(decode(one), one.expect)).toThrow();
  });

  it.each(cases.filter((one) => one.confidence !== undefined).map((one) => [one.id, one] as const))(
    '%s is read without error',
    (_id, one) => {
      expect(decode(one).vendor).toBe(one.expect.vendor);
    },
  );
});
