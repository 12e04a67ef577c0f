import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles the panel without an extension; resolves with the address of its page, to which `#state` is added. */
export async function buildHarness() {
  const outdir = '.cache/harness';
  await build({
    entryPoints: ['test/harness/harness.tsx'],
    outdir,
    bundle: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  const page = `${outdir}/index.html`;
  await writeFile(
    page,
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Panel</title><link rel="stylesheet" href="harness.css"></head><body><div id="panel"></div><script src="harness.js"></script></body></html>',
  );
  return pathToFileURL(page).href;
}
