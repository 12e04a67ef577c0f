import { apply, defineProperty, free, guarded, NativeProxy } from './natives';

type Run = (...args: unknown[]) => unknown;
/** Told before each call; what it returns is told the result afterwards, `undefined` when the call threw. */
export type Heard = (args: unknown[], self: unknown) => ((result: unknown) => void) | void;

const get = free(WeakMap.prototype.get as (key: object) => Run | undefined);
const set = free(WeakMap.prototype.set as (key: object, value: object) => object);
const faces = new WeakMap<object, Run>();
const behind = new WeakMap<object, Run>();

/** The page's own value behind what the hook showed it. */
export function own(value: unknown): unknown {
  return (typeof value === 'function' && get(behind as never, [value])) || value;
}

/**
 * What the page gets instead of its function: a Proxy, so that name, length, properties, `new` and `instanceof` are the function's own.
 * The same function always gets the same face, and is called just as it would have been, whatever happens in `heard`.
 */
export function face(run: Run, heard: Heard): Run {
  const known = get(faces as never, [run]);
  if (known) return known;
  const proxy = new NativeProxy(run, {
    apply(target, self, args: unknown[]) {
      let after: ((result: unknown) => void) | void;
      guarded(() => {
        after = heard(args, self);
      });
      let result: unknown;
      try {
        result = apply(target, self, args);
      } finally {
        guarded(() => after?.(result));
      }
      return result;
    },
  });
  set(faces as never, [run, proxy]);
  set(behind as never, [proxy, run]);
  return proxy;
}

/** Puts a face before a native method, in place. */
export function watchNative(owner: object, name: string, heard: Heard): void {
  guarded(() => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor?.configurable && typeof descriptor.value === 'function') {
      defineProperty(owner, name, { ...descriptor, value: face(descriptor.value, heard) });
    }
  });
}

/** A function's source is asked for by scripts that look for tampering, and by polyfills: a face shows what is behind it. */
export function keepSource(): void {
  const owner = Function.prototype;
  const { toString: source } = owner;
  const proxy = new NativeProxy(source, {
    apply: (target, self, args) => apply(target, own(self), args as []),
  });
  set(behind as never, [proxy, source as Run]);
  guarded(() => defineProperty(owner, 'toString', { value: proxy }));
}
