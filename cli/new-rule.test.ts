import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const here = fileURLToPath(new URL('..', import.meta.url));
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-rule-'));
  cpSync(join(here, 'lib/rules'), join(root, 'lib/rules'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function newRule(name: string) {
  return spawnSync(process.execPath, [join(here, 'cli/new-rule.mjs'), name, root], { encoding: 'utf8' });
}

it('writes the rule, its test, its page and its line, sorted', () => {
  expect(newRule('event-sample').status).toBe(0);
  for (const path of ['lib/rules/event-sample.ts', 'lib/rules/event-sample.test.ts', 'docs/rules/event-sample.md']) {
    expect(existsSync(join(root, path)), path).toBe(true);
  }
  const index = readFileSync(join(root, 'lib/rules/index.ts'), 'utf8');
  expect(index).toContain("import { rule as eventSample } from './event-sample';");
  expect(index).toMatch(/\[.*duplicateFire,.*eventSample,.*fireBeforeConsent.*\]/s);
  expect(index).toContain('export function runRules');
});

it.each(['', 'Sample', 'sample', 'sample_fault', '../sample-fault', 'duplicate-fire'])(
  'refuses the id "%s" and writes nothing',
  (name) => {
    const before = readFileSync(join(root, 'lib/rules/index.ts'), 'utf8');
    const { status, stderr } = newRule(name);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^[^\n]+: [^\n]+\n$/);
    expect(readFileSync(join(root, 'lib/rules/index.ts'), 'utf8')).toBe(before);
  },
);
