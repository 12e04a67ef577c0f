import { face } from './faces';
import { defineProperty, exec, free, getOwnPropertyDescriptor, guarded } from './natives';
import { lookAgain, watchDataLayer } from './vendor-calls';

const source = getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
const srcOf = free(source?.get as (this: HTMLScriptElement) => string);
const currentScript = free(
  getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get as (this: Document) => HTMLOrSVGScriptElement | null,
);
const addedNodes = free(
  getOwnPropertyDescriptor(MutationRecord.prototype, 'addedNodes')?.get as (this: MutationRecord) => NodeList,
);
const nodeName = free(getOwnPropertyDescriptor(Node.prototype, 'nodeName')?.get as (this: Node) => string);
const targetOf = free(getOwnPropertyDescriptor(Event.prototype, 'target')?.get as (this: Event) => EventTarget | null);

/** The script that came last: when nothing runs, it is the likeliest to have run just now. */
let last: unknown;

/**
 * Looks at the globals whenever a script may just have made one: when it gives another script its address, as the snippets of all vendors do
 * between their stub and their first call; when it sends something (an image's address, and see `sends.ts`), so that what was said before is
 * reported before; when the document changes, which it does before the next script runs; and when a script has loaded. Tag Manager's scripts
 * also tell the name of a renamed data layer (`l=`, https://developers.google.com/tag-platform/tag-manager/datalayer#rename_the_data_layer).
 */
export function watchScripts(): void {
  watchAddress(HTMLScriptElement.prototype);
  watchAddress(HTMLImageElement.prototype);
  new MutationObserver((records) => {
    lookAgain(addressOf(currentScript(document as never, []) ?? last));
    for (let n = 0; n < records.length; n++) {
      const added = addedNodes(records[n] as never, []);
      for (let m = 0; m < added.length; m++) guarded(() => see(added[m] as Node));
    }
  }).observe(document, { childList: true, subtree: true });
  for (const name of ['load', 'DOMContentLoaded', 'click'])
    addEventListener(name, (event) => guarded(() => lookAgain(addressOf(targetOf(event as never, [])))), true);
}

function watchAddress(owner: object): void {
  const source = getOwnPropertyDescriptor(owner, 'src');
  if (!source?.set) return;
  const set = face(source.set as never, () => lookAgain());
  defineProperty(owner, 'src', { ...source, set });
}

function see(node: Node): void {
  if (!isScript(node)) return;
  last = node;
  const name = exec(/^(?=.*[?&]id=[A-Z]+-).*[?&]l=([\w$]{1,60})/ as never, [addressOf(node)]);
  if (name) watchDataLayer(name[1] as string);
}

/** Address of a script; empty for an inline one, and for what is none. */
function addressOf(node: unknown): string {
  return isScript(node) ? srcOf(node as never, []) : '';
}

function isScript(node: unknown): boolean {
  try {
    return nodeName(node as never, []) === 'SCRIPT';
  } catch {
    return false;
  }
}
