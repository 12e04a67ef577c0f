import type { Way } from '../way';

const cached = 'the old document, lifecycle cached, frame not 0';
const onLeaving = (event: string, send: string, target = '') =>
  `${target}addEventListener('${event}', () => { ${send} }, { once: true });`;

/** What leaves with a page, and what comes back with it. */
export const goings: readonly Way[] = [
  {
    id: 'pagehide-beacon',
    name: 'beacon in pagehide',
    run: onLeaving('pagehide', 'navigator.sendBeacon(at, text);'),
    when: 'leaving',
    body: 'read',
    gives: cached,
    shows: 'fire',
  },
  {
    id: 'pagehide-blob',
    name: 'Blob beacon in pagehide',
    run: onLeaving('pagehide', `navigator.sendBeacon(at, new Blob([text], { type: 'text/plain' }));`),
    when: 'leaving',
    body: 'read',
    gives: `${cached}; body as an error without bytes`,
    shows: 'fire',
  },
  {
    id: 'pagehide-keepalive',
    name: 'keepalive fetch in pagehide',
    run: onLeaving('pagehide', `fetch(at, { method: 'POST', mode: 'no-cors', keepalive: true, body: text });`),
    when: 'leaving',
    body: 'read',
    gives: cached,
    shows: 'fire',
  },
  {
    id: 'pagehide-image',
    name: 'image in pagehide',
    run: onLeaving('pagehide', 'new Image().src = at;'),
    when: 'leaving',
    gives: `${cached}; type ping`,
    shows: 'fire',
  },
  {
    id: 'visibility-beacon',
    name: 'beacon in visibilitychange',
    run: onLeaving('visibilitychange', 'navigator.sendBeacon(at, text);', 'document.'),
    when: 'leaving',
    body: 'read',
    gives: cached,
    shows: 'fire',
  },
  {
    id: 'beforeunload-beacon',
    name: 'beacon in beforeunload',
    run: onLeaving('beforeunload', 'navigator.sendBeacon(at, text);'),
    when: 'leaving',
    body: 'read',
    gives: 'the page, lifecycle active',
    shows: 'fire',
  },
  {
    id: 'leaving-fetch-later',
    name: 'fetchLater when the page goes',
    run: `globalThis.fetchLater?.(at, { method: 'POST', body: text });`,
    when: 'leaving',
    body: 'read',
    gives: cached,
    shows: 'fire',
  },
  {
    id: 'history-back',
    name: 'image after history.back()',
    run: `history.pushState({}, '', location.pathname + '?then'); await new Promise((done) => { addEventListener('popstate', done, { once: true }); history.back(); }); keep.push(Object.assign(new Image(), { src: at }));`,
    gives: 'onBeforeRequest, type image, with document',
    shows: 'fire',
  },
  {
    id: 'link',
    name: 'link the page follows',
    run: `add('<a href="' + at + '&answer=html">go</a>'); document.querySelector('a').click();`,
    when: 'following',
    gives: 'type main_frame, without document',
    shows: 'fire',
  },
  {
    id: 'returned',
    name: 'image after the back/forward cache',
    run: 'keep.push(Object.assign(new Image(), { src: at }));',
    when: 'returned',
    gives: 'the same document as before it was left',
    shows: 'fire',
  },
  {
    id: 'prerendered',
    name: 'image of a page made in advance',
    run: 'keep.push(Object.assign(new Image(), { src: at }));',
    when: 'prerendered',
    gives: 'lifecycle prerender, frame not 0, a document of its own',
    shows: 'fire',
  },
];
