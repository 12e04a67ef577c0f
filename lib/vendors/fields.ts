/** A name and its value as they were sent, percent-decoded. A name can occur more than once. */
export interface Field {
  key: string;
  value: string;
}

/** Splits `a=1&b=2`. Nothing is lost: a piece without `=` has an empty value, an empty piece is skipped. */
export function splitFields(query: string): Field[] {
  const fields: Field[] = [];
  for (let from = 0; from < query.length; ) {
    let end = query.indexOf('&', from);
    if (end < 0) end = query.length;
    if (end > from) {
      const equals = query.indexOf('=', from);
      if (equals < 0 || equals >= end) fields.push({ key: decodeText(query.slice(from, end)), value: '' });
      else fields.push({ key: decodeText(query.slice(from, equals)), value: decodeText(query.slice(equals + 1, end)) });
    }
    from = end + 1;
  }
  return fields;
}

/** First value of a name; `undefined` when it was not sent. */
export function valueIn(fields: readonly Field[], key: string): string | undefined {
  for (const field of fields) if (field.key === key) return field.value;
  return undefined;
}

/** The same, `undefined` for an empty value too. */
export function textIn(fields: readonly Field[], key: string): string | undefined {
  return valueIn(fields, key) || undefined;
}

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

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
