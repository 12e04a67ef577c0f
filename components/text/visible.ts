/**
 * Characters that change what a reader sees without being seen: controls, direction marks and overrides, zero-width and
 * blank letters, tags. A page can put them into an event's name to make it read as another.
 * https://www.unicode.org/reports/tr36/ and https://www.unicode.org/reports/tr9/
 */
const unseen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single characters are meant, joiners among them
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that have to be found
  /[\u0000-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|[\uD800-\uDFFF]/gu;

const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with every unseen character written out as an escape such as `\u202E`. */
export function visible(text: string): string {
  return text.replace(unseen, (character) => short[character] ?? escapeOf(character));
}

/** As `visible`, but keeps line breaks: for blocks of raw text. */
export function visibleLines(text: string): string {
  return text.replace(/\r\n/g, '\n').split('\n').map(visible).join('\n');
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}
