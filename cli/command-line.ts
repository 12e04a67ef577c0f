import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import { type CommandIo, writeAll } from './io';
import { sentenceOf, UsageError } from './usage-error';

/**
 * Runs one command line (without `node` and the script). Each command loads what it needs itself: the browser driver alone takes longer
 * to load than `decode` takes to run. Resolves with the exit status: 0, 1 with findings, 2 for bad usage or input.
 */
export async function commandLine(argv: string[], io: CommandIo): Promise<number> {
  let status = 0;
  const program = new Command('tagwitness')
    .description('Lists every advertising pixel fire with its consent, and says with evidence what is wrong.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: () => {} })
    .showSuggestionAfterError(true);
  program
    .command('decode')
    .description('decode requests: NDJSON in on stdin, one request a line; NDJSON out, one line for each, in order')
    .option('--config <file>', 'settings with vendors of your own (tagwitness.settings/1)')
    .action(async (options) => {
      const { decodeCommand } = await import('./commands/decode');
      status = await decodeCommand(options, io);
    });
  withReportOptions(program.command('scan'))
    .description('report on a HAR file, a saved session, or a .gz or ZIP of them')
    .argument('<file...>', 'files to read; several become one report')
    .action(async (files: string[], options) => {
      const { scanCommand } = await import('./commands/scan');
      status = await scanCommand(files, options, io);
    });
  withReportOptions(program.command('run'))
    .description('drive a real browser with the extension, then report')
    .argument('<url or flow>', 'a page, or a flow recorded with Chrome DevTools Recorder (.json)')
    .option('--browser <path>', 'Chrome, Chromium or Edge to use')
    .option('--browser-arg <arg>', 'pass an argument to the browser (repeatable: --browser-arg=--lang=de)', collect, [])
    .option('--headed', 'show the browser')
    .option('--timeout <ms>', 'longest time for one step', milliseconds, 10_000)
    .action(async (target: string, options) => {
      const { runCommand } = await import('./commands/run');
      status = await runCommand(target, options, io);
    });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError && error.code === 'commander.help') return 2;
    await writeAll(io.stderr, `tagwitness: ${error instanceof CommanderError ? usage(error) : sentenceOf(error)}\n`);
    return 2;
  }
}

function withReportOptions(command: Command): Command {
  return command
    .exitOverride()
    .option('--format <format>', 'text, json or ndjson (default: text on a terminal, json when piped)')
    .option('--out <file>', 'write the report to a file')
    .option('--config <file>', 'settings for your sites (tagwitness.settings/1)')
    .addOption(
      new Option('--fail-on <severity>', 'exit with status 1 for findings of this severity or worse')
        .choices(['error', 'warning', 'none'])
        .default('error'),
    )
    .option('--redact', 'replace personal data, client and click ids and free text by tokens', true)
    .option('--no-redact', 'show values as they were sent');
}

function collect(value: string, all: string[]): string[] {
  return [...all, value];
}

function milliseconds(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`--timeout takes whole milliseconds, not "${value}".`);
  return number;
}

/** Commander's own words, made one sentence. */
function usage(error: CommanderError): string {
  const words = error.message
    .replace(/^error: /, '')
    .split('\n')
    .join(' ')
    .trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.?$/, '.')} See "tagwitness --help".`;
}
