import { Command, InvalidArgumentError } from 'commander';
import { sentenceOf } from '../../cli/usage-error';
import { trials } from './index';
import type { Trial, TrialRow } from './trial';

interface Flags {
  rounds?: number;
  seed: number;
  json?: boolean;
}

/** `npm run trials -- T1 T8 [--rounds N] [--seed N] [--json]`: exit status 0 all met, 1 one missed or unknown, 2 no such trial. */
await new Command('npm run trials --')
  .description('Tries what the project promises. Without a name: lists the trials.')
  .argument('[ids...]')
  .option('--rounds <number>', 'instead of the full number of kills, starts, messages or seconds', toCount)
  .option('--seed <number>', 'begins the row of random choices', toCount, 1)
  .option('--json', 'one JSON document instead of a table')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(run)
  .parseAsync();

async function run(ids: readonly string[], { rounds, seed, json }: Flags): Promise<void> {
  if (ids.length === 0) {
    for (const { id, title } of trials) console.log(`${id.padEnd(4)} ${title}`);
    return;
  }
  const wanted: Trial[] = [];
  for (const id of ids) {
    const trial = trials.find((one) => one.id === id.toUpperCase());
    if (!trial) {
      console.error(`There is no trial ${id}: there are ${trials.map((one) => one.id).join(', ')}.`);
      process.exit(2);
    }
    wanted.push(trial);
  }
  const rows: ({ trial: string } & TrialRow)[] = [];
  for (const trial of wanted) {
    if (!json) console.error(`${trial.id} ${trial.title} …`);
    const own = await trial.run({ rounds, seed }).catch((error: unknown) => [failed(error)]);
    rows.push(...own.map((row) => ({ trial: trial.id, ...row })));
  }
  if (json) console.log(JSON.stringify(rows));
  else console.table(rows);
  process.exit(rows.every((row) => row.verdict === 'met') ? 0 : 1);
}

/** A trial that could not be held to its end says so, and the others go on. */
function failed(error: unknown): TrialRow {
  return { browser: 'unknown', figure: sentenceOf(error), target: 'the trial runs', verdict: 'unknown' };
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above zero.');
  return Number(text);
}
