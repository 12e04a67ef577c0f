import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder, absolute, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths (relative to the root, forward slashes) of all TypeScript sources below the given top-level folders, tests left out. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !/\.test\.tsx?$|\.d\.ts$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}

/** Specifiers a file imports, `import type` included, as written. */
export function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Text of a file of the checkout. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
