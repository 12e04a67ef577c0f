/** Breaks a text into lines of at most `width` characters at spaces; a longer word stands alone and is not cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(/\s+/)) {
    if (word === '') continue;
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A text wrapped beside a heading: `heading` stands in the first line, further lines are set in as far. */
export function wrapBeside(heading: string, text: string, width: number): string[] {
  const blank = ' '.repeat(heading.length);
  return wrap(text, width - heading.length).map((line, index) => (index === 0 ? heading : blank) + line);
}

/** Cut to `width` with an ellipsis, or filled with spaces. */
export function cell(text: string, width: number): string {
  const shown = visible(text);
  return shown.length > width ? `${shown.slice(0, width - 1)}…` : shown.padEnd(width);
}

/**
 * Characters that move the cursor, colour the terminal or turn the direction of writing are shown by their number: what a page sends must not
 * act on the reader's terminal.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, (character) => {
    if (character === '\n' || character === '\t') return ' ';
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
