import { commandLine } from './command-line';

process.exitCode = await commandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  terminal: process.stdout.isTTY === true,
  columns: process.stdout.columns,
});
