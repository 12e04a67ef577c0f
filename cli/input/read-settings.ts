import type { Settings } from '../../lib/model';
import { parseSettings } from '../../lib/model/guards';
import { UsageError } from '../usage-error';
import { parseJsonText } from './parse-json-text';
import { readBytes } from './read-bytes';
import { toText } from './to-text';

/** Settings from a file. Throws a `UsageError` that says which field is wrong. */
export async function readSettings(path: string): Promise<Settings> {
  const parsed = parseSettings(parseJsonText(toText(await readBytes(path), path), path));
  if (!parsed.ok) throw new UsageError(`${path}: ${parsed.problem}`);
  return parsed.value;
}
