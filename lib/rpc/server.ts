import type { Place } from '../model';
import type { Answer, Ask, MessageType } from './messages';

/** Who sent a message, in the browser's word. */
export interface Sender {
  /** `own`: a page of this extension · `content`: a script of ours in a page. */
  from: 'own' | 'content';
  /** Where a content script runs. */
  place: Place;
}

export type Handlers = { [T in MessageType]: (ask: Ask<T>, sender: Sender) => Answer<T> | Promise<Answer<T>> };

/**
 * Answers one message, or `undefined` when it is none of ours. Scripts in pages may only report: whatever else comes from there is not
 * answered.
 */
export function serve(handlers: Handlers, message: unknown, sender: Sender): Promise<unknown> | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type } = message as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
  if (sender.from === 'content' && type !== 'page/reports') return undefined;
  const handler = handlers[type as MessageType] as (ask: unknown, sender: Sender) => unknown;
  return Promise.resolve().then(() => handler(message, sender));
}
