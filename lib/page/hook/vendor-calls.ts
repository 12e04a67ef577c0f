import { caller } from './caller';
import type { Heard } from './faces';
import { free, getOwnPropertyDescriptor, guarded, instant, isArray, stringify } from './natives';
import { report } from './outbox';
import { type Watched, watchGlobal, watchMethod } from './watch-global';
import { writeJson } from './write-json';

/** Globals that are functions of a vendor's library, or of its stub. */
const functions = ['fbq', '_fbq', 'lintrk', 'pintrk', 'snaptr', 'rdt', 'twq'];
const ttqMethods = ['track', 'page', 'identify', 'load', 'holdConsent', 'grantConsent', 'revokeConsent', 'instance'];

const add = free(WeakSet.prototype.add as (value: object) => object);
const has = free(WeakSet.prototype.has as (value: object) => boolean);
/** Entries of queues that were reported. */
const seen = new WeakSet();
const watched: Watched[] = [];
const blind: Record<string, true | undefined> = { __proto__: null } as never;

/** Calls of a vendor's own function made inside another one of it: its stub filling the queue. They are one call. */
let depth = 0;

export function watchVendorCalls(): void {
  watchDataLayer('dataLayer');
  for (let n = 0; n < functions.length; n++) watchFunction(functions[n] as string);
  keep(watchGlobal('ttq', { attach: attachTtq }));
  keep(watchGlobal('uetq', { attach: (value) => attachQueue({ api: 'uetq', value }) }));
}

/** A data layer of any name: the default one, and those that `l=` of a Tag Manager script names. */
export function watchDataLayer(name: string): void {
  for (let n = 0; n < watched.length; n++) if (watched[n]?.name === name) return;
  keep(watchGlobal(name, { attach: (value) => attachQueue({ api: 'dataLayer', name, value }) }));
}

/** Looks again at all globals, and says which exist and cannot be watched. */
export function checkVendorCalls(): void {
  for (let n = 0; n < watched.length; n++) {
    const one = watched[n];
    if (one) guarded(() => one.check() || sayBlind(one.name));
  }
  guarded(checkLexical);
}

declare const dataLayer: unknown;

/** `let dataLayer` makes a global that is no property of the window; its name reaches it all the same. */
function checkLexical(): void {
  if (typeof dataLayer !== 'object' || !dataLayer || dataLayer === (window as { dataLayer?: unknown }).dataLayer) return;
  if (!has(seen as never, [dataLayer])) attachQueue({ api: 'dataLayer', name: 'dataLayer', value: dataLayer });
}

function keep(one: Watched): void {
  watched[watched.length] = one;
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
  const isDataLayer = api === 'dataLayer';
  add(seen as never, [value]);
  if (isDataLayer) readQueue({ api, name, value });
  const ok = watchMethod(value, 'push', (args) => {
    for (let n = 0; n < args.length; n++) isNew(args[n]);
    if (isDataLayer && !args.length) return;
    const at = instant();
    say({ at, api, name, method: 'push', args, caller: isDataLayer ? isEvent(args[0]) : true });
  });
  if (!ok) sayBlind(name);
}

function attachTtq(value: object): void {
  readQueue({ api: 'ttq', name: 'ttq', value });
  for (let n = 0; n < ttqMethods.length; n++) {
    const method = ttqMethods[n] as string;
    if (!watchMethod(value, method, method === 'instance' ? () => instance : heardOutermost('ttq', method))) sayBlind('ttq');
  }
}

/** `ttq.instance('…')` gives the same methods for one pixel. */
function instance(result: unknown): void {
  if (typeof result === 'object' && result && isNew(result)) attachTtq(result);
}

function watchFunction(name: string): void {
  const api = name === '_fbq' ? 'fbq' : name;
  keep(watchGlobal(name, { heard: heardOutermost(api), attach: (value) => readStubQueue(api, value) }));
}

function heardOutermost(api: string, method?: string): Heard {
  return (args) => {
    if (!depth++) say({ at: instant(), api, name: api, method, args, caller: true });
    return () => {
      depth--;
    };
  };
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
  for (let n = first; n < value.length; n++) {
    const entry: unknown = getOwnPropertyDescriptor(value, n)?.value;
    const isCall = api !== 'dataLayer' && api !== 'ttq';
    if (isNew(entry)) say({ at, api, name, args: isCall ? entry : [entry], queued: true });
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
  if (typeof entry !== 'object' || !entry) return false;
  return (
    typeof getOwnPropertyDescriptor(entry, 'event')?.value === 'string' || getOwnPropertyDescriptor(entry, 0)?.value === 'event'
  );
}

interface Said {
  at: number;
  api: string;
  name: string;
  method?: string;
  args: unknown;
  queued?: boolean;
  caller?: boolean;
}

function say({ at, api, name, method, args, queued, caller: wanted }: Said): void {
  const copy = writeJson(args);
  const who = wanted ? caller(at) : null;
  report(
    `{"kind":"call","at":${at},"api":"${api}"${name === api ? '' : `,"global":${stringify(name)}`}${
      method ? `,"method":"${method}"` : ''
    },"args":${copy.json}${copy.cut ? ',"cut":true' : ''}${queued ? ',"queued":true' : ''}${who ? `,"caller":${who}` : ''}}`,
  );
}
