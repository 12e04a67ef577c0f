#!/usr/bin/env node
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/cli.mjs', import.meta.url);
if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  process.stderr.write('tagwitness is not built yet: run "npm ci" (or "npm run build") in its folder first.\n');
  process.exitCode = 2;
}
