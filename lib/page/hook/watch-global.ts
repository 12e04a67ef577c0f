import { face, type Heard, own } from './faces';
import { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, guarded } from './natives';

type Run = (...args: unknown[]) => unknown;

export interface Watch {
  /** Given each new value of the global, and, when it was set before the hook could see it, that one. */
  attach(value: object): void;
  /** What to do with calls, when the global is a function. */
  heard?: Heard;
}

/** Where a value came from is watched too: after it was attached once, it is not attached again. */
export interface Watched {
  name: string;
  /** Looks again: a page can put a plain property over ours. Returns false when the global exists and cannot be watched. */
  check(): boolean;
}

/**
 * Watches a global that may not exist yet: an accessor that cannot be enumerated and gives `undefined` until it is set, and then gives back
 * just what was set, with a face before a function. `'name' in window` is the one question it cannot answer as before.
 */
export function watchGlobal(name: string, { attach, heard }: Watch): Watched {
  let value: unknown;
  let attached: unknown;

  function take(given: unknown): void {
    value = own(given);
    if (value === attached || !value) return;
    attached = value;
    guarded(() => attach(value as object));
  }

  function get(): unknown {
    return heard && typeof value === 'function' ? face(value as Run, heard) : value;
  }

  function set(given: unknown): void {
    take(given);
    guarded(() => define(true));
  }

  function define(enumerable: boolean): void {
    defineProperty(window, name, { __proto__: null, configurable: true, enumerable, get, set } as PropertyDescriptor);
  }

  function check(): boolean {
    const found = getOwnPropertyDescriptor(window, name);
    if (found?.get === get) return true;
    if (found && !('value' in found)) return false;
    if (found) take(found.value);
    if (!found || found.configurable) define(found !== undefined);
    else if (typeof value !== 'function' || !heard) return true;
    else if (found.writable) (window as unknown as Record<string, unknown>)[name] = get();
    else return false;
    return true;
  }

  guarded(check);
  return { name, check };
}

/** Watches one method of an object, which may come later or be replaced. Returns false where the object does not allow it. */
export function watchMethod(owner: object, name: string, heard: Heard): boolean {
  const before = getOwnPropertyDescriptor(owner, name);
  if (before && (!before.configurable || before.get)) return false;
  let isOwn = before !== undefined;
  let value: unknown = own(before?.value);

  function define(enumerable: boolean): void {
    defineProperty(owner, name, {
      __proto__: null,
      configurable: true,
      enumerable,
      get(this: unknown) {
        const run = isOwn ? value : inherited(owner, name);
        return typeof run === 'function' ? face(run as Run, heard) : run;
      },
      set(this: unknown, given: unknown) {
        value = own(given);
        if (!isOwn) guarded(() => define(true));
        isOwn = true;
      },
    } as PropertyDescriptor);
  }

  try {
    define(before?.enumerable ?? false);
    return true;
  } catch {
    return false;
  }
}

function inherited(owner: object, name: string): unknown {
  return (getPrototypeOf(owner) as Record<string, unknown> | null)?.[name];
}
