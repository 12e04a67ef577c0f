import { defineContentScript } from 'wxt/utils/define-content-script';
import { startBridge } from '../../lib/page/bridge';
import { pageRuntime } from '../../lib/platform/page-runtime';

/** In the top frame by the manifest; the worker puts the same file into child frames that may matter. */
export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_start',
  main: () => startBridge(pageRuntime()),
});
