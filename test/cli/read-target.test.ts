import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTarget } from '../../cli/run/read-target';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tagwitness-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function flow(content: string): Promise<string> {
  const path = join(folder, 'flow.json');
  await writeFile(path, content);
  return path;
}

describe('readTarget', () => {
  it('makes one step of an address', async () => {
    expect((await readTarget('https://www.alder.example/')).flow.steps).toEqual([
      expect.objectContaining({ type: 'navigate', url: 'https://www.alder.example/' }),
    ]);
  });

  it('reads a recording', async () => {
    const steps = [
      { type: 'navigate', url: 'https://www.alder.example/quote' },
      { type: 'click', selectors: [['#send']], offsetX: 1, offsetY: 1 },
    ];
    const target = await readTarget(await flow(JSON.stringify({ title: 'A quote', steps })));
    expect(target.flow.steps.map((step) => step.type)).toEqual(['navigate', 'click']);
  });

  it.each([
    ['JSON that is no recording', '{"log":{}}', /is no recording of Chrome DevTools Recorder/],
    ['a recording with an unknown step', '{"title":"x","steps":[{"type":"fly"}]}', /is no recording/],
    ['a recording that was cut off', '{"title":"x","steps":[', /ends in the middle/],
  ])('refuses %s', async (_name, content, words) => {
    await expect(readTarget(await flow(content))).rejects.toThrow(words);
  });

  it.each([
    ['www.alder.example', /neither an address with https/],
    ['https://', /no address a browser can open/],
    ['/nowhere/flow.json', /There is no file/],
  ])('refuses %s', async (target, words) => {
    await expect(readTarget(target)).rejects.toThrow(words);
  });
});
