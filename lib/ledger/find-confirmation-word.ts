import { addressOnly, carriedAlong, confirmationWords, falseFriends } from './confirmation-words';

/** Scripts that write no space between words: there a word is found anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const spoken = patternOf(Object.values(confirmationWords).flat());
const addressed = patternOf([...Object.values(confirmationWords).flat(), ...addressOnly]);
const friends = patternOf(falseFriends);
/** Longest text looked at: the rest of a page's address says no more. */
const longest = 2000;

/** One alternation, longest word first. A space in a word stands for one separator or none. */
function patternOf(words: readonly string[]): RegExp {
  const sources = [...new Set(words.map((word) => word.normalize('NFC')))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => {
      const source = word.split(' ').join('[\\s_+.\\-]?');
      return unspaced.test(word) ? source : `(?<![\\p{L}\\p{M}\\p{N}])${source}(?![\\p{L}\\p{M}\\p{N}])`;
    });
  return new RegExp(sources.join('|'), 'gu');
}

/** The first confirmation word in a title, heading or message, or `null`. */
export function wordInText(text: string | undefined): string | null {
  return text === undefined ? null : firstWord(text, spoken);
}

/**
 * The first confirmation word in an address's path, fragment, parameter names or values, or `null`. Values that are addresses themselves
 * (`?redirect=/thank-you`) or that carry search words and campaign names say nothing of this page.
 */
export function wordInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address.slice(0, 4 * longest));
  const parts = [url.pathname, ...fragmentParts(url.hash)];
  for (const [name, value] of url.searchParams) parts.push(...parameterParts(name, value));
  for (const part of parts) {
    const found = firstWord(decoded(camelApart(decoded(part))), addressed);
    if (found !== null) return found;
  }
  return null;
}

function fragmentParts(hash: string): string[] {
  const fragment = hash.slice(1);
  if (!/[=&]/.test(fragment)) return looksLikeAddress(fragment) && !/^!?\//.test(fragment) ? [] : [fragment];
  return [...new URLSearchParams(fragment)].flatMap(([name, value]) => parameterParts(name, value));
}

function parameterParts(name: string, value: string): string[] {
  if (carriedAlong.includes(name.toLowerCase())) return [];
  if (looksLikeAddress(value)) return [name];
  // A name says something only when its value does not deny it: `?success=0`.
  return /^(?:0|false|no|off|null|undefined)$/i.test(value) ? [] : [name, value];
}

function looksLikeAddress(value: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/|www\.|%2f|[a-z]+%3a)/i.test(value) || /[^\s/]\/[^\s]/.test(value);
}

/** `thankYou` → `thank You`. */
function camelApart(text: string): string {
  return text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function firstWord(text: string, words: RegExp): string | null {
  const plain = text.slice(0, longest).normalize('NFC').toLowerCase();
  const innocent = [...plain.matchAll(friends)].map((match) => [match.index, match.index + match[0].length] as const);
  for (const match of plain.matchAll(words)) {
    const end = match.index + match[0].length;
    if (!innocent.some(([from, to]) => from <= match.index && end <= to)) return match[0];
  }
  return null;
}
