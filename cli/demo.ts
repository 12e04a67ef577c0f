import { Command } from 'commander';
import { extensionFolder } from './browser/extension-folder';
import { findBrowser, noBrowserSentence } from './browser/find-browser';
import { BrowserError } from './browser/launch';
import { runAudit } from './demo/audit';
import { installBrowser } from './demo/install-browser';
import { showDemo } from './demo/show-demo';
import { tellDemo } from './demo/tell-demo';
import { sentenceOf, UsageError } from './usage-error';

interface DemoOptions {
  repaired?: boolean;
  audit?: boolean;
  installBrowser?: boolean;
  headless?: boolean;
}

/** `npm run demo`: shows the extension at work on an invented business, on this machine only. */
async function demo(options: DemoOptions): Promise<number> {
  const extensionPath = extensionFolder();
  const executablePath = await browserFor(options);
  const setup = { extensionPath, executablePath, say: (line: string) => void process.stdout.write(`${line}\n`) };
  if (options.audit) return runAudit(setup);
  const version = options.repaired ? 'repaired' : 'faulty';
  return options.headless || !hasDisplay() ? tellDemo(version, setup) : showDemo(version, setup);
}

async function browserFor(options: DemoOptions): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  if (options.installBrowser || process.env.CI) installBrowser();
  const installed = findBrowser();
  if (installed) return installed;
  throw new UsageError(`${noBrowserSentence} On Debian, "npm run demo -- --install-browser" installs one.`);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const program = new Command('npm run demo --')
  .description('Opens an invented business with the panel beside it. Without a display, reports what is wrong there.')
  .option('--repaired', 'the version without faults')
  .option('--audit', "send requests in every way there is and compare the server's log with what was listed")
  .option('--install-browser', "install Debian's chromium package when there is no browser")
  .option('--headless', 'do as if there were no display')
  .action(async (options: DemoOptions) => {
    try {
      process.exitCode = await demo(options);
    } catch (error) {
      process.stderr.write(`${error instanceof BrowserError ? error.message : sentenceOf(error)}\n`);
      process.exitCode = 2;
    }
  });

await program.parseAsync();
