import { describe, expect, it } from 'vitest';
import { decodeLine } from './decode-line';

describe('decodeLine', () => {
  it('answers a request with its id first and nothing internal', () => {
    const answer = decodeLine('{"id":"a","method":"get","url":"https://www.facebook.com/tr?id=904417723301556&ev=Lead&eid=e1"}');
    expect(answer).toMatchObject({ id: 'a', kind: 'event', vendor: 'meta', events: [{ name: 'Lead', eventId: 'e1' }] });
    expect(Object.keys(answer ?? {})[0]).toBe('id');
    expect(answer).not.toHaveProperty('role');
    expect(answer).not.toHaveProperty('foldKey');
  });

  it.each(['', '  ', '\t'])('passes over a blank line', (line) => {
    expect(decodeLine(line)).toBeNull();
  });

  it.each([
    ['no JSON', '{"url":', undefined],
    ['a list', '[]', undefined],
    ['a word', '"https://a.example"', undefined],
    ['null', 'null', undefined],
    ['no address', '{"id":"x"}', 'x'],
    ['an address that is none', '{"id":7,"url":"not an address"}', '7'],
    ['a body that is no text', '{"url":"https://a.example/","body":{}}', undefined],
  ])('answers %s with one sentence', (_name, line, id) => {
    const answer = decodeLine(line);
    expect(answer).toMatchObject({ kind: 'none', vendor: null, ...(id === undefined ? {} : { id }) });
    expect(answer && 'error' in answer ? answer.error : '').toMatch(/^[A-Z].*\.$/);
  });
});
