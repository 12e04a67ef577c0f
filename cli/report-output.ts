import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Session, Severity } from '../lib/model';
import { json, ndjson, redact, text } from '../lib/report';
import { type CommandIo, writeAll } from './io';
import { UsageError } from './usage-error';

/** Options that `scan` and `run` share, as they were typed. */
export interface ReportOptions {
  format?: string;
  out?: string;
  config?: string;
  failOn: 'error' | 'warning' | 'none';
  redact: boolean;
}

/** What to do with a session once there is one. Made before any work, so that a mistyped format costs no time. */
export interface ReportPlan {
  format: Format;
  out?: string;
  failOn: ReportOptions['failOn'];
  redact: boolean;
}

type Format = (typeof formats)[number];
const formats = ['text', 'json', 'ndjson'] as const;

export function reportPlan({ format, out, failOn, redact }: ReportOptions, io: CommandIo): ReportPlan {
  return { format: format === undefined ? formatFor(out, io) : checkFormat(format), out, failOn, redact };
}

/** Writes the report and resolves with the exit status: 1 when a finding reached the threshold, else 0. */
export async function deliver(session: Session, plan: ReportPlan, io: CommandIo): Promise<number> {
  const shown = plan.redact ? redact(session) : session;
  const report = render(shown, plan, io);
  if (plan.out === undefined) await writeAll(io.stdout, report);
  else await save(plan.out, report);
  return reached(session, plan.failOn) ? 1 : 0;
}

function render(session: Session, { format, out }: ReportPlan, io: CommandIo): string {
  if (format === 'json') return json(session);
  if (format === 'ndjson') return ndjson(session);
  const terminal = io.terminal && out === undefined;
  return text(session, { width: terminal ? Math.min(120, Math.max(60, io.columns ?? 80)) : 80, colour: terminal });
}

/** `unknown` and `crashed` never count: nothing is known to be wrong. */
function reached(session: Session, failOn: ReportPlan['failOn']): boolean {
  const counted: Record<ReportPlan['failOn'], Severity[]> = { error: ['error'], warning: ['error', 'warning'], none: [] };
  return session.findings.some(({ verdict, severity }) => verdict === 'fail' && counted[failOn].includes(severity));
}

function checkFormat(format: string): Format {
  const known = formats.find((candidate) => candidate === format);
  if (known) return known;
  throw new UsageError(`There is no format "${format}" (yet): use text, json or ndjson.`);
}

function formatFor(out: string | undefined, io: CommandIo): Format {
  if (out === undefined) return io.terminal ? 'text' : 'json';
  return ({ '.txt': 'text', '.ndjson': 'ndjson' } as const)[extname(out).toLowerCase()] ?? 'json';
}

async function save(path: string, report: string): Promise<void> {
  try {
    await writeFile(path, report);
  } catch (error) {
    throw new UsageError(
      `The report could not be written to ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}.`,
    );
  }
}
