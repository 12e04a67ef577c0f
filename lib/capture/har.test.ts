import { describe, expect, it } from 'vitest';
import { signalsFromHar } from './har';

const at = '2026-09-21T10:20:30.000Z';
const ms = Date.parse(at);
const entry = (
  over: Record<string, unknown> = {},
  request: Record<string, unknown> = {},
  response: Record<string, unknown> = {},
) => ({
  startedDateTime: at,
  time: 120,
  timings: { blocked: 5, dns: -1, connect: -1, send: 1, wait: 94, receive: 20 },
  pageref: 'p1',
  request: { method: 'GET', url: 'https://t.example/x?a=1', headers: [], ...request },
  response: { status: 200, redirectURL: '', content: { mimeType: 'image/gif' }, ...response },
  ...over,
});
const har = (...entries: unknown[]) => ({
  log: { pages: [{ id: 'p1', startedDateTime: at, title: 'https://a.example/form' }], entries },
});
const document = entry({ _resourceType: 'document' }, { url: 'https://a.example/form' }, { content: { mimeType: 'text/html' } });

describe('signalsFromHar', () => {
  it('reads requests with their answer’s instant: everything before the body', () => {
    const { signals, problems } = signalsFromHar(har(entry()));
    expect(problems).toEqual([]);
    expect(signals.find((signal) => signal.kind === 'request')).toMatchObject({
      at: ms,
      url: 'https://t.example/x?a=1',
      place: { documentId: 'p1' },
    });
    expect(signals.find((signal) => signal.kind === 'response')).toMatchObject({ at: ms + 100, phase: 'headers', status: 200 });
  });

  it('takes a page’s address from its document, and its title from the page', () => {
    const named = har(document);
    named.log.pages[0] = { id: 'p1', startedDateTime: at, title: 'Angebot anfordern' };
    expect(signalsFromHar(named).signals[0]).toMatchObject({
      kind: 'page',
      event: 'commit',
      url: 'https://a.example/form',
      title: 'Angebot anfordern',
    });
  });

  it('follows redirects as hops of one request', () => {
    const first = entry({}, { url: 'https://t.example/1' }, { status: 302, redirectURL: '/2' });
    const second = entry({}, { url: 'https://t.example/2' });
    const requests = signalsFromHar(har(first, second)).signals.filter((signal) => signal.kind === 'request');
    expect(requests.map(({ requestId, hop }) => [requestId, hop])).toEqual([
      ['0', 0],
      ['0', 1],
    ]);
  });

  it.each([
    ['text', { postData: { mimeType: 'application/json', text: '{"a":1}' } }, { form: 'text', text: '{"a":1}' }],
    [
      'parameters, still encoded',
      { postData: { params: [{ name: 'cd%5Bx%5D', value: 'a+b%20c' }] } },
      { form: 'fields', fields: [['cd[x]', 'a b c']] },
    ],
    ['base64', { postData: { text: 'AAE=', encoding: 'base64' } }, { form: 'bytes', base64: 'AAE=' }],
    ['a body that was left out', { bodySize: 20 }, { form: 'unread', why: 'left out of this HAR' }],
    ['none', { bodySize: 0 }, undefined],
  ])('reads a body: %s', (_name, request, body) => {
    const found = signalsFromHar(har(entry({}, { method: 'POST', ...request }))).signals.find(
      (signal) => signal.kind === 'request',
    );
    expect(found && 'body' in found ? found.body : undefined).toEqual(body);
  });

  it('tells a failed request by its error, and says nothing where nothing was recorded', () => {
    const failed = entry({}, {}, { status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' });
    expect(signalsFromHar(har(failed)).signals.find((signal) => signal.kind === 'response')).toMatchObject({
      phase: 'error',
      error: 'net::ERR_BLOCKED_BY_CLIENT',
    });
    expect(signalsFromHar(har(entry({}, {}, { status: 0 }))).signals.some((signal) => signal.kind === 'response')).toBe(false);
  });

  it('leaves out what it cannot read, and counts it', () => {
    const { signals, problems } = signalsFromHar(har(entry(), null, { request: {} }, entry({ startedDateTime: 'soon' })));
    expect(signals.filter((signal) => signal.kind === 'request')).toHaveLength(1);
    expect(problems).toEqual(['3 of 4 entries have no readable address or time and were left out.']);
  });

  it.each([null, 1, {}, { log: {} }, { log: { entries: 'x' } }])('says what %j is not', (value) => {
    expect(signalsFromHar(value)).toEqual({ signals: [], problems: ['This HAR holds no list of entries.'] });
  });
});
