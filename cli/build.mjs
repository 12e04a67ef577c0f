import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles the command line, the package's own API and the demo into `dist/`, so that plain Node 20 runs what is written in
 * TypeScript. Packages stay outside: they are installed beside it.
 */
const entries = ['main', 'api', 'demo'].filter((name) => existsSync(new URL(`${name}.ts`, import.meta.url)));
const outputs = { main: 'cli' };

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: entries.map((name) => ({ in: `cli/${name}.ts`, out: outputs[name] ?? name })),
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
