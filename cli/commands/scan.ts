import { analyse } from '../../lib/analyse';
import { emptySettings } from '../../lib/model';
import { readCaptures } from '../input/read-captures';
import { readSettings } from '../input/read-settings';
import type { CommandIo } from '../io';
import { writeAll } from '../io';
import { deliver, type ReportOptions, reportPlan } from '../report-output';

/** `scan FILE…`: reads what was captured earlier, and reports. */
export async function scanCommand(files: string[], options: ReportOptions, io: CommandIo): Promise<number> {
  const plan = reportPlan(options, io);
  const settings = options.config === undefined ? undefined : await readSettings(options.config);
  const { signals, problems, kind, settings: saved } = await readCaptures(files);
  for (const problem of problems) await writeAll(io.stderr, `tagwitness: ${problem}\n`);
  const session = analyse(signals, settings ?? saved ?? emptySettings, { source: kind });
  return deliver(session, plan, io);
}
