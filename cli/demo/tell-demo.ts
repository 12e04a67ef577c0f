import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from '../../lib/analyse';
import { emptySettings } from '../../lib/model';
import { text } from '../../lib/report';
import type { SiteVersion } from '../../test/demo/answers';
import { createDemoServer } from '../../test/demo/server';
import { makeVisit } from '../../test/demo/visit';
import { launchWithExtension } from '../browser/launch';
import { openRecorder } from '../browser/recorder';
import { projectRoot } from '../project-root';
import { waitUntilQuiet } from '../run/wait-until-quiet';
import { takePanelPicture } from './panel-picture';
import type { DemoSetup } from './setup';

/** Without a display: visits the site as somebody who accepts, prints the report, and takes a picture of the panel. */
export async function tellDemo(version: SiteVersion, { extensionPath, executablePath, say }: DemoSetup): Promise<number> {
  say(`No display: a visitor walks through the ${version} demo site by itself, and accepts the cookies.\n`);
  const server = await createDemoServer({ version });
  const launched = await launchWithExtension({ executablePath, extensionPath, args: server.browserArguments });
  try {
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    await makeVisit({ browser: launched.browser, page, server, visitor: 'accepted' });
    say(text(analyse(await waitUntilQuiet(recorder.signals), emptySettings, { source: 'run' })));
    const shots = join(projectRoot(), 'shots');
    await mkdir(shots, { recursive: true });
    const path = join(shots, `panel-${version}.png`) as `${string}.png`;
    const tabId = await recorder.tabAt(page.url());
    if (tabId === null) throw new Error('The tab of the demo site is gone.');
    await takePanelPicture({ ...launched, tabId, path });
    say(`A picture of the panel: ${path}`);
    if (version === 'faulty') say('The same visit to the repaired site, which reads clean: npm run demo -- --repaired');
    return 0;
  } finally {
    await launched.close();
    await server.close();
  }
}
