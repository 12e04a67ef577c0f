import { describe, expect, it } from 'vitest';
import type { CallSignal, RequestSignal } from '../model';
import { Bodies } from './bodies';

const place = { tabId: 1, frameId: 0, documentId: 'D', url: null };
const url = 'https://analytics.tiktok.com/api/v2/pixel';
function request(n: number, over: Partial<RequestSignal> = {}): RequestSignal {
  return {
    kind: 'request',
    id: `r${n}`,
    at: 1000 * n,
    place,
    requestId: `r${n}`,
    hop: 0,
    method: 'POST',
    url,
    type: 'ping',
    body: { form: 'unread', why: 'a Blob' },
    ...over,
  };
}
function report(n: number, over: Partial<CallSignal> = {}): CallSignal {
  return {
    kind: 'call',
    id: `c${n}`,
    at: 1000 * n + 5,
    place,
    api: 'sendBeacon',
    args: [url, 'POST', { text: `body ${n}` }],
    ...over,
  };
}
function joined(...signals: (RequestSignal | CallSignal)[]) {
  const bodies = new Bodies();
  for (const signal of signals) bodies.push(signal);
  return (n: number) => bodies.of(request(n));
}

describe('a body only the page can read', () => {
  it('is joined with its request, whichever came first', () => {
    for (const of of [joined(request(1), report(1)), joined(report(1), request(1))])
      expect(of(1)).toEqual({ form: 'text', text: 'body 1' });
  });

  it('goes to the n-th request of the n-th report', () => {
    const of = joined(report(2), request(1), report(1), request(2));
    expect([of(1), of(2)]).toEqual([
      { form: 'text', text: 'body 1' },
      { form: 'text', text: 'body 2' },
    ]);
  });

  it('may be bytes', () => {
    expect(joined(request(1), report(1, { args: [url, 'POST', { base64: 'AAE=' }] }))(1)).toEqual({
      form: 'bytes',
      base64: 'AAE=',
    });
  });

  it.each([
    ['another address', report(1, { args: ['https://other.example/', 'POST', { text: 'x' }] })],
    ['another method', report(1, { args: [url, 'PUT', { text: 'x' }] })],
    ['another tab', report(1, { place: { ...place, tabId: 2 } })],
    ['another document', report(1, { place: { ...place, documentId: 'E' } })],
    ['another time', report(1, { at: 9000 })],
    ['another function', report(1, { api: 'fbq' })],
    ['no body at all', report(1, { args: [url, 'POST'] })],
  ])('is not joined over %s', (_name, wrong) => {
    expect(joined(request(1), wrong)(1)).toBeUndefined();
  });
});
