import { describe, expect, it } from 'vitest';
import { tcString } from '../../test/helpers/consent-signals';
import { faultsOfTcString } from './tc-string-faults';

const accept = { purposes: 'all' as const, vendors: [755] };
const coreOf = (tc: string) => tc.split('.')[0] ?? '';
const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date);

describe('faults of a TC string', () => {
  const today = day(2026, 11, 25);
  it.each([
    ['none', tcString({ ...accept, createdAt: day(2026, 11, 1) }), today, []],
    ['unreadable', 'C-broken', today, ['malformed']],
    [
      'made in March 2026 without disclosed vendors',
      coreOf(tcString({ ...accept, createdAt: day(2026, 3, 1) })),
      today,
      ['no-disclosed-vendors'],
    ],
    ['made the day before, still valid', coreOf(tcString({ ...accept, createdAt: day(2026, 2, 28) })), today, []],
    ['thirteen months and a bit', tcString({ ...accept, createdAt: day(2025, 10, 20) }), today, ['too-old']],
    ['not quite thirteen months', tcString({ ...accept, createdAt: day(2025, 10, 26) }), today, []],
    ['old, but young when it was seen', tcString({ ...accept, createdAt: day(2024, 1, 1) }), day(2024, 2, 1), []],
    ['policy 2 in 2026', tcString({ ...accept, policyVersion: 2, createdAt: day(2026, 11, 1) }), today, ['outdated-policy']],
    ['policy 2 while it lasted', tcString({ ...accept, policyVersion: 2, createdAt: day(2023, 9, 1) }), day(2023, 9, 2), []],
    ['policy 4', tcString({ ...accept, policyVersion: 4, createdAt: day(2026, 11, 1) }), today, []],
  ])('%s', (_name, tc, at, codes) => {
    const faults = faultsOfTcString(tc, at);
    expect(faults.map(({ code }) => code)).toEqual(codes);
    for (const { words } of faults) expect(words).toMatch(/^[A-Z].*\.$/);
  });
});
