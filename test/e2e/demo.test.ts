import { beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { launchWithExtension } from '../../cli/browser/launch';
import { openRecorder } from '../../cli/browser/recorder';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import { analyse } from '../../lib/analyse';
import { emptySettings, type Session } from '../../lib/model';
import { rules } from '../../lib/rules';
import type { SiteVersion } from '../demo/answers';
import { expectedPicture, pictureOf } from '../demo/compare';
import { createDemoServer } from '../demo/server';
import { makeVisit, type Visitor, visitors } from '../demo/visit';

const browser = findBrowser();
const ruleIds = new Set(rules.map((rule) => rule.meta.id));
const cases = (['faulty', 'repaired'] as const).flatMap((version) => visitors.map((visitor) => ({ version, visitor })));

if (!browser) console.warn(`\nSKIPPED: the demo in a real browser. ${noBrowserSentence}\n`);

describe('the demo site in a real browser', () => {
  it('has a browser to run in, on a build machine', () => {
    if (process.env.CI) expect(browser, noBrowserSentence).not.toBeNull();
  });

  it('is judged by the rules its faults are about', () => {
    expect([...ruleIds]).toEqual(expect.arrayContaining(['duplicate-fire', 'fire-before-consent', 'lead-off-confirmation']));
  });

  describe.skipIf(!browser).each(cases)('$version, a visitor: $visitor', ({ version, visitor }) => {
    let session: Session;
    beforeAll(async () => {
      session = await visit(version, visitor);
    });

    it('lists the fires that were sent, each with its consent and placement', () => {
      expect(pictureOf(session).fires).toEqual(expectedPicture(version, visitor, ruleIds).fires);
    });

    it('finds what is wrong, and nothing else', () => {
      expect(pictureOf(session).findings).toEqual(expectedPicture(version, visitor, ruleIds).findings);
    });
  });
});

async function visit(version: SiteVersion, visitor: Visitor): Promise<Session> {
  const server = await createDemoServer({ version });
  const launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments });
  try {
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    await makeVisit({ browser: launched.browser, page, server, visitor });
    return analyse(await waitUntilQuiet(recorder.signals), emptySettings, { source: 'run' });
  } finally {
    await launched.close();
    await server.close();
  }
}
