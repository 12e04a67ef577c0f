import type { Answer, Ask, MessageType } from './messages';

/** Sends one message object to the worker and resolves with its answer. */
export type Send = (message: object) => Promise<unknown>;

export interface Client {
  ask<T extends MessageType>(type: T, ask: Ask<T>): Promise<Answer<T>>;
}

/** A question without an answer within this time fails: the worker is woken within a fraction of it. */
const answerWithinMs = 10_000;

/** `timer` is the host's `setTimeout`, given so that tests need not wait. */
export function createClient(send: Send, timer: (run: () => void, ms: number) => unknown = setTimeout): Client {
  return {
    ask(type, ask) {
      return new Promise((resolve, reject) => {
        timer(() => reject(new Error('The recorder did not answer.')), answerWithinMs);
        send({ ...ask, type }).then((answer) => {
          if (answer === undefined) reject(new Error('The recorder did not understand.'));
          else resolve(answer as Answer<typeof type>);
        }, reject);
      });
    },
  };
}
