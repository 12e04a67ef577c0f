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
  if (text.indexOf('%') < 0) return text.indexOf('+') < 0 ? text : text.replaceAll('+', ' ');
  const spaced = text.indexOf('+') < 0 ? text : text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  }
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
