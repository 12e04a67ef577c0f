/**
 * A page that is hard to watch. Its script leaves what it can see of itself in `answer` (any JSON, or a promise of it); the browser must give the
 * same answer, the same errors and the same console with the extension and without it.
 */
export interface HostilePage {
  name: string;
  /** Runs as a classic script, first in the body. */
  script: string;
  /** Markup after the script. */
  html?: string;
  headers?: Record<string, string>;
  /** Media type, when it is not HTML; `document` is then the whole text. */
  type?: string;
  document?: string;
  /** Calls that must be reported, in order and no other: API and arguments as JSON. */
  sees?: readonly (readonly [api: string, args: string])[];
  /** Globals that must be named as blind spots. */
  blind?: readonly string[];
}

/** The whole document a server answers with. */
export function documentOf({ script, html = '', document }: HostilePage): string {
  return document ?? `<!doctype html><meta charset="utf-8"><title>hostile</title><body><script>${script}</script>${html}`;
}
