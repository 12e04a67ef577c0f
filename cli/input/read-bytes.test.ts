import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBytes } from './read-bytes';
import { readSettings } from './read-settings';
import { toText } from './to-text';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tagwitness-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'some.har');
  await writeFile(path, content);
  return path;
}

describe('readBytes', () => {
  it('refuses a missing file, a folder and an empty file, each with its own sentence', async () => {
    await expect(readBytes(join(folder, 'none.har'))).rejects.toThrow(/^There is no file .*none\.har\.$/);
    await expect(readBytes(folder)).rejects.toThrow(/is a folder: name the files in it\.$/);
    await expect(readBytes(await file(''))).rejects.toThrow(/is empty\.$/);
  });

  it('gives the bytes', async () => {
    expect(Buffer.from(await readBytes(await file('abc'))).toString()).toBe('abc');
  });
});

describe('toText', () => {
  it('takes UTF-8 and leaves a byte order mark out', () => {
    expect(toText(Buffer.from('\ufeff{"ä":1}'), 'a.har')).toBe('{"ä":1}');
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['UTF-16', Buffer.from('{"log":{}}', 'utf16le')],
    ['Latin-1', Buffer.from('{"ä":1}', 'latin1')],
  ])('says that %s is a binary file', (_name, bytes) => {
    expect(() => toText(bytes, 'a.har')).toThrow('a.har is a binary file, not a HAR or a saved session.');
  });
});

describe('readSettings', () => {
  it('gives the settings', async () => {
    const path = await file('{"schema":"tagwitness.settings/1","jurisdiction":"eu","sites":[]}');
    expect(await readSettings(path)).toMatchObject({ jurisdiction: 'eu' });
  });

  it('names the field that is wrong', async () => {
    await expect(readSettings(await file('{"schema":"tagwitness.settings/1","jurisdiktion":"eu","sites":[]}'))).rejects.toThrow(
      'jurisdiktion',
    );
    await expect(readSettings(await file('nonsense'))).rejects.toThrow('holds no JSON');
  });
});
