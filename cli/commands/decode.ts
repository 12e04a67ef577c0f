import { pipeline } from 'node:stream/promises';
import type { Decoded, DecodeRequest } from '../../lib/model';
import { vendorsWith } from '../../lib/vendors';
import { decodeLine } from '../decode-line';
import { readSettings } from '../input/read-settings';
import type { CommandIo } from '../io';

/** Longest line that is kept whole, in characters; of a longer one only the beginning is looked at. */
const longestLine = 64 * 1024 * 1024;

/** `decode`: one answer per line of stdin, in order, as they come; waits while the reader is slow, stops when it goes away. */
export async function decodeCommand({ config }: { config?: string }, { stdin, stdout }: CommandIo): Promise<number> {
  const { vendors } = config === undefined ? {} : await readSettings(config);
  const { decode } = vendorsWith(vendors);
  try {
    await pipeline(stdin, (chunks: AsyncIterable<Uint8Array | string>) => answers(chunks, decode), stdout, { end: false });
  } catch (error) {
    if (!['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return 0;
}

type Read = (request: DecodeRequest) => Decoded;

async function* answers(chunks: AsyncIterable<Uint8Array | string>, read: Read): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    if (length < longestLine) begun.push(first);
    length += first.length;
    if (others.length === 0) continue;
    const lines = [begun.join(''), ...others.slice(0, -1)];
    begun = [others.at(-1) ?? ''];
    length = begun[0]?.length ?? 0;
    yield `${lines.map((line) => answer(line, read)).join('\n')}\n`;
  }
  const last = begun.join('') + decoder.decode();
  if (last !== '') yield `${answer(last, read)}\n`;
}

/** A blank line is answered as well, so that answers stand beside their questions. */
function answer(line: string, read: Read): string {
  return JSON.stringify(decodeLine(line, read) ?? { kind: 'none', vendor: null, error: 'This line is empty.' });
}
