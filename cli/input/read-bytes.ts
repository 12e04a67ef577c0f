import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../usage-error';

/** Largest file that is read whole; a JavaScript string can hold no more. */
export const largestFile = 500 * 1024 * 1024;

/** A file's bytes. Throws a `UsageError` for what is missing, no file, too large or not readable. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UsageError(`${path} is a folder: name the files in it.`);
    if (found.size > largestFile) throw new UsageError(`${path} is larger than 500 MB, which is more than can be read at once.`);
    const bytes = await readFile(path);
    if (bytes.length === 0) throw new UsageError(`${path} is empty.`);
    return bytes;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(reason(path, (error as NodeJS.ErrnoException).code));
  }
}

function reason(path: string, code: string | undefined): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path}.`;
  if (code === 'EACCES' || code === 'EPERM') return `You are not allowed to read ${path}.`;
  return `${path} cannot be read (${code ?? 'unknown reason'}).`;
}
