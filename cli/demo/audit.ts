import type { Page } from 'puppeteer-core';
import { analyse } from '../../lib/analyse';
import { emptySettings } from '../../lib/model';
import { type AuditPlan, auditPlan } from '../../test/demo/audit-plan';
import { type AuditRow, compareAudit, isExact } from '../../test/demo/compare-audit';
import { createDemoServer, type DemoServer, siteHost } from '../../test/demo/server';
import { quiet } from '../../test/demo/visit';
import { launchWithExtension } from '../browser/launch';
import { openRecorder, type Recorder } from '../browser/recorder';
import { waitUntilQuiet } from '../run/wait-until-quiet';
import type { DemoSetup } from './setup';

const rounds = 5;

/** `--audit`: sends numbered requests in every way there is, and holds the server's own log against what was listed. */
export async function runAudit({ extensionPath, executablePath, say }: DemoSetup): Promise<number> {
  const plan = auditPlan(rounds, Date.now().toString(36));
  const server = await createDemoServer({ version: 'repaired' });
  const launched = await launchWithExtension({ executablePath, extensionPath, args: server.browserArguments });
  try {
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    const rows = await audit({ plan, server, page, recorder });
    for (const line of tableOf(rows)) say(line);
    const exact = isExact(rows);
    say(exact ? '\nEverything that was sent was listed, once, on its page.' : '\nWhat was listed is not what was sent.');
    return exact ? 0 : 1;
  } finally {
    await launched.close();
    await server.close();
  }
}

interface Audit {
  plan: readonly AuditPlan[];
  server: DemoServer;
  page: Page;
  recorder: Recorder;
}

/** Sends what the plan says from a page, leaves the page, and compares the server's log with what was listed. */
export async function audit({ plan, server, page, recorder }: Audit): Promise<AuditRow[]> {
  await page.goto(`https://${siteHost}/audit`);
  await page.evaluate((sent: AuditPlan[]) => window.runAudit(sent), [...plan]);
  await quiet(server);
  await page.goto(server.home);
  await quiet(server);
  const session = analyse(await waitUntilQuiet(recorder.signals), emptySettings, { source: 'run' });
  return compareAudit(plan, server.log, session);
}

function tableOf(rows: readonly AuditRow[]): string[] {
  const columns = ['sent', 'seen', 'twice', 'invented', 'wrongPage'] as const;
  const titles = { sent: 'sent', seen: 'seen', twice: 'twice', invented: 'invented', wrongPage: 'wrong page' };
  const line = (name: string, cells: string[]): string => `${name.padEnd(20)}${cells.map((cell) => cell.padStart(11)).join('')}`;
  const sum = columns.map((column) => rows.reduce((total, row) => total + row[column], 0));
  return [
    line(
      'Sent by',
      columns.map((column) => titles[column]),
    ),
    ...rows.map((row) =>
      line(
        row.way,
        columns.map((column) => String(row[column])),
      ),
    ),
    line('All', sum.map(String)),
  ];
}
