import { UsageError } from '../usage-error';

/** Bytes as UTF-8 text, without a byte order mark. Throws a `UsageError` when they are no text. */
export function toText(bytes: Uint8Array, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.slice(0, 4096).includes('\u0000')) return text;
  } catch {
    // No UTF-8: said below.
  }
  throw new UsageError(`${name} is a binary file, not a HAR or a saved session.`);
}
