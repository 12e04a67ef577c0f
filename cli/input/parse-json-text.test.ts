import { describe, expect, it } from 'vitest';
import { parseJsonText } from './parse-json-text';

const whole = '{"log":{"entries":[{"request":{"url":"https://a.example/?q=\\"}]"}}]}}';

describe('parseJsonText', () => {
  it('parses', () => {
    expect(parseJsonText(whole, 'a.har')).toMatchObject({ log: { entries: [{}] } });
  });

  it('says that a file was cut off, wherever it was', () => {
    for (let end = 1; end < whole.length; end += 1) {
      expect(() => parseJsonText(whole.slice(0, end), 'a.har')).toThrow(
        'a.har ends in the middle: it was cut off while it was saved.',
      );
    }
  });

  it.each([['words'], ['<html></html>'], ['{"a":1}}'], ['[1,,2]'], ['{a:1}']])('says that %s is no JSON', (text) => {
    expect(() => parseJsonText(text, 'a.har')).toThrow('a.har holds no JSON');
  });
});
