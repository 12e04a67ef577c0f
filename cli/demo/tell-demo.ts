import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from '../../lib/analyse';
import { emptySettings, type Session } from '../../lib/model';
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
export async function tellDemo(version: SiteVersion, setup: DemoSetup): Promise<number> {
  const { say } = setup;
  say(`No display: a visitor walks through the ${version} demo site by itself, and accepts the cookies.\n`);
  const picture = join(projectRoot(), 'shots', `panel-${version}.png`);
  await mkdir(join(projectRoot(), 'shots'), { recursive: true });
  const session = await visitDemo(version, setup, picture);
  say(text(session));
  say(`A picture of the panel: ${picture}`);
  if (version === 'faulty') say('The same visit to the repaired site, which reads clean: npm run demo -- --repaired');
  return 0;
}

/** One visit, from an empty profile to the derived session. */
async function visitDemo(version: SiteVersion, { extensionPath, executablePath }: DemoSetup, picture: string): Promise<Session> {
  const server = await createDemoServer({ version });
  const launched = await launchWithExtension({ executablePath, extensionPath, args: server.browserArguments });
  try {
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    await makeVisit({ browser: launched.browser, page, server, visitor: 'accepted' });
    const session = analyse(await waitUntilQuiet(recorder.signals), emptySettings, { source: 'run' });
    await takePanelPicture({ ...launched, page, path: picture });
    return session;
  } finally {
    await launched.close();
    await server.close();
  }
}
