import { fromBridge, fromHook, onPort } from '../greeting';
import { free, getOwnPropertyDescriptor, guarded } from './natives';

const mostWaiting = 1000;
const mostCharacters = 2_000_000;

const dispatch = free(EventTarget.prototype.dispatchEvent);
const listen = free(
  EventTarget.prototype.addEventListener as (type: string, run: (event: Event) => void, capture: boolean) => void,
);
const deafen = free(
  EventTarget.prototype.removeEventListener as (type: string, run: (event: Event) => void, capture: boolean) => void,
);
const stopHere = free(Event.prototype.stopImmediatePropagation);
const NativeCustomEvent = CustomEvent;
const NativeSubmitEvent = SubmitEvent;
const portsOf = free(
  getOwnPropertyDescriptor(MessageEvent.prototype, 'ports')?.get as (this: MessageEvent) => readonly MessagePort[],
);

let port: MessagePort | undefined;
let waiting = '';
let count = 0;
let dropped = 0;
let woken = false;

/** Keeps one report, as JSON text, until the bridge takes it. What does not fit is counted, and leaves a hole in the row of numbers. */
export function report(json: string): void {
  if (count >= mostWaiting || waiting.length + json.length > mostCharacters) {
    dropped++;
    return;
  }
  count++;
  waiting += (waiting && ',') + json;
  wake();
}

/** Tells the bridge of a request of the page, for it to compare with the forms. Kept nowhere, and gone when there is no bridge. */
export function tellSent(json: string): void {
  tell(onPort.sent, json);
}

/** Tells the bridge that a script sent this form by `form.submit()`, which fires no event. */
export function tellSubmitted(form: HTMLFormElement): void {
  if (port)
    dispatch(port as never, [new NativeSubmitEvent(onPort.form, { __proto__: null, submitter: form } as SubmitEventInit)]);
}

export function hasBridge(): boolean {
  return port !== undefined;
}

/** Says that the hook is here, and listens for the bridge until it has spoken. */
export function openOutbox(): void {
  listen(window as never, [fromBridge, greeted, true]);
  dispatch(window as never, [new NativeCustomEvent(fromHook)]);
}

function greeted(event: Event): void {
  guarded(() => {
    stopHere(event as never, []);
    port = portsOf(event as never, [])[0];
    if (!port) return;
    deafen(window as never, [fromBridge, greeted, true]);
    listen(port as never, [onPort.pull, handOver, false]);
    wake();
  });
}

function wake(): void {
  if (!port || woken || !count) return;
  woken = true;
  tell(onPort.wake);
}

function handOver(): void {
  const batch = `[${waiting}${dropped ? `${waiting && ','}${dropped}` : ''}]`;
  waiting = '';
  count = 0;
  dropped = 0;
  woken = false;
  tell(onPort.batch, batch);
}

function tell(type: string, detail?: string): void {
  if (port) dispatch(port as never, [new NativeCustomEvent(type, { __proto__: null, detail } as CustomEventInit)]);
}
