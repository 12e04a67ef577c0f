import { resolve } from 'node:path';
import { analyse } from '../../lib/analyse';
import { emptySettings, type Signal } from '../../lib/model';
import { extensionFolder } from '../browser/extension-folder';
import { BrowserError, type BrowserWithExtension, launchWithExtension } from '../browser/launch';
import { openRecorder } from '../browser/recorder';
import { readSettings } from '../input/read-settings';
import { type CommandIo, writeAll } from '../io';
import { deliver, type ReportOptions, reportPlan } from '../report-output';
import { readTarget, type Target } from '../run/read-target';
import { type FailedStep, replayFlow } from '../run/replay-flow';
import { waitUntilQuiet } from '../run/wait-until-quiet';
import { UsageError } from '../usage-error';

export interface RunOptions extends ReportOptions {
  browser?: string;
  browserArg: string[];
  headed?: boolean;
  timeout: number;
}

/** `run URL` or `run FLOW.json`: drives a real browser with the extension, and reports. A failed step ends the flow, not the report. */
export async function runCommand(target: string, options: RunOptions, io: CommandIo): Promise<number> {
  const plan = reportPlan(options, io);
  const settings = options.config === undefined ? emptySettings : await readSettings(options.config);
  const { signals, failed } = await capture(await readTarget(target), options);
  if (failed) {
    const { number, of, words, reason } = failed;
    await writeAll(
      io.stderr,
      `tagwitness: Step ${number} of ${of} could not be done (${words}): ${reason} What was captured until then is reported.\n`,
    );
  }
  return deliver(analyse(signals, settings, { source: 'run' }), plan, io);
}

async function capture({ flow }: Target, options: RunOptions): Promise<{ signals: Signal[]; failed: FailedStep | null }> {
  const launched = await launch(options);
  try {
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    const failed = await replayFlow(flow, { browser: launched.browser, page, timeout: options.timeout });
    return { signals: await waitUntilQuiet(recorder.signals), failed };
  } finally {
    await launched.close();
  }
}

async function launch({ browser, headed, browserArg }: RunOptions): Promise<BrowserWithExtension> {
  const executablePath = browser === undefined ? undefined : resolve(browser);
  try {
    return await launchWithExtension({ executablePath, headed, args: browserArg, extensionPath: extensionFolder() });
  } catch (error) {
    throw error instanceof BrowserError ? new UsageError(error.message) : error;
  }
}
