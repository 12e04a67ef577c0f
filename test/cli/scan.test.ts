import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from './run-command-line';
import { onePageView, twicePageView } from './sample-har';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tagwitness-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array | object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

describe('scan', () => {
  it('reports on a HAR as JSON when piped', async () => {
    const { status, stdout, stderr } = await runCommandLine(['scan', await file('a.har', onePageView)]);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'tagwitness.session/1',
      source: { kind: 'har' },
      fires: [{ vendor: 'meta', account: '731904458812067', event: 'PageView' }],
    });
  });

  it('writes text for a terminal', async () => {
    const { stdout } = await runCommandLine(['scan', await file('a.har', onePageView)], { terminal: true });
    expect(stdout).toMatch(/^Tagwitness {2}www\.alder\.example\n/);
    expect(stdout).toContain('PageView');
  });

  it('writes one fire a line', async () => {
    const { stdout } = await runCommandLine(['scan', '--format', 'ndjson', await file('a.har', twicePageView)]);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).event),
    ).toEqual(['PageView', 'PageView']);
  });

  it('reads a saved session again and derives the same', async () => {
    const first = await runCommandLine(['scan', '--no-redact', await file('a.har', twicePageView)]);
    const again = await runCommandLine(['scan', '--no-redact', await file('b.json', first.stdout)]);
    const [one, two] = [JSON.parse(first.stdout), JSON.parse(again.stdout)];
    expect(two.source.kind).toBe('session');
    expect([two.fires, two.findings]).toEqual([one.fires, one.findings]);
  });

  it('reads a .gz, a ZIP, and several files as one report', async () => {
    const bytes = strToU8(JSON.stringify(onePageView));
    const paths = [
      await file('a.har.gz', gzipSync(bytes)),
      await file('b.zip', zipSync({ 'x.har': bytes })),
      await file('c.har', bytes),
    ];
    for (const path of paths) expect(JSON.parse((await runCommandLine(['scan', path])).stdout).fires).toHaveLength(1);
    expect(JSON.parse((await runCommandLine(['scan', ...paths])).stdout).fires).toHaveLength(3);
  });

  it('hides client ids unless told otherwise', async () => {
    const path = await file('a.har', twicePageView);
    expect((await runCommandLine(['scan', path])).stdout).not.toContain('99887766');
    expect((await runCommandLine(['scan', '--redact', path])).stdout).not.toContain('99887766');
    expect((await runCommandLine(['scan', '--no-redact', path])).stdout).toContain('99887766');
  });

  it('exits by what was found and by the threshold', async () => {
    const twice = await file('a.har', twicePageView);
    const status = async (...more: string[]): Promise<number> => (await runCommandLine(['scan', twice, ...more])).status;
    expect(await status('--fail-on', 'warning')).toBe(1);
    expect(await status('--fail-on', 'error')).toBe(0);
    expect(await status('--fail-on', 'none')).toBe(0);
    expect(await status()).toBe(0);
  });

  it('takes settings', async () => {
    const settings = await file('s.json', { schema: 'tagwitness.settings/1', jurisdiction: 'eu', sites: [] });
    const { status, stdout } = await runCommandLine(['scan', '--config', settings, await file('a.har', onePageView)]);
    expect(JSON.parse(stdout).fires[0].consent.verdict).toBe('pending');
    expect(status).toBe(1);
  });

  it('writes to a file, in the format its name says', async () => {
    const out = join(folder, 'report.txt');
    const { stdout } = await runCommandLine(['scan', '--out', out, await file('a.har', onePageView)]);
    expect(stdout).toBe('');
    expect(await readFile(out, 'utf8')).toMatch(/^Tagwitness/);
  });
});

describe('scan, given what it cannot read, says one sentence and exits 2', () => {
  it.each([
    ['a missing file', async () => join(folder, 'none.har'), /There is no file .*none\.har\./],
    ['a folder', async () => folder, /is a folder/],
    ['a HAR that was cut off', () => file('a.har', JSON.stringify(onePageView).slice(0, -40)), /ends in the middle/],
    [
      'a .gz that was cut off',
      () => file('a.gz', gzipSync(strToU8(JSON.stringify(onePageView))).subarray(0, 300)),
      /ends in the middle|damaged/,
    ],
    ['a picture', () => file('a.png', Buffer.from('89504e470d0a1a0a00', 'hex')), /binary file/],
    ['other JSON', () => file('a.json', '{"a":1}'), /neither a HAR nor a saved session/],
    ['a number', () => file('a.json', '1'), /neither a HAR nor a saved session/],
    ['a session of another version', () => file('a.json', '{"schema":"tagwitness.session/9"}'), /no saved session/],
  ])('%s', async (_name, path, words) => {
    const { status, stdout, stderr } = await runCommandLine(['scan', await path()]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    ['no file', ['scan'], /argument/],
    ['an unknown flag', ['scan', '--formt', 'text', 'a.har'], /--formt/],
    ['an unknown command', ['scam', 'a.har'], /scam/],
    ['a format that is not there yet', ['scan', '--format', 'html', 'a.har'], /There is no format "html" \(yet\)/],
    ['an unknown threshold', ['scan', '--fail-on', 'info', 'a.har'], /error, warning, none/],
    ['a missing settings file', ['scan', '--config', '/nowhere/s.json', 'a.har'], /There is no file/],
    ['a timeout that is no number', ['run', '--timeout', 'soon', 'https://a.example/'], /--timeout/],
    ['a target that is none', ['run', 'a.example'], /neither an address/],
  ])('%s', async (_name, argv, words) => {
    const { status, stdout, stderr } = await runCommandLine(argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a folder that cannot be written to', async () => {
    const { status, stderr } = await runCommandLine([
      'scan',
      '--out',
      join(folder, 'no/report.json'),
      await file('a.har', onePageView),
    ]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('could not be written')]);
  });
});

describe('help', () => {
  it.each([[['--help']], [['scan', '--help']], [['--version']]])('%j exits 0', async (argv) => {
    const { status, stdout, stderr } = await runCommandLine(argv);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });
});
