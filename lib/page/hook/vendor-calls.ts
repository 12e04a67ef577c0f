import { caller } from './caller';
import type { Heard } from './faces';
import { free, getOwnPropertyDescriptor, guarded, instant, isArray, ownKeys, stringify } from './natives';
import { report } from './outbox';
import { checkGlobals, isWatched, type Watch, watchGlobal, watchMethod } from './watch-global';
import { writeJson } from './write-json';

/** Globals that are functions of a vendor's library, or of its stub. */
const functions = ['fbq', '_fbq', 'lintrk', 'pintrk', 'snaptr', 'rdt', 'twq'];
const ttqMethods = ['track', 'page', 'identify', 'load', 'holdConsent', 'grantConsent', 'revokeConsent', 'instance'];

const add = free(WeakSet.prototype.add as (value: object) => object);
const has = free(WeakSet.prototype.has as (value: object) => boolean);
/** Entries of queues that were reported. */
const seen = new WeakSet();
const blind: Record<string, true | undefined> = { __proto__: null } as never;
/** Who filled the queues that are being found: the script on the stack, or the address of the one that has just run. */
let filler: { script: string } | undefined;

export function watchVendorCalls(): void {
  watchDataLayer('dataLayer');
  for (let n = 0; n < functions.length; n++) watchFunction(functions[n] as string);
  watch({ name: 'ttq', attach: attachTtq });
  watch({ name: 'uetq', attach: (value) => attachQueue({ api: 'uetq', value }) });
}

/** A data layer of any name: the default one, and those that `l=` of a Tag Manager script names. */
export function watchDataLayer(name: string): void {
  if (!isWatched(name)) watch({ name, attach: (value) => attachQueue({ api: 'dataLayer', name, value }) });
}

export function watch(one: Watch): void {
  watchGlobal(one, sayBlind);
}

/**
 * Looks again at all globals. `script` is the address of the script that has just run, empty for an inline one; without it the script
 * that fills a queue is on the stack now.
 */
export function lookAgain(script?: string): void {
  filler = script === undefined ? undefined : { script };
  checkGlobals();
  guarded(checkLexical);
}

declare const dataLayer: unknown;

/** `let dataLayer` makes a global that is no property of the window; its name reaches it all the same. */
function checkLexical(): void {
  if (getOwnPropertyDescriptor(window, 'dataLayer') || typeof dataLayer !== 'object' || !dataLayer) return;
  attachQueue({ api: 'dataLayer', value: dataLayer });
}

function sayBlind(name: string): void {
  if (blind[name]) return;
  blind[name] = true;
  report(`{"kind":"page","event":"described","at":${instant()},"url":${stringify(document.URL)},"blind":[${stringify(name)}]}`);
}

interface Queue {
  api: string;
  /** The global it was found under. */
  name?: string;
  value: object;
}

function attachQueue({ api, name = api, value }: Queue): void {
  if (!isNew(value)) return;
  const isDataLayer = api === 'dataLayer';
  if (isDataLayer) readQueue({ api, name, value });
  else readUetq(value);
  const ok = watchMethod(
    value,
    'push',
    once((args) => {
      for (let n = 0; n < args.length; n++) isNew(args[n]);
      if (isDataLayer && !args.length) return;
      say({ at: instant(), api, name, method: 'push', args, queued: false, caller: !isDataLayer || isEvent(args[0]) });
    }),
  );
  if (!ok) sayBlind(name);
}

function attachTtq(value: object): void {
  if (!isNew(value)) return;
  readPixels(value);
  readQueue({ api: 'ttq', value });
  for (let n = 0; n < ttqMethods.length; n++) {
    const method = ttqMethods[n] as string;
    const heard: Heard = method === 'instance' ? () => instance : once((args) => tell('ttq', args, method));
    if (!watchMethod(value, method, heard)) sayBlind('ttq');
  }
}

/** `ttq.load('…')` brings the script in which `ttq` is found; the pixels it was called with are the keys of `ttq._i`. */
function readPixels(value: object): void {
  const pixels: unknown = getOwnPropertyDescriptor(value, '_i')?.value;
  if (typeof pixels !== 'object' || !pixels) return;
  const ids = ownKeys(pixels);
  const at = instant();
  for (let n = 0; n < ids.length && n < 20; n++) {
    if (typeof ids[n] === 'string')
      say({ at, api: 'ttq', name: 'ttq', method: 'load', args: [ids[n]], queued: true, caller: true });
  }
}

