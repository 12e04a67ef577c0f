import { watchNative } from './faces';
import {
  afterwards,
  free,
  getOwnPropertyDescriptor,
  guarded,
  instant,
  recall,
  remember,
  setPrototypeOf,
  slice,
  stringify,
} from './natives';
import { hasBridge, report, tellSent } from './outbox';
import { lookAgain } from './vendor-calls';

const mostText = 65_536;
const mostBlob = 262_144;

const NativeUrl = URL;
const hrefOf = free(getOwnPropertyDescriptor(URL.prototype, 'href')?.get as (this: URL) => string);
const requestUrl = free(getOwnPropertyDescriptor(Request.prototype, 'url')?.get as (this: Request) => string);
const requestMethod = free(getOwnPropertyDescriptor(Request.prototype, 'method')?.get as (this: Request) => string);
const baseUri = free(getOwnPropertyDescriptor(Node.prototype, 'baseURI')?.get as (this: Node) => string);
const blobSize = free(getOwnPropertyDescriptor(Blob.prototype, 'size')?.get as (this: Blob) => number);
const sliceBlob = free(Blob.prototype.slice);
const bytesOf = free(Blob.prototype.arrayBuffer);
const eachEntry = free(FormData.prototype.forEach as (run: (value: unknown, name: string) => void) => void);
const paramsText = free(URLSearchParams.prototype.toString);
const decode = free(TextDecoder.prototype.decode as (bytes: BufferSource) => string);
const strict = new TextDecoder(undefined, { fatal: true });
const toBase64 = btoa;
const fromCode = String.fromCharCode;
const percent = encodeURIComponent;
const upper = free(String.prototype.toUpperCase);
const NativeBytes = Uint8Array;
/** Where an XHR goes, what a Request carries, and the text of a Blob made of one string: as a page goes away a Blob can no longer be read. */
const known = new WeakMap<object, unknown>();

interface Target {
  url: string;
  method: string;
}

/**
 * Watches what scripts send: bodies that no extension is given (a Blob, a form with a file) are read here and reported, and what a form
 * may have sent is told to the bridge, which compares it and keeps nothing.
 */
export function watchSends(): void {
  watchNative(window, 'Blob', ([parts]) => noting(onlyPart(parts)));
  setPrototypeOf(File, Blob);
  watchNative(window, 'Request', ([from, init]) => noting(valueIn(init, 'body') ?? recallOf(from)));
  watchNative(Navigator.prototype, 'sendBeacon', (args) => see('sendBeacon', target(args[0], 'POST'), args[1]));
  watchNative(window, 'fetch', (args) => {
    see('fetch', target(args[0], valueIn(args[1], 'method')), valueIn(args[1], 'body') ?? recallOf(args[0]));
  });
  const xhr = XMLHttpRequest.prototype;
  watchNative(xhr, 'open', (args, self) => {
    remember(known as never, [self as object, target(args[1], args[0])]);
  });
  watchNative(xhr, 'send', (args, self) => see('xhr', recallOf(self) as Target | undefined, args[0]));
}

/** Remembers something of what a constructor makes. */
function noting(what: unknown): (made: unknown) => void {
  return (made) => remember(known as never, [made as object, what]);
}

/** What was remembered of an object of the page. */
function recallOf(of: unknown): unknown {
  return recall(known as never, [of as object]);
}

/** A plain value of an options object; getters are the page's code. */
function valueIn(init: unknown, name: string): unknown {
  return typeof init === 'object' && init ? getOwnPropertyDescriptor(init, name)?.value : undefined;
}

/** What a Blob is made of when it is one thing; its text, as nearly always. */
function onlyPart(parts: unknown): unknown {
  return valueIn(parts, 'length') === 1 && valueIn(parts, '0');
}

/** Absolute address and method; `undefined` for what only the page's own code could turn into an address. */
function target(to: unknown, method: unknown): Target | undefined {
  let verb = method;
  let address = to;
  if (typeof to === 'object' && to) {
    try {
      address = requestUrl(to as never, []);
      verb ??= requestMethod(to as never, []);
    } catch {
      address = hrefOf(to as never, []);
    }
  }
  if (typeof address !== 'string') return undefined;
  const url = hrefOf(new NativeUrl(address, baseUri(document as never, [])) as never, []);
  return { url, method: typeof verb === 'string' ? upper(verb as never, []) : 'GET' };
}

function see(api: string, to: Target | undefined, body: unknown): void {
  lookAgain();
  if (!to || to.method === 'GET' || to.method === 'HEAD') return;
  const start = `{"at":${instant()},"api":"${api}"`;
  const url = stringify(to.url);
  const method = stringify(to.method);
  if (typeof body === 'string') tell(body);
  else if (typeof body !== 'object' || !body) tell('');
  else if (kindOf(() => blobSize(body as never, []))) readBlob(body as Blob);
  else readOther(body);

  function readOther(body: object): void {
    if (kindOf(() => tell(paramsText(body as never, [])))) return;
    if (kindOf(() => readForm(body as FormData))) return;
    if (kindOf(() => tell(textOf(body as BufferSource) ?? ''))) return;
    tell('');
  }

  function tell(text: string): void {
    if (hasBridge())
      tellSent(`${start},"url":${url},"method":${method},"text":${stringify(slice(text as never, [0, mostText]))}}`);
  }

  function unreadable(name: string, value: string, cut: boolean): void {
    report(`${start},"kind":"call","args":[${url},${method},{"${name}":${stringify(value)}}],"cut":${cut}}`);
  }

  function readForm(form: FormData): void {
    let text = '';
    let hasFile = false;
    eachEntry(form as never, [
      (value, name) => {
        const isText = typeof value === 'string';
        if (!isText) hasFile = true;
        text += `${text && '&'}${percent(name)}=${isText ? percent(value) : '%5Bfile%5D'}`;
      },
    ]);
    tell(text);
    if (hasFile) unreadable('text', slice(text as never, [0, mostBlob]), text.length > mostBlob);
  }

  function tellBlob(text: string, cut: boolean): void {
    tell(text);
    unreadable('text', text, cut);
  }

  function readBlob(blob: Blob): void {
    const cut = blobSize(blob as never, []) > mostBlob;
    const made = recallOf(blob);
    if (typeof made === 'string' && !cut) {
      tellBlob(made, cut);
      return;
    }
    const part = cut ? sliceBlob(blob as never, [0, mostBlob]) : blob;
    afterwards(bytesOf(part as never, []) as never, [
      (bytes: ArrayBuffer) =>
        guarded(() => {
          const text = textOf(bytes);
          if (text === undefined) {
            unreadable('base64', base64(bytes), cut);
            return;
          }
          tellBlob(text, cut);
        }),
      () => {},
    ]);
  }
}

/** True when the body is of the kind that can be read this way: a native method throws on any other. */
function kindOf(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

function textOf(bytes: BufferSource): string | undefined {
  try {
    return decode(strict as never, [bytes]);
  } catch {
    return undefined;
  }
}

function base64(buffer: ArrayBuffer): string {
  const bytes = new NativeBytes(buffer);
  let text = '';
  for (let n = 0; n < bytes.length; n++) text += fromCode(bytes[n] as number);
  return toBase64(text);
}
