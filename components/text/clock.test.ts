import { describe, expect, it } from 'vitest';
import { clock, clockExact, clockMinute, size, span } from './clock';

describe('an instant, in the reader’s own time', () => {
  const at = new Date(2026, 10, 25, 9, 2, 8, 42).getTime();
  it('is told to the minute, the second, the millisecond', () => {
    expect([clockMinute(at), clock(at), clockExact(at)]).toEqual(['09:02', '09:02:08', '09:02:08.042']);
  });
});

describe('a span', () => {
  it.each([
    [0, '0 ms'],
    [84.4, '84 ms'],
    [6_094, '6.094 s'],
    [148_000, '2 min 28 s'],
    [11_100_000, '3 h 5 min'],
    [-84, '−84 ms'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('of %s is %s', (ms, words) => {
    expect(span(ms)).toBe(words);
  });
});

describe('a size', () => {
  it.each([
    [812, '812 B'],
    [1_800, '1.8 kB'],
    [312_000_000, '312.0 MB'],
  ])('of %s is %s', (bytes, words) => {
    expect(size(bytes)).toBe(words);
  });
});
