import type { Core } from '../session/core';
import { browser } from './browser';
import type { CoreScope } from './offer-core';

const script = '/core.js';

/** A worker's own way to run a second script at once. It has no `import()` (https://github.com/w3c/ServiceWorker/issues/1356). */
interface WorkerScope {
  importScripts?: (url: unknown) => void;
  addEventListener(type: 'install', run: () => void): void;
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): unknown } };
}

const scope = globalThis as unknown as WorkerScope & CoreScope;
let policy: ReturnType<NonNullable<WorkerScope['trustedTypes']>['createPolicy']> | undefined;

/**
 * Lets the core be loaded later on. Call it in the first turn of the worker: a worker may run, once it is installed, only scripts that it
 * ran while it was being installed (https://w3c.github.io/ServiceWorker/#importscripts).
 */
export function keepCoreAtHand(): void {
  if (scope.importScripts) scope.addEventListener('install', runCore);
}

/** The core, loaded when it is first asked for, so that a woken worker listens before it has read all of it. */
export async function loadCore(): Promise<Core> {
  if (!scope.tagwitnessCore) {
    if (scope.importScripts) runCore();
    // Firefox's background is a page.
    else await import(/* @vite-ignore */ browser.runtime.getURL(script));
  }
  if (!scope.tagwitnessCore) throw new Error(`${script} did not run.`);
  return scope.tagwitnessCore;
}

function runCore(): void {
  if (!scope.tagwitnessCore) scope.importScripts?.(trusted());
}

/** Our pages and worker take a script's address only from this policy, which knows one (`trusted-types` in wxt.config.ts). */
function trusted(): unknown {
  policy ??= scope.trustedTypes?.createPolicy('tagwitness', { createScriptURL: () => script });
  return policy?.createScriptURL(script) ?? script;
}
