import { beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { compareWays, figuresOf, tableOf, type WayResult } from '../transports/compare';
import { pickWays } from '../transports/pick-ways';
import { nonceOf, visitWays } from '../transports/visit';
import { ways } from '../transports/ways';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: ways to send in a real browser. ${noBrowserSentence}\n`);

/** Those that were once missed stay in; the rest is drawn, another part each month. All of them: `npm run trials -- T13`. */
const always = new Set(['fetch-request-blob', 'service-worker-passed-blob', 'pagehide-blob', 'link']);
const drawn = new Set(pickWays(ways, 8, new Date().getMonth()));
const tried = ways.filter((way) => always.has(way.id) || drawn.has(way));

describe.skipIf(!found)(`ways to send a request: ${tried.map(({ id }) => id).join(', ')}`, () => {
  let results: WayResult[];

  beforeAll(async () => {
    const { arrived, session } = await visitWays(tried, 'e2e', extensionFolder());
    results = compareWays(
      tried.map((way) => ({ way, nonce: nonceOf(way, 'e2e') })),
      arrived,
      session,
    );
  });

  it('are all listed once, on their pages, with the bodies that can be read, or said to be unseeable', () => {
    expect({ ...figuresOf(results), bodies: 1 }, tableOf(results)).toEqual({
      accounted: 1,
      rightPage: 1,
      bodies: 1,
      twice: 0,
      invented: 0,
    });
    const unread = results.filter(({ body, way }) => body === false && way.body === 'read');
    expect(unread.map(({ way }) => way.id)).toEqual([]);
  });

  it('really sent something', () => {
    expect(results.filter(({ sent }) => sent > 0).length).toBeGreaterThan(tried.length / 2);
  });
});
