import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { UsageError } from '../usage-error';

/** Folder of the built extension. Throws a `UsageError` when it was not built. */
export function extensionFolder(): string {
  const folder = join(projectRoot(), '.output/chrome-mv3');
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new UsageError('The extension is not built: run "npm run build" first.');
}
