import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Decoded, DecodeRequest } from '../../lib/model';

/** One request and the answer it must give. Fields absent from `expect` are unspecified; `events: []` means none. */
export interface VendorCase extends DecodeRequest {
  id: string;
  vendor: string;
  expect: Record<string, unknown>;
  /** `low` and `medium` rest partly on memory: they must be read without error, and prove no format. */
  confidence?: 'low' | 'medium';
  note?: string;
}

/** Cases of the named vendors, from the checkout, or from the fuller file that `TAGWITNESS_CASES` names. */
export function vendorCases(vendors: readonly string[]): VendorCase[] {
  const path = process.env.TAGWITNESS_CASES ?? new URL('../fixtures/vendor-cases.json', import.meta.url);
  const cases = JSON.parse(readFileSync(path, 'utf8')) as VendorCase[];
  return cases.filter((one) => vendors.includes(one.vendor));
}

/** Compares an answer with what is expected of it; a field expected to be `undefined` must be absent. */
export function expectAnswer(decoded: Decoded, expected: Record<string, unknown>): void {
  const { events, userData, ...rest } = expected;
  expectFields(decoded, rest);
  if (Array.isArray(events)) {
    expect(decoded.events).toHaveLength(events.length);
    for (const [index, event] of events.entries()) expectFields(decoded.events[index] ?? {}, event);
  }
  if (Array.isArray(userData)) expect(decoded.userData).toEqual(userData.map((field) => expect.objectContaining(field)));
  else if ('userData' in expected) expect(decoded).not.toHaveProperty('userData');
}

function expectFields(actual: object, expected: Record<string, unknown>): void {
  const said = Object.entries(expected);
  expect(actual).toMatchObject(Object.fromEntries(said.filter(([, value]) => value !== undefined)));
  for (const [key] of said.filter(([, value]) => value === undefined)) expect(actual).not.toHaveProperty(key);
}
