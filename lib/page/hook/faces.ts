import { apply, construct, defineProperty, guarded, NativeProxy, recall, remember } from './natives';

type Run = (...args: unknown[]) => unknown;
type NewTarget = Parameters<typeof construct>[2];
/** Told before each call; what it returns is told the result afterwards, `undefined` when the call threw. */
export type Heard = (args: unknown[], self: unknown) => ((result: unknown) => void) | void;

const faces = new WeakMap<object, Run>();
const behind = new WeakMap<object, Run>();

/** The page's own value behind what the hook showed it. */
export function own(value: unknown): unknown {
  return (typeof value === 'function' && recall(behind as never, [value])) || value;
}

/**
 * What the page gets instead of its function: a Proxy, so that name, length, properties, `new` and `instanceof` are the function's own.
 * The same function always gets the same face, and is called just as it would have been, whatever happens in `heard`, which is told of
 * `new` only when given the prototype of what it `makes`.
 */
export function face(original: Run, heard: Heard, makes?: object): Run {
  const known = recall(faces as never, [original]);
  if (known) return known as Run;
  const run = (target: Run, self: unknown, args: unknown[], by?: NewTarget): unknown => {
    let after: ((result: unknown) => void) | void;
    guarded(() => {
      after = heard(args, self);
    });
    let result: unknown;
    try {
      result = by ? construct(target, args, by) : apply(target, self, args);
    } finally {
      guarded(() => after?.(result));
    }
    return result;
  };
  const proxy = new NativeProxy(original, {
    apply: run,
    ...(makes && { construct: (target, args, by) => run(target, makes, args, by) as object }),
  });
  remember(faces as never, [original, proxy]);
  remember(behind as never, [proxy, original]);
  return proxy;
}

/** Puts a face before a native method or constructor, in place; what is made names the face as its constructor. */
export function watchNative(owner: object, name: string, heard: Heard): void {
  guarded(() => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor?.configurable && typeof descriptor.value === 'function') {
      const { prototype } = descriptor.value;
      const value = face(descriptor.value, heard, prototype);
      defineProperty(owner, name, { ...descriptor, value });
      if (prototype) defineProperty(prototype, 'constructor', { value });
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
  remember(behind as never, [proxy, source as Run]);
  guarded(() => defineProperty(owner, 'toString', { value: proxy }));
}