/** `ttq.instance('…')` gives the same methods for one pixel. */
function instance(result: unknown): void {
  if (typeof result === 'object' && result) attachTtq(result);
}

function watchFunction(name: string): void {
  const api = name === '_fbq' ? 'fbq' : name;
  watch({ name, heard: once((args) => tell(api, args)), attach: (value) => readStubQueue(api, value) });
}

function tell(api: string, args: unknown[], method: string | undefined = undefined): void {
  say({ at: instant(), api, name: api, method, args, queued: false, caller: true });
}

/** A page that puts its own function before the one it found hands the call on: it is one call. */
function once(heard: (args: unknown[]) => void): Heard {
  let underway: unknown[] | undefined;
  return (args) => {
    if (underway && isSame(args, underway)) return;
    const outer = underway;
    underway = args;
    heard(args);
    return () => {
      underway = outer;
    };
  };
}

function isSame(some: unknown[], others: unknown[]): boolean {
  for (let n = 0; n < some.length; n++) if (some[n] !== others[n]) return false;
  return some.length === others.length;
}

/** The queue of a stub that was there before the hook. */
function readStubQueue(api: string, value: object): void {
  const names = ['queue', 'callQueue', 'q'];
  for (let n = 0; n < names.length; n++) {
    const queue: unknown = getOwnPropertyDescriptor(value, names[n] as string)?.value;
    if (isArray(queue)) readQueue({ api, name: api, value: queue });
  }
}

const mostQueued = 300;

function readQueue({ api, name = api, value }: Queue): void {
  if (!isArray(value)) return;
  const at = instant();
  const first = value.length > mostQueued ? value.length - mostQueued : 0;
  const isCall = api !== 'dataLayer' && api !== 'ttq';
  for (let n = first; n < value.length; n++) {
    const entry: unknown = getOwnPropertyDescriptor(value, n)?.value;
    if (isNew(entry))
      say({ at, api, name, method: undefined, args: isCall ? entry : [entry], queued: true, caller: isCall || isEvent(entry) });
  }
}

/** `uetq.push('event', 'lead', {})` puts three entries into the queue: a call begins with each word after a third one. */
function readUetq(value: object): void {
  if (!isArray(value)) return;
  const at = instant();
  for (let n = 0; n < value.length && n < mostQueued; n++) {
    const args: unknown[] = [];
    do args[args.length] = getOwnPropertyDescriptor(value, n)?.value;
    while (typeof args[0] === 'string' && typeof args[args.length - 1] === 'string' && ++n < value.length);
    say({ at, api: 'uetq', name: 'uetq', method: undefined, args, queued: true, caller: true });
  }
}

/** True the first time an object is met; anything else is nothing to report twice. */
function isNew(entry: unknown): boolean {
  if (typeof entry !== 'object' || !entry || has(seen as never, [entry])) return false;
  add(seen as never, [entry]);
  return true;
}

/** `{ event: '…' }` or `gtag('event', …)`. */
function isEvent(entry: unknown): boolean {
  try {
    return (
      typeof getOwnPropertyDescriptor(entry as object, 'event')?.value === 'string' ||
      getOwnPropertyDescriptor(entry as object, 0)?.value === 'event'
    );
  } catch {
    return false;
  }
}

/** Every field is given: one that is missing would be looked up on the page's `Object.prototype`. */
interface Said {
  at: number;
  api: string;
  name: string;
  method: string | undefined;
  args: unknown;
  queued: boolean;
  caller: boolean;
}

function say({ at, api, name, method, args, queued, caller: wanted }: Said): void {
  const copy = writeJson(args);
  let who: string | null = null;
  if (wanted)
    who = queued && filler ? `{"url":${filler.script ? stringify(filler.script) : 'null'},"inferred":true}` : caller(at);
  report(
    `{"kind":"call","at":${at},"api":"${api}"${name === api ? '' : `,"global":${stringify(name)}`}${
      method ? `,"method":"${method}"` : ''
    },"args":${copy.json}${copy.cut ? ',"cut":true' : ''}${queued ? ',"queued":true' : ''}${who ? `,"caller":${who}` : ''}}`,
  );
}
