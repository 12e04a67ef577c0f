import type { SiteVersion } from '../../test/demo/answers';
import { createDemoServer } from '../../test/demo/server';
import { launchWithExtension } from '../browser/launch';
import type { DemoSetup } from './setup';

/** With a display: opens the site with the panel beside it, and stays until the browser is closed. */
export async function showDemo(version: SiteVersion, { extensionPath, executablePath, say }: DemoSetup): Promise<number> {
  const server = await createDemoServer({ version });
  const launched = await launchWithExtension({ executablePath, extensionPath, headed: true, args: server.browserArguments });
  const { browser, extensionId } = launched;
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(server.home);
  const extension = (await browser.extensions()).get(extensionId);
  if (extension) await page.triggerExtensionAction(extension);
  say(`The ${version} demo site is open, with the Tagwitness panel beside it.`);
  say('Choose in the cookie dialog, ask for a quote, and read Problems in the panel.');
  say('This ends when you close the browser.');
  await new Promise<void>((resolve) => {
    browser.on('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  await launched.close();
  await server.close();
  return 0;
}
