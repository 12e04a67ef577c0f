import { describe, expect, it } from 'vitest';
import { createDevtoolsMapper } from './devtools';

const url = 'https://www.facebook.com/tr/';
const entry = (postData: unknown, over: Record<string, unknown> = {}) => ({
  startedDateTime: '2026-09-21T10:20:30.125Z',
  request: { method: 'POST', url, headers: [], postData },
  response: { status: 200 },
  ...over,
});
const read = (raw: unknown) => createDevtoolsMapper({ name: 'a1', tabId: 7 })(raw);

describe('a finished request in the developer tools', () => {
  it('tells the body, the address, the method and the instant it left', () => {
    expect(read(entry({ mimeType: 'text/plain', text: 'ev=Lead&id=1' }))).toEqual({
      kind: 'call',
      id: 'devtools:a1:1',
      at: Date.parse('2026-09-21T10:20:30.125Z'),
      place: { tabId: 7, frameId: null, documentId: null, url: null },
      api: 'devtools',
      args: [url, 'POST', { text: 'ev=Lead&id=1' }],
    });
  });

  it('tells bytes that are marked as such', () => {
    expect(read(entry({ text: 'AAE=', encoding: 'base64' }))?.args[2]).toEqual({ base64: 'AAE=' });
  });

  it('counts, so that two equal sends are two', () => {
    const map = createDevtoolsMapper({ name: 'a1', tabId: 7 });
    expect([map(entry({ text: 'x' }))?.id, map(entry({ text: 'x' }))?.id]).toEqual(['devtools:a1:1', 'devtools:a1:2']);
  });

  it.each<[string, unknown]>([
    ['no body', entry(undefined)],
    ['an empty body', entry({ text: '' })],
    ['bytes that became text', entry({ text: 'ev=\uFFFD\uFFFD' })],
    ['a body no tag sends', entry({ text: 'x'.repeat(500_001) })],
    ['bytes no tag sends', entry({ text: 'x'.repeat(500_001), encoding: 'base64' })],
    ['a body of which only the fields are told', entry({ params: [{ name: 'ev', value: 'Lead' }] })],
    ['no instant', entry({ text: 'x' }, { startedDateTime: 'soon' })],
    ['no entry', 'x'],
    ['nothing', null],
  ])('tells nothing of %s', (_name, raw) => {
    expect(read(raw)).toBeNull();
  });
});
