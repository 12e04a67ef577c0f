import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `npm run docs:vendors`: writes docs/vendors.md from lib/vendors. */
const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: `import { vendors } from './lib/vendors';
import { vendorsPage } from './cli/vendors-page';
export const page = vendorsPage(vendors.map(({ facts }) => facts));`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { page } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
writeFileSync(new URL('../docs/vendors.md', import.meta.url), page);
console.log('Wrote docs/vendors.md.');
