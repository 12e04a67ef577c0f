import type { Runtime } from '../page/bridge';

interface Messenger {
  runtime?: { id?: string; sendMessage(message: object): Promise<unknown> };
}

/**
 * The one call that scripts in pages make: a message to our worker. Without the polyfill, which would weigh more than the bridge: Firefox
 * has `browser`, and Chromium's `chrome` gives promises since manifest 3. When the extension was renewed under an open page the id is gone.
 */
export function pageRuntime(): Runtime {
  const { browser, chrome } = globalThis as { browser?: Messenger; chrome?: Messenger };
  const runtime = (browser ?? chrome)?.runtime;
  return {
    alive: () => runtime?.id !== undefined,
    send: async (message) => (runtime?.id === undefined ? undefined : runtime.sendMessage(message)),
  };
}
