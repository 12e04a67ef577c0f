import { describe, expect, it } from 'vitest';
import { createSecretWords } from './secret-words';

function replaced(secrets: string[], text: string): string {
  const words = createSecretWords();
  for (const [index, secret] of secrets.entries()) words.add(secret, `<${index}>`);
  return words.replaceIn(text);
}

describe('createSecretWords', () => {
  it.each([
    ['a word', ['Miller'], 'Mr Miller, of Miller & Sons', 'Mr <0>, of <0> & Sons'],
    ['several words', ['Jane Doe'], 'for Jane Doe.', 'for <0>.'],
    ['the longest that fits', ['Jane', 'Jane Doe'], 'Jane Doe and Jane Roe', '<1> and <0> Roe'],
    ['one that begins with a sign', ['+44 117 496'], 'call +44 117 496 now', 'call <0> now'],
    ['one beside another', ['Jane', 'Miller'], 'Jane Miller', '<0> <1>'],
  ])('replaces %s', (_name, secrets, text, expected) => {
    expect(replaced(secrets, text)).toBe(expected);
  });

  it.each([
    ['part of a word', ['Mill'], 'Mr Miller'],
    ['the end of a word', ['iller'], 'Mr Miller'],
    ['a plain lower-case word', ['website'], 'The website sent it'],
    ['a short number', ['60'], '60 milliseconds'],
    ['something that is cut off at the end', ['Jane Doe'], 'for Jane Do'],
    ['nothing known', [], 'for Jane Doe'],
  ])('leaves %s', (_name, secrets, text) => {
    expect(replaced(secrets, text)).toBe(text);
  });
});
