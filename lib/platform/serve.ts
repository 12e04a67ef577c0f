import type { Runtime } from 'webextension-polyfill';
import { placeOf } from '../capture/web-request';
import { type Handlers, type Sender, serve } from '../rpc/server';
import { browser } from './browser';

/** Answers messages of our own pages and of our scripts in pages; call it in the first turn of the worker. */
export function serveMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const from = senderOf(sender);
    return from === null ? undefined : serve(handlers, message, from);
  });
}

/** `null` for anybody who is not this extension. */
function senderOf(raw: Runtime.MessageSender): Sender | null {
  if (raw.id !== browser.runtime.id) return null;
  const sender = raw as Runtime.MessageSender & { documentId?: string; origin?: string; documentLifecycle?: string };
  const own = sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
  return {
    from: own ? 'own' : 'content',
    place: {
      ...placeOf({
        tabId: sender.tab?.id ?? -1,
        frameId: sender.frameId ?? -1,
        ...(sender.documentId === undefined ? {} : { documentId: sender.documentId }),
        ...(sender.documentLifecycle === undefined ? {} : { documentLifecycle: sender.documentLifecycle }),
      }),
      url: sender.url ?? null,
    },
  };
}
