/** Each function runs alone in a page or in a script's world there, so neither may use anything from outside itself. */

/** Sends forged messages by every way a page has: `postMessage`, our own event names on the window, ports it made itself. */
export function forgeFromPage(count: number, seed: number): void {
  let state = seed;
  const pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return list[(state >>> 8) % list.length] as T;
  };
  const tag = 'https://www.facebook.com/tr/?id=1&ev=Lead&eid=forged';
  const reports = [
    { kind: 'request', at: 1, method: 'GET', url: tag, type: 'image', requestId: 'x:1', hop: 0 },
    { kind: 'response', at: 1, requestId: 'x:1', hop: 0, phase: 'completed' },
    { kind: 'gap', at: 1, fromAt: 0, why: 'forged' },
    { kind: 'call', at: Date.now(), api: 'sendBeacon', args: [tag, 'POST', 'ev=Lead'] },
    { kind: 'call', at: Number.NaN, api: '__proto__', args: { length: 1e9 } },
    { kind: 'consent', at: Date.now(), framework: 'constructor', event: 'prototype', data: { polluted: 1 } },
    { kind: 'page', at: Date.now(), event: 'described', url: 'javascript:alert(1)', blind: ['__proto__'] },
    { kind: 'form', at: Date.now(), form: { key: '__proto__', instance: -1, fields: [] }, fact: { event: 'submit' } },
    null,
    7,
    -1,
    1e308,
    'constructor',
    [[[[]]]],
  ];
  const texts = [
    () => JSON.stringify([pick(reports), pick(reports)]),
    () => '[{"__proto__":{"polluted":1},"kind":"call","at":1,"api":"fbq","args":[{"__proto__":{"polluted":1}}]}]',
    () => '{"constructor":{"prototype":{"polluted":1}}}',
    () => '['.repeat(5000),
    () => '\u0000\ud800',
    () => 'x'.repeat(100_000),
    () => '',
  ];
  const commands = ['session/clear', 'session/pause', 'session/resume', 'session/state', 'page/reports', '__proto__', 'toString'];
  const names = ['tagwitness-hook', 'tagwitness-bridge', 'wake', 'batch', 'sent', 'form', 'pull', 'message'];
  const places: EventTarget[] = [window, document, document.documentElement];
  const { port1, port2 } = new MessageChannel();
  const ways = [
    () => window.postMessage({ type: pick(commands), tabId: 1, sensor: 's', first: 0, reports: [pick(reports)] }, '*'),
    () => window.postMessage(pick(texts)(), '*'),
    () => pick(places).dispatchEvent(new CustomEvent(pick(names), { detail: pick(texts)() })),
    () => pick(places).dispatchEvent(new CustomEvent(pick(names), { detail: pick(reports), bubbles: true })),
    () => window.dispatchEvent(new MessageEvent(pick(names), { ports: [pick([port1, port2])], data: pick(texts)() })),
    () => port1.postMessage({ type: pick(commands), reports: [pick(reports)] }),
    () => port2.dispatchEvent(new CustomEvent(pick(names), { detail: pick(texts)() })),
  ];
  for (let n = 0; n < count; n++) pick(ways)();
}

/**
 * Sends forged messages to the worker as a script in a page could after it was taken over. Resolves with how many commands were answered:
 * such a script may report, and nothing else.
 */
export async function forgeFromScript(count: number, seed: number): Promise<number> {
  let state = seed;
  const pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return list[(state >>> 8) % list.length] as T;
  };
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } })
    .chrome;
  const place = { tabId: 1, frameId: 0, documentId: 'x', url: 'https://bank.example/' };
  const tag = 'https://www.facebook.com/tr/?id=1&ev=Lead&eid=forged';
  const reports: unknown[] = [
    { kind: 'request', id: 'x:1:0', at: 1, place, method: 'GET', url: tag, type: 'image', requestId: 'x:1', hop: 0 },
    { kind: 'response', id: 'x:1:0:completed', at: 1, place, requestId: 'x:1', hop: 0, phase: 'completed' },
    { kind: 'gap', at: 1, fromAt: 0, why: 'forged' },
    { kind: 'call', at: Date.now(), api: 'sendBeacon', args: [tag, 'POST', 'ev=Lead'] },
    JSON.parse('{"kind":"call","at":1,"api":"fbq","args":[{"__proto__":{"polluted":1}}],"__proto__":{"polluted":1}}'),
    {
      kind: 'consent',
      at: 1,
      framework: '__proto__',
      event: 'constructor',
      data: { constructor: { prototype: { polluted: 1 } } },
    },
    { kind: 'form', at: 1, form: { key: '__proto__', instance: -1, fields: [{}] }, fact: { event: '__proto__' } },
    { kind: 'storage', at: 1, store: 'cookie', name: '__proto__' },
    { kind: '__proto__' },
    null,
    7,
    [[[]]],
  ];
  const firsts: unknown[] = [0, -1, 1.5, 2 ** 60, '0', null, Number.NaN];
  const commands = [
    'session/clear',
    'session/pause',
    'session/resume',
    'session/state',
    'session/signals',
    '__proto__',
    'constructor',
    7,
    null,
  ];
  const messages = [
    () => ({ type: pick(commands), tabId: pick([1, 2, -1, null, '1']) }),
    () => ({
      type: 'page/reports',
      sensor: pick(['s', '__proto__', '../x', 7]),
      first: pick(firsts),
      reports: [pick(reports), pick(reports)],
    }),
    () => ({ type: 'page/reports', sensor: 's', first: 0, reports: pick<unknown>([{}, 'x', null, Array(1000).fill(null)]) }),
    () => pick<unknown>(['x', 7, null, [], [['session/clear']]]),
  ];
  let answered = 0;
  for (let done = 0; done < count; ) {
    const batch = Array.from({ length: Math.min(100, count - done) }, () => pick(messages)());
    done += batch.length;
    await Promise.all(
      batch.map(async (message) => {
        const answer = await runtime.sendMessage(message).catch(() => undefined);
        const isReport = (message as { type?: unknown } | null)?.type === 'page/reports';
        if (!isReport && answer !== undefined && answer !== null) answered += 1;
      }),
    );
  }
  return answered;
}
