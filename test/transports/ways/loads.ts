import type { Way } from '../way';

/** Scripts, styles, fonts, hints and redirects. */
export const loads: readonly Way[] = [
  {
    id: 'script',
    name: 'script element',
    run: `document.head.append(Object.assign(document.createElement('script'), { src: at + '&answer=script' }));`,
    gives: 'type script',
    shows: 'fire',
  },
  { id: 'import', name: 'dynamic import', run: `await import(at + '&answer=script');`, gives: 'type script', shows: 'fire' },
  { id: 'preload', name: 'link rel=preload', run: `head('preload', { as: 'image' });`, gives: 'type image', shows: 'fire' },
  { id: 'prefetch', name: 'link rel=prefetch', run: `head('prefetch');`, gives: 'type other', shows: 'fire' },
  { id: 'modulepreload', name: 'link rel=modulepreload', run: `head('modulepreload');`, gives: 'type script', shows: 'fire' },
  { id: 'stylesheet', name: 'stylesheet', run: `head('stylesheet');`, gives: 'type stylesheet', shows: 'fire' },
  {
    id: 'font',
    name: 'font',
    run: `const face = new FontFace('trial', 'url("' + at + '")'); await face.load().catch(() => {});`,
    gives: 'type font',
    shows: 'fire',
  },
  {
    id: 'redirect-302',
    name: 'redirects 302',
    run: `keep.push(Object.assign(new Image(), { src: at + '&hops=2' }));`,
    gives: 'one request id, onBeforeRedirect for each hop',
    shows: 'fire',
  },
  {
    id: 'redirect-307',
    name: 'redirects 307 with body',
    run: `await fetch(at + '&hops=2&status=307', { method: 'POST', mode: 'no-cors', body: text });`,
    body: 'read',
    gives: 'one request id, the body with each hop',
    shows: 'fire',
  },
  {
    id: 'early-hints',
    name: 'early hints (103)',
    run: '',
    hints: true,
    gives: 'the preload of the hint, when the page takes it up',
    shows: 'nothing',
    why: {
      words: 'the browser fetches a hinted address before the page exists',
      source: 'https://developer.chrome.com/docs/web-platform/early-hints',
    },
  },
  {
    id: 'csp-blocked',
    name: 'image a policy forbids',
    run: `add('<img alt="" src="{at}">');`,
    headers: { 'content-security-policy': "img-src 'self' data:" },
    gives: 'nothing: it is stopped before the network',
    shows: 'nothing',
    why: {
      words: 'the page’s own policy stops it before any extension is asked, and nothing leaves',
      source: 'https://www.w3.org/TR/CSP3/#fetch-integration',
    },
  },
  {
    id: 'csp-blocked-fetch',
    name: 'fetch a policy forbids',
    run: `await fetch(at, { method: 'POST', mode: 'no-cors', body: text }).catch(() => {});`,
    headers: { 'content-security-policy': "connect-src 'self'" },
    gives: 'nothing: it is stopped before the network',
    shows: 'nothing',
    why: {
      words: 'the page’s own policy stops it before any extension is asked, and nothing leaves',
      source: 'https://www.w3.org/TR/CSP3/#fetch-integration',
    },
  },
  {
    id: 'mixed-content',
    name: 'http fetch in an https page',
    run: `await fetch(at.replace('https', 'http'), { mode: 'no-cors' }).catch(() => {});`,
    gives: 'nothing: it is stopped before the network',
    shows: 'nothing',
    why: {
      words: 'a mixed request is stopped before any extension is asked, and no event tells the page',
      source: 'https://www.w3.org/TR/mixed-content/#should-block-fetch',
    },
  },
];
