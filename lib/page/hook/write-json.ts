import { getOwnPropertyDescriptor, getPrototypeOf, isArray, ownKeys, slice, stringify } from './natives';

const mostNodes = 2000;
const mostDepth = 12;
const mostText = 4000;
/** Of all text in one copy. */
const mostTotal = 64_000;

/** A bounded copy as JSON text; `cut` when something was left out. */
export interface Copy {
  json: string;
  cut: boolean;
}

/**
 * Copies a value of the page into JSON text without running any of the page's code: own properties are read through their
 * descriptors, a getter is never called, and neither `toJSON` nor an iterator is looked up. Cyclic values, functions, symbols and DOM
 * nodes become a word in brackets; an `arguments` object becomes an array. Proxies are the one kind of value whose code cannot be
 * avoided; what they throw ends the copy there.
 */
export function writeJson(value: unknown): Copy {
  let nodes = mostNodes;
  let total = mostTotal;
  let cut = false;
  const path: unknown[] = [];

  function leftOut(word: string): string {
    cut = true;
    return `"[${word}]"`;
  }

  function text(value: string): string {
    const most = total < mostText ? total : mostText;
    let kept = value;
    if (value.length > most) {
      cut = true;
      kept = slice(value as never, [0, most]);
    }
    total -= kept.length;
    return stringify(kept);
  }

  function write(value: unknown, depth: number): string {
    if (--nodes < 0) return leftOut('more');
    switch (typeof value) {
      case 'string':
        return text(value);
      case 'number':
        return value - value === 0 ? `${value}` : 'null';
      case 'boolean':
        return value ? 'true' : 'false';
      case 'bigint':
        return `"${value}"`;
      case 'function':
      case 'symbol':
        return leftOut(typeof value);
      case 'object':
        return value === null ? 'null' : writeObject(value, depth);
      default:
        return 'null';
    }
  }

  function writeObject(value: object, depth: number): string {
    if (depth >= mostDepth) return leftOut('deeper');
    for (let n = 0; n < depth; n++) if (path[n] === value) return leftOut('cyclic');
    path[depth] = value;
    try {
      if (isList(value)) return writeList(value, depth);
      if (isHost(value)) return leftOut('object');
      return writeRecord(value, depth);
    } catch {
      return leftOut('unreadable');
    }
  }

  function writeList(value: object, depth: number): string {
    const length = getOwnPropertyDescriptor(value, 'length')?.value;
    let json = '';
    for (let n = 0; n < length; n++) {
      if (nodes <= 0) {
        cut = true;
        break;
      }
      json += (n ? ',' : '') + writeProperty(getOwnPropertyDescriptor(value, n), depth);
    }
    return `[${json}]`;
  }

  function writeRecord(value: object, depth: number): string {
    const keys = ownKeys(value);
    let json = '';
    for (let n = 0; n < keys.length; n++) {
      const key = keys[n];
      if (typeof key !== 'string') continue;
      if (nodes <= 0) {
        cut = true;
        break;
      }
      const descriptor = getOwnPropertyDescriptor(value, key);
      if (!descriptor?.enumerable || (descriptor.value === undefined && !descriptor.get)) continue;
      json += `${json && ','}${text(key)}:${writeProperty(descriptor, depth)}`;
    }
    return `{${json}}`;
  }

  function writeProperty(descriptor: PropertyDescriptor | undefined, depth: number): string {
    if (descriptor?.get || descriptor?.set) return leftOut('getter');
    return write(descriptor?.value, depth + 1);
  }

  const json = write(value, 0);
  return { json, cut };
}

/** An array, or an `arguments` object: it alone has own, hidden `length` and `Symbol.iterator`, and is no array. */
function isList(value: object): boolean {
  if (isArray(value)) return true;
  const length = getOwnPropertyDescriptor(value, 'length');
  return typeof length?.value === 'number' && !length.enumerable && getOwnPropertyDescriptor(value, iterator) !== undefined;
}

const { iterator } = Symbol;
const { prototype: eventTarget } = EventTarget;

/** A DOM node or a window: its state lives behind accessors, and to walk it would be to walk the page. */
function isHost(value: object): boolean {
  let proto = getPrototypeOf(value);
  for (let n = 0; proto && n < 12; n++) {
    if (proto === eventTarget) return true;
    proto = getPrototypeOf(proto);
  }
  return false;
}
