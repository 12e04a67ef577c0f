import { UsageError } from '../usage-error';

/** Parses JSON. Throws a `UsageError` that tells a file that was cut off from one that is no JSON. */
export function parseJsonText(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      cutOff(text)
        ? `${name} ends in the middle: it was cut off while it was saved.`
        : `${name} holds no JSON: not a HAR or a saved session.`,
    );
  }
}

/** Starts like a JSON document and leaves brackets or a string open. */
function cutOff(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let open = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (inString) {
      if (character === 0x5c) at += 1;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x7b || character === 0x5b) open += 1;
    else if (character === 0x7d || character === 0x5d) open -= 1;
  }
  return inString || open > 0;
}
