import type { Core } from '../session/core';

/** Where the core's script leaves it for the worker, which runs in the same scope. */
export interface CoreScope {
  tagwitnessCore?: Core;
}

/** Called by the core's script once it runs. */
export function offerCore(core: Core): void {
  (globalThis as CoreScope).tagwitnessCore = core;
}
