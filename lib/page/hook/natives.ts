/**
 * What the hook uses of the page's world, taken before the page could replace it. Nothing here is looked up again later: neither
 * methods on prototypes nor iteration (`for … of`, spread) are safe once page scripts have run.
 */
export const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, setPrototypeOf } = Reflect;
export const { stringify } = JSON;
export const { isArray } = Array;
export const NativeProxy = Proxy;
export const NativePromise = Promise;

type Method = (this: never, ...args: never[]) => unknown;

/** A method as a function of its object, its arguments in an array. */
export function free<M extends Method>(method: M): (self: ThisParameterType<M>, args: Parameters<M>) => ReturnType<M> {
  return (self, args) => apply(method, self, args) as ReturnType<M>;
}

export const exec = free(RegExp.prototype.exec);
export const slice = free(String.prototype.slice);
export const recall = free(WeakMap.prototype.get as (key: object) => unknown);
export const remember = free(WeakMap.prototype.set as (key: object, value: unknown) => object);

const now = free(performance.now);
const clock = Date.now;
let offset = clock() - now(performance, []);

/** Epoch milliseconds with fractions; follows the wall clock when the machine slept. */
export function instant(): number {
  const at = offset + now(performance, []);
  const drift = clock() - at;
  if (drift < 50 && drift > -50) return at;
  offset += drift;
  return at + drift;
}

/** Runs it, and never lets the page feel that it failed. */
export function guarded(run: () => void): void {
  try {
    run();
  } catch {
    // The page must not notice.
  }
}

export const afterwards = free(
  NativePromise.prototype.then as (run: (value: never) => void, failed: () => void) => Promise<void>,
);
const settled = NativePromise.resolve();

/** Runs it when the page's current script has ended. */
export function soon(run: () => void): void {
  afterwards(settled as never, [() => guarded(run), () => {}]);
}
