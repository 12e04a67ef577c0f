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

  it('is joined with a request a service worker passed on, which names no tab', () => {
    const passedOn = { ...place, tabId: null, frameId: null, documentId: null };
    const bodies = new Bodies();
    bodies.push(report(1));
    bodies.push(request(1, { place: passedOn }));
    expect(bodies.of(request(1, { place: passedOn }))).toEqual({ form: 'text', text: 'body 1' });
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

describe('a body the developer tools saw', () => {
  const seen = (n: number, at: number, over: Partial<CallSignal> = {}): CallSignal => ({
    kind: 'call',
    id: `d${n}`,
    at,
    place: { tabId: 1, frameId: null, documentId: null, url: null },
    api: 'devtools',
    args: [url, 'POST', { text: `seen ${n}` }],
    ...over,
  });
  const text = (n: number) => ({ form: 'text', text: `seen ${n}` });

  it('goes to the request it began with, whichever came first', () => {
    for (const of of [joined(request(1), seen(1, 1003)), joined(seen(1, 1003), request(1))]) expect(of(1)).toEqual(text(1));
  });

  it('goes to the nearest of two that lie well apart', () => {
    const of = joined(request(1), request(2), seen(2, 2004), seen(1, 1003));
    expect([of(1), of(2)]).toEqual([text(1), text(2)]);
  });

  it('fills in only what the page itself did not tell, and shifts nothing', () => {
    const of = joined(request(1), report(1), request(2), seen(1, 1003), seen(2, 2003));
    expect([of(1), of(2)]).toEqual([{ form: 'text', text: 'body 1' }, text(2)]);
  });

  const beside = request(1, { id: 'beside', at: 1060 });
  it.each<[string, (RequestSignal | CallSignal)[]]>([
    ['two requests lie about as near', [request(1), beside, seen(1, 1003)]],
    [
      'one beside it lies as near, though its body was read',
      [request(1), { ...beside, body: { form: 'text', text: 'x' } }, seen(1, 1003)],
    ],
    ['two of them lie nearest to one request', [request(1), seen(1, 1003), seen(2, 1004)]],
    ['the address is another', [request(1), seen(1, 1003, { args: ['https://other.example/', 'POST', { text: 'x' }] })]],
    ['the method is another', [request(1), seen(1, 1003, { args: [url, 'PUT', { text: 'x' }] })]],
    ['the tab is another', [request(1), seen(1, 1003, { place: { ...place, tabId: 2 } })]],
    ['the time is another', [request(1), seen(1, 3001)]],
    ['the page itself said it', [request(1), seen(1, 1003, { sequence: { sensor: 'x', n: 1 } })]],
  ])('is joined with nothing when %s', (_name, signals) => {
    expect(joined(...signals)(1)).toBeUndefined();
  });
});
