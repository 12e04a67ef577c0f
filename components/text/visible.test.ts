import { describe, expect, it } from 'vitest';
import { pathOf } from './address';
import { visible, visibleLines } from './visible';

describe('visible', () => {
  it.each([
    ['an override that turns text round', 'Lead\u202Edaer', 'Lead\\u202Edaer'],
    ['a zero-width space inside a word', 'Le\u200Bad', 'Le\\u200Bad'],
    ['an isolate', '\u2066x\u2069', '\\u2066x\\u2069'],
    ['a byte order mark', '\uFEFFLead', '\\uFEFFLead'],
    ['a blank letter', '\u3164', '\\u3164'],
    ['a null', 'a\u0000b', 'a\\u0000b'],
    ['a line break', 'a\nb\tc', 'a\\nb\\tc'],
    ['a tag character beyond the first plane', 'a\u{E0041}', 'a\\u{E0041}'],
    ['half of a pair', '\uD83D', '\\uD83D'],
  ])('writes out %s', (_name, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it.each(['Angebot für Größe', 'عرض', 'リード', '🙂', 'a b', '<b>', ''])('leaves %j alone', (text) => {
    expect(visible(text)).toBe(text);
  });

  it('keeps lines where lines are meant', () => {
    expect(visibleLines('a\r\nb\u202E')).toBe('a\nb\\u202E');
  });
});

describe('pathOf', () => {
  it.each([
    ['https://a.example/gr%C3%B6%C3%9Fe/?q=1#x', '/größe/'],
    ['https://a.example/%E2%80%AEx', '/\\u202Ex'],
    ['https://a.example/%ZZ', '/%ZZ'],
    ['not an address', 'not an address'],
  ])('%s reads %s', (url, path) => {
    expect(pathOf(url)).toBe(path);
  });
});
