import { expect, it } from 'vitest';
import { howLong } from './how-long';

it.each([
  [0, '0.000 seconds'],
  [7, '0.007 seconds'],
  [42, '0.042 seconds'],
  [6094, '6.094 seconds'],
  [999.6, '1.000 seconds'],
  [61_500.2, '61.500 seconds'],
])('%d ms is %s', (ms, words) => {
  expect(howLong(ms)).toBe(words);
});
