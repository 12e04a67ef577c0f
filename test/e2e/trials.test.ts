import { describe, expect, it } from 'vitest';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { trial as t1 } from '../trials/t1';
import { trial as t2 } from '../trials/t2';
import { trial as t3 } from '../trials/t3';
import { trial as t8 } from '../trials/t8';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: the trials in a real browser. ${noBrowserSentence}\n`);

/** Short forms of the trials. How much a kill costs without a panel is a figure for the long one (test/trials/README.md). */
describe.skipIf(!found)('a short trial', () => {
  it.each([
    [t1, 5],
    [t2, 4],
    [t3, 4],
    [t8, 600],
  ])('holds: %o, %i rounds', async (trial, rounds) => {
    const rows = await trial.run({ rounds, seed: 1 });
    expect(rows.filter(({ verdict, target }) => verdict !== 'met' && target !== '≤ 1 lost a kill')).toEqual([]);
  });
});
