import { describe, expect, it } from 'vitest';
import { Sensors } from './sensors';

function rowOf(numbers: readonly [n: number, at: number][], sensor = 's'): Sensors {
  const sensors = new Sensors();
  for (const [n, at] of numbers) sensors.note({ sensor, n }, at);
  return sensors;
}

describe('the row of a sensor', () => {
  it.each([
    [
      'whole',
      [
        [0, 10],
        [1, 20],
        [2, 30],
      ],
      [],
    ],
    [
      'out of order',
      [
        [2, 30],
        [0, 10],
        [1, 20],
      ],
      [],
    ],
    [
      'twice',
      [
        [0, 10],
        [0, 10],
        [1, 20],
      ],
      [],
    ],
    [
      'one missing',
      [
        [0, 10],
        [2, 30],
        [3, 40],
      ],
      [{ fromAt: 10, toAt: 30 }],
    ],
    [
      'two missing apart',
      [
        [0, 10],
        [2, 30],
        [4, 50],
        [5, 60],
      ],
      [{ fromAt: 10, toAt: 50 }],
    ],
    ['the beginning missing', [[1, 20]], [{ fromAt: Number.NEGATIVE_INFINITY, toAt: 20 }]],
    ['nothing', [], []],
  ] as [string, [number, number][], object[]][])('%s', (_name, numbers, holes) => {
    expect(rowOf(numbers).holes()).toEqual(holes);
  });

  it('tells when a hole opens and closes', () => {
    const sensors = new Sensors();
    expect([0, 2, 1, 3].map((n) => sensors.note({ sensor: 's', n }, n))).toEqual([false, true, true, false]);
  });
});

describe('a whole row', () => {
  it.each([
    [
      'up to this report',
      [
        [0, 10],
        [1, 20],
      ],
      1,
      true,
    ],
    [
      'before a later hole',
      [
        [0, 10],
        [1, 20],
        [3, 40],
      ],
      1,
      true,
    ],
    [
      'after a hole',
      [
        [0, 10],
        [2, 30],
      ],
      2,
      false,
    ],
  ] as [string, [number, number][], number, boolean][])('%s', (_name, numbers, n, whole) => {
    expect(rowOf(numbers).isWhole({ sensor: 's', n })).toBe(whole);
  });

  it('is not that of a sensor that came later than another', () => {
    const sensors = rowOf([[0, 10]]);
    sensors.note({ sensor: 'late', n: 0 }, 500);
    expect(sensors.isWhole({ sensor: 's', n: 0 })).toBe(true);
    expect(sensors.isWhole({ sensor: 'late', n: 0 })).toBe(false);
  });

  it('is not that of a sensor nobody heard', () => {
    expect(rowOf([]).isWhole({ sensor: 's', n: 0 })).toBe(false);
  });
});
