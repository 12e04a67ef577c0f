import { free, getOwnPropertyDescriptor, guarded } from './natives';
import { checkVendorCalls, watchDataLayer } from './vendor-calls';

const exec = free(RegExp.prototype.exec);
const srcOf = free(getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src')?.get as (this: HTMLScriptElement) => string);
const addedNodes = free(
  getOwnPropertyDescriptor(MutationRecord.prototype, 'addedNodes')?.get as (this: MutationRecord) => NodeList,
);
const nodeName = free(getOwnPropertyDescriptor(Node.prototype, 'nodeName')?.get as (this: Node) => string);

/**
 * Sees Tag Manager's scripts come, since they alone tell the name of a renamed data layer (`l=`,
 * https://developers.google.com/tag-platform/tag-manager/datalayer#rename_the_data_layer), and looks at the globals again after each
 * script has run.
 */
export function watchScripts(): void {
  new MutationObserver((records) => {
    for (let n = 0; n < records.length; n++) {
      const added = addedNodes(records[n] as never, []);
      for (let m = 0; m < added.length; m++) guarded(() => see(added[m] as Node));
    }
  }).observe(document, { childList: true, subtree: true });
  addEventListener('load', checkVendorCalls, true);
  addEventListener('DOMContentLoaded', checkVendorCalls);
}

function see(node: Node): void {
  if (nodeName(node as never, []) !== 'SCRIPT') return;
  const src = srcOf(node as never, []);
  const name =
    exec(/[?&]id=[A-Z]+-.*[?&]l=([\w$]{1,60})/ as never, [src]) ?? exec(/[?&]l=([\w$]{1,60}).*[?&]id=[A-Z]+-/ as never, [src]);
  if (name?.[1]) watchDataLayer(name[1]);
}
