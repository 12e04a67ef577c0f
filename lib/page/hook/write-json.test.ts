import { describe, expect, it } from 'vitest';
import { writeJson } from './write-json';

const cyclic: Record<string, unknown> = { a: 1 };
cyclic.self = cyclic;
const chain = (length: number): unknown => Array.from({ length }).reduce<unknown>((inner) => ({ inner }), 'end');

describe('a bounded copy', () => {
  const args = function () {
    // biome-ignore lint/complexity/noArguments: this is what gtag pushes.
    return arguments;
  } as (...args: unknown[]) => unknown;

  it.each([
    ['nothing', undefined, null, false],
    ['text, numbers and the rest', { a: 'ü"\n', b: 1.5, c: true, d: null }, { a: 'ü"\n', b: 1.5, c: true, d: null }, false],
    ['a field that is undefined', { a: undefined, b: 1 }, { b: 1 }, false],
    ['numbers JSON does not have', [Number.NaN, Number.POSITIVE_INFINITY], [null, null], false],
    ['a BigInt', 10n, '10', false],
    ['a function and a symbol', [() => {}, Symbol('x')], ['[function]', '[symbol]'], true],
    ['an array with a hole', Object.assign([], { 0: 1, 2: 3 }), [1, null, 3], false],
    ['arguments', args('consent', 'default', {}), ['consent', 'default', {}], false],
    ['an object that only looks like arguments', { length: 2, 0: 'a', 1: 'b' }, { 0: 'a', 1: 'b', length: 2 }, false],
    [
      'one object twice, which is no cycle',
      (() => [cyclic.a, { x: chain(1) }, { x: chain(1) }])(),
      [1, { x: { inner: 'end' } }, { x: { inner: 'end' } }],
      false,
    ],
    ['a cycle', cyclic, { a: 1, self: '[cyclic]' }, true],
    ['an event target', { a: new EventTarget() }, { a: '[object]' }, true],
    ['no prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }, false],
    ['hidden and symbol keys', Object.defineProperty({ [Symbol('s')]: 1 }, 'hidden', { value: 1 }), {}, false],
    ['a lone surrogate', '\ud800', '\ud800', false],
  ])('of %s', (_name, value, copy, cut) => {
    const written = writeJson(value);
    expect([JSON.parse(written.json), written.cut]).toEqual([copy, cut]);
  });

  it('keeps the keys of the prototype as keys', () => {
    const { json } = writeJson(JSON.parse('{"__proto__":{"polluted":1}}'));
    expect(json).toBe('{"__proto__":{"polluted":1}}');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('calls neither getters nor toJSON nor iterators', () => {
    let calls = 0;
    const count = () => {
      calls += 1;
      throw new Error('must not run');
    };
    const list = Object.defineProperty([1, 2], 0, { get: count });
    const value = Object.defineProperties(
      { toJSON: count, toString: count, valueOf: count, [Symbol.iterator]: count, [Symbol.toPrimitive]: count, list },
      { got: { get: count, enumerable: true }, set: { set: count, get: count, enumerable: true } },
    );
    const { json, cut } = writeJson(value);
    expect(JSON.parse(json)).toMatchObject({ got: '[getter]', set: '[getter]', list: ['[getter]', 2] });
    expect([calls, cut]).toEqual([0, true]);
  });

  it.each([
    [
      'throws in every trap',
      new Proxy(
        {},
        new Proxy(
          {},
          {
            get: () => () => {
              throw new Error('trap');
            },
          },
        ),
      ),
    ],
    [
      'was revoked',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
    ],
  ])('ends at a Proxy that %s', (_name, proxy) => {
    const { json, cut } = writeJson({ before: 1, proxy, after: 2 });
    expect([JSON.parse(json), cut]).toEqual([{ before: 1, proxy: '[unreadable]', after: 2 }, true]);
  });
});

describe('the bounds of a copy', () => {
  it.each([
    ['depth', chain(5000)],
    ['nodes in a list', Array.from({ length: 100_000 }, (_, n) => n)],
    ['nodes in a record', Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n]))],
    ['length of a text', 'x'.repeat(1_000_000)],
    ['length of a key', { ['k'.repeat(1_000_000)]: 1 }],
    ['length of all texts', Array.from({ length: 1000 }, () => 'y'.repeat(3000))],
    ['length of a sparse list', Object.assign([], { length: 4_000_000_000 })],
  ])('%s', (_name, value) => {
    const { json, cut } = writeJson(value);
    expect(() => JSON.parse(json)).not.toThrow();
    expect(json.length).toBeLessThan(100_000);
    expect(cut).toBe(true);
  });

  it('are not reached by a purchase of five', () => {
    const items = Array.from({ length: 5 }, (_, n) => ({ item_id: `sku-${n}`, item_name: 'Chair', price: 9.5, quantity: n }));
    const value = { event: 'purchase', ecommerce: { transaction_id: 'T1', value: 47.5, currency: 'EUR', items } };
    expect(writeJson(value)).toEqual({ json: JSON.stringify(value), cut: false });
  });
});
