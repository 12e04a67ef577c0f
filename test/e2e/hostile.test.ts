import { beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { blindOf, callsOf, hostilePages, type Visits, visitHostilePages } from '../hostile/visit';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: hostile pages in a real browser. ${noBrowserSentence}\n`);

describe.skipIf(!found)('a hostile page', () => {
  let visits: Visits;

  beforeAll(async () => {
    visits = await visitHostilePages();
  });

  describe.each(hostilePages.map(({ page, path }) => [page.name, page, path] as const))('%s', (_name, page, path) => {
    it('sees the same with the extension as without', () => {
      const before = visits.plain.get(path);
      expect(before?.answer).toBeDefined();
      expect(visits.watched.get(path)).toEqual(before);
    });

    it.runIf(page.sees)('is reported as it was', () => {
      expect(callsOf(visits.signals, path)).toEqual(page.sees);
    });

    it('has its blind spots named', () => {
      expect(blindOf(visits.signals, path)).toEqual(page.blind ?? []);
    });
  });
});
