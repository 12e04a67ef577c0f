import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * `node test/helpers/run-typescript.mjs FILE.ts [ARGUMENT…]`: bundles one file with what it imports and runs it in plain Node 20. In every
 * file `import.meta.url` stays the address of its source, so that fixtures are found beside it. Packages stay outside.
 */
process.argv.splice(1, 1);
const entry = process.argv[1] ?? '';
const outfile = `.cache/run/${basename(entry, '.ts')}-${basename(new URL('.', pathToFileURL(entry)).pathname)}.mjs`;

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
  plugins: [
    {
      name: 'own-address',
      setup({ onLoad }) {
        onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
          const text = await readFile(path, 'utf8');
          if (!text.includes('import.meta.url')) return undefined;
          return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
        });
      },
    },
  ],
});
await import(pathToFileURL(outfile).href);
