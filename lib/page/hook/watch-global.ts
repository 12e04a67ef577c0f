import { face, type Heard, own } from './faces';
import { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, guarded } from './natives';

type Run = (...args: unknown[]) => unknown;

export interface Watch {
  name: string;
  /** Given each new value of the global. */
  attach(value: object): void;
  /** What to do with calls, when the global is a function. */
  heard?: Heard;
}

const checks: (() => void)[] = [];
const names: string[] = [];

/**
 * Watches a global from the moment it exists, and never before: pages ask `'fbq' in window` and then call it, so that an accessor waiting
 * for it would break them. Once the page has defined it, an accessor gives back just what was set, with a face before a function, and sees
 * it replaced. `unseen` is told when the global is there and cannot be watched.
 */
export function watchGlobal({ name, attach, heard }: Watch, unseen: (name: string) => void): void {
  let value: unknown;

  function take(given: unknown): void {
    const taken = own(given);
    if (taken === value) return;
    value = taken;
    if (value) guarded(() => attach(value as object));
  }

  function get(): unknown {
    return heard && typeof value === 'function' ? face(value as Run, heard) : value;
  }

  function check(): void {
    const found = getOwnPropertyDescriptor(window, name);
    if (!found || found.get === get) return;
    if (found.get || found.set) {
      unseen(name);
      return;
    }
    take(found.value);
    const { configurable, enumerable, writable } = found;
    const shown = configurable ? { get, set: take, configurable, enumerable } : { value: get(), writable, enumerable };
    if (!defineProperty(window, name, { __proto__: null, ...shown } as object)) unseen(name);
  }

  names[names.length] = name;
  checks[checks.length] = check;
  guarded(check);
}

export function isWatched(name: string): boolean {
  for (let n = 0; n < names.length; n++) if (names[n] === name) return true;
  return false;
}

/** Looks whether a global came, or was put in place of ours. */
export function checkGlobals(): void {
  for (let n = 0; n < checks.length; n++) guarded(checks[n] as () => void);
}

/** Watches one method of an object, which may come later or be replaced. Returns false where the object does not allow it. */
export function watchMethod(owner: object, name: string, heard: Heard): boolean {
  const before = getOwnPropertyDescriptor(owner, name);
  if (before && (!before.configurable || before.get)) return false;
  let isOwn = before !== undefined;
  let value: unknown = own(before?.value);

  function define(enumerable: boolean): boolean {
    return defineProperty(owner, name, {
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
    return define(before?.enumerable ?? false);
  } catch {
    return false;
  }
}

function inherited(owner: object, name: string): unknown {
  return (getPrototypeOf(owner) as Record<string, unknown> | null)?.[name];
}
