import type { Way } from '../way';

const noTab = 'tab -1, no document; the origin as initiator';
const get = `fetch(at, { mode: 'no-cors' });`;
const post = (body: string) => `fetch(at, { method: 'POST', mode: 'no-cors', body: ${body} });`;
const register = `const { active, waiting, installing } = await navigator.serviceWorker.register(part('worker.js'), { scope: location.pathname }); const worker = active ?? waiting ?? installing;
  if (worker.state !== 'activated') await new Promise((done) => worker.addEventListener('statechange', () => worker.state === 'activated' && done()));
  if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));`;
const life = `addEventListener('activate', (event) => event.waitUntil(clients.claim()));`;
const passing = `${life} addEventListener('fetch', (event) => { if (event.request.url.includes('/tr/')) event.respondWith(fetch(event.request)); });`;

/** Workers of the page and of its origin. */
export const workers: readonly Way[] = [
  {
    id: 'worker',
    name: 'worker',
    run: `keep.push(new Worker(part('worker.js')));`,
    parts: { 'worker.js': get },
    gives: 'the page’s tab and document',
    shows: 'fire',
  },
  {
    id: 'worker-blob',
    name: 'worker of a blob: address',
    run: `keep.push(new Worker(URL.createObjectURL(new Blob(['fetch("' + at + '", { mode: "no-cors" })'], { type: 'text/javascript' }))));`,
    gives: 'the page’s tab and document',
    shows: 'fire',
  },
  {
    id: 'worker-module',
    name: 'module worker, string body',
    run: `keep.push(new Worker(part('worker.js'), { type: 'module' }));`,
    parts: { 'worker.js': post('text') },
    body: 'read',
    gives: 'the page’s tab and document, body as bytes',
    shows: 'fire',
  },
  {
    id: 'worker-blob-body',
    name: 'worker, Blob body',
    run: `keep.push(new Worker(part('worker.js')));`,
    parts: { 'worker.js': post('new Blob([text])') },
    body: 'unread',
    gives: 'the page’s tab and document; body as an error without bytes',
    shows: 'fire',
    why: {
      words: 'no extension script runs in a worker, and the browser hands no Blob over',
      source: 'https://issues.chromium.org/issues/41318947',
    },
  },
  {
    id: 'shared-worker',
    name: 'shared worker',
    run: `keep.push(new SharedWorker(part('worker.js')));`,
    parts: { 'worker.js': post('text') },
    body: 'read',
    page: 'none',
    gives: noTab,
    shows: 'fire',
  },
  {
    id: 'service-worker',
    name: 'service worker’s own fetch',
    run: `${register} worker.postMessage('go');`,
    parts: { 'worker.js': `${life} addEventListener('message', (event) => event.waitUntil(${post('text').slice(0, -1)}));` },
    body: 'read',
    page: 'none',
    gives: noTab,
    shows: 'fire',
  },
  {
    id: 'service-worker-passed',
    name: 'page’s fetch through a service worker',
    run: `${register} await fetch(at, { method: 'POST', mode: 'no-cors', body: text });`,
    parts: { 'worker.js': passing },
    body: 'read',
    page: 'none',
    gives: `${noTab}; the page’s own half not at all`,
    shows: 'fire',
  },
  {
    id: 'service-worker-passed-blob',
    name: 'page’s Blob through a service worker',
    run: `${register} await fetch(at, { method: 'POST', mode: 'no-cors', body: new Blob([text]) });`,
    parts: { 'worker.js': passing },
    body: 'read',
    page: 'none',
    gives: `${noTab}; body as an error without bytes`,
    shows: 'fire',
  },
  {
    id: 'service-worker-answered',
    name: 'fetch a service worker answers itself',
    run: `${register} await fetch(at);`,
    parts: {
      'worker.js': `${life} addEventListener('fetch', (event) => { if (event.request.url.includes('/tr/')) event.respondWith(new Response('own')); });`,
    },
    gives: 'nothing: it never leaves',
    shows: 'nothing',
    why: {
      words: 'a request that the page’s own service worker answers goes to no server',
      source: 'https://developer.chrome.com/docs/extensions/reference/api/webRequest',
    },
  },
];
