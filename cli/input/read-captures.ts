import { signalsFromHar } from '../../lib/capture';
import type { SessionSource, Settings, Signal } from '../../lib/model';
import { parseSession } from '../../lib/model/guards';
import { UsageError } from '../usage-error';
import { parseJsonText } from './parse-json-text';
import { readBytes } from './read-bytes';
import { setApart } from './set-apart';
import { toText } from './to-text';
import { type NamedBytes, unpack } from './unpack';

/** What was captured, from all files together. */
export interface Captures {
  signals: Signal[];
  /** Sentences about what could not be read, for stderr. */
  problems: string[];
  kind: SessionSource['kind'];
  /** Settings a saved session was taken under. */
  settings?: Settings;
}

/** Reads HARs and saved sessions, packed or not. Throws a `UsageError` with one sentence for the first file that is neither. */
export async function readCaptures(paths: string[]): Promise<Captures> {
  const files: NamedBytes[] = [];
  for (const path of paths) files.push(...unpack(await readBytes(path), path));
  const captures = files.map((file, index) => readOne(file, files.length > 1 ? `${index + 1}/` : ''));
  return {
    signals: captures.flatMap((capture) => capture.signals),
    problems: captures.flatMap((capture) => capture.problems),
    kind: captures.every((capture) => capture.kind === 'har') ? 'har' : 'session',
    settings: captures.find((capture) => capture.settings !== undefined)?.settings,
  };
}

function readOne({ name, bytes }: NamedBytes, prefix: string): Captures {
  const json = parseJsonText(toText(bytes, name), name);
  const said = (problem: string): string => `${name}: ${problem}`;
  if (isRecord(json) && isRecord(json.log)) {
    const { signals, problems } = signalsFromHar(json);
    return { signals: setApart(signals, prefix), problems: problems.map(said), kind: 'har' };
  }
  if (isRecord(json) && 'schema' in json) {
    const parsed = parseSession(json);
    if (!parsed.ok) throw new UsageError(said(parsed.problem));
    return {
      signals: parsed.value.signals,
      settings: parsed.value.settings,
      problems: parsed.problems.map(said),
      kind: 'session',
    };
  }
  throw new UsageError(`${name} is JSON, but neither a HAR nor a saved session.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
