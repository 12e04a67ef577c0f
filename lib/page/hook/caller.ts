import { defineProperty, exec, free, getOwnPropertyDescriptor, stringify } from './natives';

/** Callers taken at once, and then per second. */
const burst = 40;
const perSecond = 10;

const NativeError = Error;
const stackOf = getOwnPropertyDescriptor(NativeError.prototype, 'stack')?.get;
let tokens = burst;
let lastAt = 0;
/** Where the hook itself stands on a stack. */
const self = addressOf(readStack());

/**
 * Who called, as the JSON text of a `Caller`; `null` when it cannot be told or too many were asked for. A page's
 * `Error.prepareStackTrace` is put aside while the stack is read, and where that cannot be done nothing is read
 * (https://v8.dev/docs/stack-trace-api).
 */
export function caller(at: number): string | null {
  const refilled = tokens + ((at - lastAt) * perSecond) / 1000;
  tokens = refilled < burst ? refilled : burst;
  lastAt = at;
  if (tokens < 1) return null;
  tokens--;
  return describe(readStack());
}

function readStack(): string {
  const hooks = ['prepareStackTrace', 'stackTraceLimit'] as const;
  const before = getOwnPropertyDescriptor(NativeError, hooks[0]);
  const limit = getOwnPropertyDescriptor(NativeError, hooks[1]);
  if (before && !(before.configurable && 'value' in before)) return '';
  if (before) defineProperty(NativeError, hooks[0], { ...before, value: undefined });
  if (limit?.writable) defineProperty(NativeError, hooks[1], { ...limit, value: 24 });
  try {
    const error = new NativeError();
    const stack: unknown =
      getOwnPropertyDescriptor(error, 'stack')?.value ?? (stackOf ? free(stackOf)(error as never, []) : error.stack);
    return typeof stack === 'string' ? stack : '';
  } finally {
    if (before) defineProperty(NativeError, hooks[0], before);
    if (limit?.writable) defineProperty(NativeError, hooks[1], limit);
  }
}

/** Address of the first frame. */
function addressOf(stack: string): string {
  return exec(frames() as never, [stack])?.[3] ?? '';
}

/** One frame: `at f (https://a.example/x.js:1:2)`, or `f@https://a.example/x.js:1:2` in Firefox. */
function frames(): RegExp {
  return /^(?: *at (?:(.*?) \()?|(.*?)@)(\S*?):(\d+):(\d+)\)?$/gm;
}

function describe(stack: string): string | null {
  const page = withoutFragment(document.URL);
  const frame = frames();
  let first = '';
  let container = '';
  let list = '';
  let listed = 0;
  let last = '';
  for (let match = exec(frame as never, [stack]); match; match = exec(frame as never, [stack])) {
    const url = match[3] ?? '';
    if (!url || url === self) continue;
    const address = withoutFragment(url) === page ? 'null' : stringify(url);
    const name = match[1] || match[2];
    first ||= `"url":${address},"line":${match[4]},"column":${match[5]}${name ? `,"functionName":${stringify(name)}` : ''}`;
    container ||= exec(/[?&]id=(GTM-\w+)/ as never, [url])?.[1] ?? '';
    if (url !== last && listed < 8) {
      list += (listed++ ? ',' : '') + stringify(url);
      last = url;
    }
  }
  return first && `{${first}${container && `,"container":"${container}"`},"stack":[${list}]}`;
}

function withoutFragment(url: string): string {
  return exec(/^[^#]*/ as never, [url])?.[0] ?? url;
}
