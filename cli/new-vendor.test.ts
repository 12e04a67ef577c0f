import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const here = fileURLToPath(new URL('..', import.meta.url));
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-vendor-'));
  cpSync(join(here, 'lib/vendors'), join(root, 'lib/vendors'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function newVendor(name: string) {
  return spawnSync(process.execPath, [join(here, 'cli/new-vendor.mjs'), name, root], { encoding: 'utf8' });
}

it('writes the vendor, its test and its line, sorted, and keeps all others', () => {
  const before = readFileSync(join(root, 'lib/vendors/index.ts'), 'utf8');
  expect(newVendor('lemon-tag').status).toBe(0);
  for (const path of ['lib/vendors/lemon-tag.ts', 'lib/vendors/lemon-tag.test.ts'])
    expect(existsSync(join(root, path)), path).toBe(true);
  const index = readFileSync(join(root, 'lib/vendors/index.ts'), 'utf8');
  expect(index).toContain("import { lemonTag } from './lemon-tag';");
  expect(index).toMatch(/googleAds,.*lemonTag,.*meta,/s);
  expect(listed(index).filter((name) => name !== 'lemonTag')).toEqual(listed(before));
});

it.each(['', 'Lemon', '6sense', 'lemon_tag', '../lemon', 'meta'])('refuses the name "%s" and writes nothing', (name) => {
  const before = readFileSync(join(root, 'lib/vendors/index.ts'), 'utf8');
  const { status, stderr } = newVendor(name);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^[^\n]+: [^\n]+\n$/);
  expect(readFileSync(join(root, 'lib/vendors/index.ts'), 'utf8')).toBe(before);
});

function listed(index: string): string[] {
  const [, list = ''] = /readonly Vendor\[\] = \[([^\]]*)\]/.exec(index) ?? [];
  return list.split(',').flatMap((name) => name.trim() || []);
}
