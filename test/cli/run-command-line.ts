import { PassThrough, Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { commandLine } from '../../cli/command-line';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  stdin?: string | Iterable<string | Uint8Array>;
  terminal?: boolean;
}

/** Runs a command line inside this process and collects what it said. */
export async function runCommandLine(argv: string[], { stdin = [], terminal = false }: RunOptions = {}): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const said = Promise.all([textOf(stdout), textOf(stderr)]);
  const input = Readable.from(typeof stdin === 'string' ? [stdin] : stdin);
  const status = await commandLine(argv, { stdin: input, stdout, stderr, terminal, columns: 80 });
  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { status, stdout: out, stderr: err };
}
