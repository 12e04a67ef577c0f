import { fromBridge, fromHook, onPort } from '../greeting';

export interface Heard {
  /** JSON text of a list of reports, and of numbers of reports that were dropped. */
  batch(json: string): void;
  /** Reports wait in the hook: pull them when it suits. */
  wake(): void;
  /** JSON text of a request of the page. */
  sent(json: string): void;
  /** A script called `form.submit()`. */
  form(form: HTMLFormElement): void;
}

/** Opens the channel to the hook, whichever of the two came first. Returns how to take what waits there. */
export function openChannel(heard: Heard): () => void {
  const { port1, port2 } = new MessageChannel();
  const detail = (event: Event) => String((event as CustomEvent<unknown>).detail ?? '');
  port1.addEventListener(onPort.batch, (event) => heard.batch(detail(event)));
  port1.addEventListener(onPort.sent, (event) => heard.sent(detail(event)));
  port1.addEventListener(onPort.wake, () => heard.wake());
  port1.addEventListener(onPort.form, (event) => {
    const { submitter } = event as SubmitEvent;
    if (submitter instanceof HTMLFormElement) heard.form(submitter);
  });
  const greet = () => window.dispatchEvent(new MessageEvent(fromBridge, { ports: [port1] }));
  window.addEventListener(
    fromHook,
    (event) => {
      event.stopImmediatePropagation();
      greet();
    },
    { capture: true, once: true },
  );
  greet();
  // A port nobody listens to is collected, and its other face with it.
  port2.onmessage = () => {};
  return () => port1.dispatchEvent(new CustomEvent(onPort.pull));
}
