import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { decodeCommand } from '../../cli/commands/decode';
import { runCommandLine } from './run-command-line';

const lead = JSON.stringify({ id: 'a', method: 'GET', url: 'https://www.facebook.com/tr/?id=731904458812067&ev=Lead' });
const page = JSON.stringify({ id: 'b', method: 'GET', url: 'https://www.alder.example/' });

function ids(stdout: string): unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
}

describe('decode', () => {
  it('answers each line, in order, with or without an end of line', async () => {
    for (const end of ['', '\n', '\r\n']) {
      const { status, stdout, stderr } = await runCommandLine(['decode'], { stdin: `${lead}\n${page}\n${lead}${end}` });
      expect([status, stderr, ids(stdout)]).toEqual([0, '', ['a', 'b', 'a']]);
    }
  });

  it('answers a line that is no request with one that says so', async () => {
    const { stdout } = await runCommandLine(['decode'], { stdin: `nonsense\n\n${lead}\n{"id":"x"}\n` });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { kind: 'none', vendor: null, error: expect.any(String) },
      { kind: 'none', vendor: null, error: expect.any(String) },
      { id: 'a', kind: 'event' },
      { id: 'x', kind: 'none', error: expect.any(String) },
    ]);
  });

  it('does not mind where the chunks end, inside a character neither', async () => {
    const bytes = Buffer.from(`${lead.replace('"a"', '"ä\u2028"')}\n${page}\n`);
    for (let cut = 1; cut < bytes.length; cut += 7) {
      const { stdout } = await runCommandLine(['decode'], { stdin: [bytes.subarray(0, cut), bytes.subarray(cut)] });
      expect(ids(stdout)).toEqual(['ä\u2028', 'b']);
    }
  });

  it('says nothing for nothing', async () => {
    expect(await runCommandLine(['decode'], { stdin: '' })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('reads no faster than it is read', async () => {
    let taken = 0;
    const endless = Readable.from(
      (function* () {
        for (; taken < 100_000; taken += 1) yield `${lead}\n`;
      })(),
    );
    let release = (): void => {};
    const slow = new Writable({
      write(_chunk, _encoding, done) {
        release = done;
      },
    });
    const running = decodeCommand({}, { stdin: endless, stdout: slow, stderr: slow, terminal: false });
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBeLessThan(1000);
    slow.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    release();
    expect(await running).toBe(0);
  });
});
