import { describe, expect, it } from 'vitest';
import { isSignal, parseSession, parseSettings } from './guards';

const place = { tabId: 1, frameId: 0, documentId: 'D1', url: 'https://a.example/' };
const request = {
  kind: 'request',
  id: 's:1:0',
  at: 1,
  place,
  requestId: '1',
  hop: 0,
  method: 'GET',
  url: 'https://a.example/',
  type: 'image',
};

describe('isSignal', () => {
  it.each([
    ['a request', request],
    ['a request with a body nobody could read', { ...request, body: { form: 'unread', why: 'a Blob' } }],
    ['a response', { kind: 'response', id: 'r', at: 1, place, requestId: '1', hop: 0, phase: 'headers', status: 200 }],
    ['a call', { kind: 'call', id: 'c', at: 1, place, api: 'fbq', args: ['track', 'Lead'] }],
    ['a gap', { kind: 'gap', id: 'g', at: 2, place, fromAt: 1, why: 'the recorder was restarted' }],
  ])('takes %s', (_name, value) => {
    expect(isSignal(value)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a word', 'request'],
    ['an unknown kind', { ...request, kind: 'fire' }],
    ['no id', { ...request, id: undefined }],
    ['an instant that is no number', { ...request, at: 'yesterday' }],
    ['an instant that is not finite', { ...request, at: Number.POSITIVE_INFINITY }],
    ['no place', { ...request, place: null }],
    ['a negative hop', { ...request, hop: -1 }],
    ['a body of unknown form', { ...request, body: { form: 'blob' } }],
    ['a form without fields', { kind: 'form', id: 'f', at: 1, place, form: { key: 'k', instance: 0 }, fact: { event: 'start' } }],
  ])('refuses %s', (_name, value) => {
    expect(isSignal(value)).toBe(false);
  });
});

describe('parseSettings', () => {
  it('takes the smallest settings', () => {
    expect(parseSettings({ schema: 'tagwitness.settings/1', sites: [] })).toMatchObject({ ok: true });
  });

  it.each([
    ['a list', [], 'These settings cannot be used'],
    ['another schema', { schema: 'other', sites: [] }, '"schema"'],
    ['a misspelt field', { schema: 'tagwitness.settings/1', sites: [{ match: [], confirmations: [] }] }, 'confirmations'],
    ['an ignore without a reason', { schema: 'tagwitness.settings/1', sites: [{ match: [], ignore: [{ rule: 'x' }] }] }, 'why'],
    ['an unknown jurisdiction', { schema: 'tagwitness.settings/1', jurisdiction: 'mars', sites: [] }, 'jurisdiction'],
  ])('refuses %s and names what is wrong', (_name, value, words) => {
    const result = parseSettings(value);
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.problem).toContain(words);
  });
});

describe('parseSession', () => {
  it('keeps the readable signals and counts the rest', () => {
    const result = parseSession({ schema: 'tagwitness.session/1', signals: [request, { kind: 'nonsense' }] });
    expect(result).toEqual({
      ok: true,
      value: { signals: [request] },
      problems: ['1 of 2 signals could not be read and were left out.'],
    });
  });

  it('keeps the signals when the settings inside are unusable', () => {
    const result = parseSession({ schema: 'tagwitness.session/1', signals: [], settings: { schema: 'x' } });
    expect(result).toMatchObject({ ok: true, value: { signals: [] } });
    expect(result.ok && result.problems).toHaveLength(1);
  });

  it.each([
    ['null', null],
    ['a HAR', { log: { entries: [] } }],
    ['no signals', { schema: 'tagwitness.session/1' }],
    ['signals that are no list', { schema: 'tagwitness.session/1', signals: {} }],
  ])('refuses %s with one sentence', (_name, value) => {
    const result = parseSession(value);
    expect(!result.ok && result.problem).toMatch(/^[A-Z].*\.$/);
  });
});
