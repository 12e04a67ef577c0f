// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkGlobals, isWatched, watchGlobal, watchMethod } from './watch-global';

const page = window as unknown as Record<string, unknown>;
const call = (name: string, ...args: unknown[]) => (page[name] as (...args: unknown[]) => unknown)(...args);
let count = 0;
let name = '';
let attached: unknown[] = [];
let calls: unknown[][] = [];
let unseen: string[] = [];

function watch(withCalls = true): void {
  watchGlobal(
    {
      name,
      attach: (value) => void attached.push(value),
      ...(withCalls ? { heard: (args: unknown[]) => void calls.push(args) } : {}),
    },
    (blind) => void unseen.push(blind),
  );
}

beforeEach(() => {
  name = `global${count++}`;
  attached = [];
  calls = [];
  unseen = [];
});
afterEach(() => {
  Reflect.deleteProperty(page, name);
});

describe('a global that is not there', () => {
  it('leaves no trace', () => {
    watch();
    checkGlobals();
    expect([name in page, Object.hasOwn(page, name), typeof page[name], attached]).toEqual([false, false, 'undefined', []]);
    expect([isWatched(name), isWatched('another')]).toEqual([true, false]);
  });
});

describe('a global that came', () => {
  it('is attached once, gives back what was set, and stays as enumerable as it was', () => {
    watch(false);
    const value = [1];
    page[name] = value;
    checkGlobals();
    checkGlobals();
    expect(attached).toEqual([value]);
    expect(page[name]).toBe(value);
    expect(Object.keys(page)).toContain(name);
  });

  it('is seen when it is replaced, without another look', () => {
    page[name] = [1];
    watch(false);
    page[name] = [2];
    page[name] = undefined;
    page[name] = [3];
    expect(attached).toEqual([[1], [2], [3]]);
  });

  it('is heard when it is a function, which stays what it is', () => {
    function own(this: unknown, a: number, b: number): number {
      return a + b;
    }
    page[name] = Object.assign(own, { version: '2.0' });
    watch();
    const shown = page[name] as typeof own & { version: string };
    expect(call(name, 1, 2)).toBe(3);
    expect(calls).toEqual([[1, 2]]);
    expect([shown.name, shown.length, shown.version, shown === page[name], shown instanceof Function]).toEqual([
      'own',
      2,
      '2.0',
      true,
      true,
    ]);
  });

  it('keeps its own function when a page hands the shown one back', () => {
    page[name] = () => 1;
    watch();
    const shown = page[name];
    page[name] = shown;
    expect(attached).toHaveLength(1);
    call(name);
    expect(calls).toHaveLength(1);
  });

  it('passes on what it throws, and is heard again afterwards', () => {
    page[name] = () => {
      throw new TypeError('own');
    };
    watch();
    expect(() => call(name)).toThrow(new TypeError('own'));
    expect(() => call(name)).toThrow(new TypeError('own'));
    expect(calls).toHaveLength(2);
  });

  it.each([
    [
      'an accessor of the page, never run',
      () => Object.defineProperty(page, name, { configurable: true, get: () => expect.unreachable() }),
    ],
    [
      'a function that cannot be replaced',
      () =>
        Object.defineProperty(page, name, { configurable: true, value: () => 1 }) &&
        Object.freeze(page[name]) &&
        Object.defineProperty(page, name, { configurable: false, writable: false }),
    ],
  ])('is named when it is %s', (_name, define) => {
    define();
    watch();
    expect(unseen).toEqual([name]);
  });

  it('is heard when it was declared with var, which nobody can redefine but everybody can write', () => {
    Object.defineProperty(page, name, { value: () => 1, writable: true, enumerable: true, configurable: false });
    watch();
    expect(call(name, 'a')).toBe(1);
    expect([calls, unseen]).toEqual([[['a']], []]);
  });
});

describe('a method', () => {
  const heard = () => {
    const list: unknown[][] = [];
    return { list, run: (args: unknown[]) => void list.push(args) };
  };

  it('of the prototype is heard on the object alone', () => {
    const { list, run } = heard();
    const one: number[] = [];
    expect(watchMethod(one, 'push', run)).toBe(true);
    expect([one.push(1), [].push.call([], 2 as never)]).toEqual([1, 1]);
    expect([list, Object.keys(one)]).toEqual([[[1]], ['0']]);
  });

  it('that the page replaces is heard too', () => {
    const { list, run } = heard();
    const one: { push?: (value: number) => number } = {};
    watchMethod(one, 'push', run);
    expect(one.push).toBeUndefined();
    one.push = (value) => value * 2;
    expect([one.push(2), list, Object.keys(one)]).toEqual([4, [[2]], ['push']]);
  });

  it.each([
    ['frozen object', Object.freeze([])],
    ['object with an accessor', Object.defineProperty({}, 'push', { configurable: true, get: () => expect.unreachable() })],
    ['sealed property', Object.defineProperty({}, 'push', { value() {}, configurable: false })],
    ['Proxy that refuses', new Proxy([], { defineProperty: () => false })],
    [
      'Proxy that throws',
      new Proxy([], {
        defineProperty: () => {
          throw new Error('no');
        },
      }),
    ],
  ])('of a %s cannot be watched, and it says so', (_name, owner) => {
    expect(watchMethod(owner, 'push', () => {})).toBe(false);
  });
});
