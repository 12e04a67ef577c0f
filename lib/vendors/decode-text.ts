/** Percent-decodes as a form does (`+` is a space). What is no valid UTF-8 stays as it was sent. */
export function decodeText(text: string): string {
  const spaced = text.indexOf('+') < 0 ? text : text.replaceAll('+', ' ');
  const first = spaced.indexOf('%');
  return first < 0 ? spaced : (decodeAscii(spaced, first) ?? decodeUtf8(spaced));
}

/** Most escapes on the wire stand for ASCII (`:`, `/`, `?`): read by hand they cost a fraction. `null` when one does not. */
function decodeAscii(text: string, first: number): string | null {
  let decoded = text.slice(0, first);
  for (let at = first; ; ) {
    const code = hexDigit(text.charCodeAt(at + 1)) * 16 + hexDigit(text.charCodeAt(at + 2));
    if (!(code < 128)) return null;
    decoded += String.fromCharCode(code);
    const next = text.indexOf('%', at + 3);
    if (next < 0) return decoded + text.slice(at + 3);
    decoded += text.slice(at + 3, next);
    at = next;
  }
}

/** NaN for what is no hex digit. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : Number.NaN;
}

function decodeUtf8(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  }
}

/** A run of escapes: as much of it as is valid UTF-8. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%[0-7][0-9a-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  }
}
