import type { CallSignal, RequestBody } from '../model';
import { readEntry } from './har';

/** Longer bodies are left alone: no tag sends one. */
const mostCharacters = 500_000;

/**
 * Turns what the developer tools tell of a finished request (`devtools.network.onRequestFinished`, a HAR entry) into a report of its body,
 * for the requests whose body `webRequest` does not hand over. `null` when it had none, or none that is certain. Which request it belongs
 * to is decided with the other reports of bodies, in the ledger.
 *
 * `name` makes keys unique among all the times developer tools were opened.
 */
export function createDevtoolsMapper({ name, tabId }: { name: string; tabId: number }): (entry: unknown) => CallSignal | null {
  let count = 0;
  return (raw) => {
    const entry = readEntry(raw);
    const body = entry?.body && argumentOf(entry.body);
    if (!entry || !body) return null;
    count += 1;
    return {
      kind: 'call',
      id: `devtools:${name}:${count}`,
      at: entry.at,
      place: { tabId, frameId: null, documentId: null, url: null },
      api: 'devtools',
      args: [entry.url, entry.method, body],
    };
  };
}

/** Bytes that are not UTF-8 come as text with replacement characters: they are lost, and what is left would be misread. */
function argumentOf(body: RequestBody): { text: string } | { base64: string } | null {
  if (body.form === 'bytes' && body.base64.length <= mostCharacters) return { base64: body.base64 };
  if (body.form !== 'text' || body.text.length > mostCharacters || body.text.includes('\uFFFD')) return null;
  return { text: body.text };
}
