import type { Core } from '../session/core';
import { browser } from './browser';
import type { CoreScope } from './offer-core';

const script = '/core.js';

/** A worker's own way to run a second script at once. It has no `import()` (https://github.com/w3c/ServiceWorker/issues/1356). */
interface WorkerScope {
  importScripts?: (url: unknown) => void;
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): unknown } };
}

const scope = globalThis as unknown as WorkerScope & CoreScope;

/**
 * The core. A worker must ask for it in its first turn: later it may run only what it ran while it was being installed
 * (https://w3c.github.io/ServiceWorker/#importscripts), and events that reach it before it can write them down are lost when it is killed.
 */
export async function loadCore(): Promise<Core> {
  if (!scope.tagwitnessCore) {
    if (scope.importScripts) scope.importScripts(trusted());
    // Firefox's background is a page.
    else await import(/* @vite-ignore */ browser.runtime.getURL(script));
  }
  if (!scope.tagwitnessCore) throw new Error(`${script} did not run.`);
  return scope.tagwitnessCore;
}

/** Our pages and worker take a script's address only from this policy, which knows one (`trusted-types` in wxt.config.ts). */
function trusted(): unknown {
  const policy = scope.trustedTypes?.createPolicy('tagwitness', { createScriptURL: () => script });
  return policy?.createScriptURL(script) ?? script;
}
