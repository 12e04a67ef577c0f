/** As many of the list as asked for, in its order; the same seed picks the same. */
export function pickWays<T>(list: readonly T[], count: number, seed: number): T[] {
  let state = seed >>> 0;
  const drawn = list.map((item, at) => {
    // A linear congruential generator (Numerical Recipes): good enough to pick, and the same everywhere.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { item, at, lot: state };
  });
  return drawn
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
