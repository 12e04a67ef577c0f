import { defineContentScript } from 'wxt/utils/define-content-script';
import { startHook } from '../../lib/page/hook';

/** The sensor in the page's own world: in every frame, before any script of it. */
export default defineContentScript({
  matches: ['<all_urls>'],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  // A named result would be a global of the page.
  globalName: false,
  main: startHook,
});
