import type { Way } from '../way';

const inFrame = 'the frame’s own document, with the document around it';
const pixel = 'keep.push(Object.assign(new Image(), { src: at }));';
const markup = `'<script>new Image().src = "' + at + '"</' + 'script>'`;
const loaded = (make: string) => `const frame = document.createElement('iframe'); ${make} document.body.append(frame);`;

/** Documents inside the page. */
export const frames: readonly Way[] = [
  {
    id: 'frame-src',
    name: 'frame of the tag itself',
    run: `add('<iframe src="{at}&answer=html"></iframe>');`,
    gives: 'type sub_frame',
    shows: 'fire',
  },
  {
    id: 'frame-same',
    name: 'frame of the same origin',
    run: loaded(`frame.src = part('frame.html');`),
    parts: { 'frame.html': pixel },
    gives: inFrame,
    shows: 'fire',
  },
  {
    id: 'frame-other',
    name: 'frame of another origin',
    run: loaded(`frame.src = part('frame.html', 'partner.example');`),
    parts: { 'frame.html': pixel },
    gives: inFrame,
    shows: 'fire',
  },
  {
    id: 'frame-deep',
    name: 'frame in a frame, other origins',
    run: loaded(`frame.src = part('outer.html', 'partner.example');`),
    parts: { 'outer.html': loaded(`frame.src = part('inner.html', 'deep.example');`), 'inner.html': pixel },
    gives: inFrame,
    shows: 'fire',
  },
  {
    id: 'frame-deep-blob',
    name: 'Blob beacon in a frame in a frame',
    run: loaded(`frame.src = part('outer.html', 'partner.example');`),
    parts: {
      'outer.html': loaded(`frame.src = part('inner.html', 'deep.example');`),
      'inner.html': 'navigator.sendBeacon(at, new Blob([text]));',
    },
    body: 'read',
    gives: inFrame,
    shows: 'fire',
  },
  { id: 'frame-srcdoc', name: 'srcdoc frame', run: loaded(`frame.srcdoc = ${markup};`), gives: inFrame, shows: 'fire' },
  {
    id: 'frame-blob',
    name: 'frame of a blob: address',
    run: loaded(`frame.src = URL.createObjectURL(new Blob([${markup}], { type: 'text/html' }));`),
    gives: inFrame,
    shows: 'fire',
  },
  {
    id: 'frame-data',
    name: 'frame of a data: address',
    run: loaded(`frame.src = 'data:text/html,' + encodeURIComponent(${markup});`),
    gives: inFrame,
    shows: 'fire',
  },
  {
    id: 'frame-written',
    name: 'empty frame the page writes to',
    run: `${loaded('')} frame.contentDocument.write(${markup});`,
    gives: 'the page’s own document',
    shows: 'fire',
  },
  {
    id: 'frame-sandboxed',
    name: 'sandboxed frame',
    run: loaded(`frame.sandbox = 'allow-scripts'; frame.src = part('frame.html');`),
    parts: { 'frame.html': pixel },
    gives: `${inFrame}; initiator "null"`,
    shows: 'fire',
  },
  {
    id: 'frame-sandboxed-blob',
    name: 'Blob beacon in a sandboxed frame',
    run: loaded(`frame.sandbox = 'allow-scripts'; frame.src = part('frame.html');`),
    parts: { 'frame.html': 'navigator.sendBeacon(at, new Blob([text]));' },
    body: 'read',
    gives: `${inFrame}; initiator "null"`,
    shows: 'fire',
  },
  {
    id: 'frame-detached',
    name: 'frame removed after sending',
    run: `${loaded('')} frame.contentWindow.fetch(at, { mode: 'no-cors', keepalive: true }).catch(() => {}); frame.remove();`,
    gives: 'the page’s own document',
    shows: 'fire',
  },
  {
    id: 'frame-detached-blob',
    name: 'Blob beacon of a frame removed after sending',
    run: `${loaded('')} frame.contentWindow.navigator.sendBeacon(at, new frame.contentWindow.Blob([text])); frame.remove();`,
    body: 'unread',
    gives: 'the page’s own document',
    shows: 'fire',
    why: {
      words: 'the frame is gone before a script of ours that could carry its report stands in it',
      source: 'https://developer.chrome.com/docs/extensions/reference/api/scripting#method-executeScript',
    },
  },
  {
    id: 'frame-unload',
    name: 'beacon of a frame that is removed',
    run: loaded(
      `frame.src = part('frame.html'); await new Promise((done) => { frame.onload = done; document.body.append(frame); }); frame.remove(); return;`,
    ),
    parts: { 'frame.html': `addEventListener('pagehide', () => navigator.sendBeacon(at, text));` },
    body: 'read',
    gives: 'the frame’s document, or none',
    shows: 'fire',
  },
  {
    id: 'meta-refresh',
    name: 'meta refresh in a frame',
    run: `add('<iframe srcdoc="<meta http-equiv=refresh content=&quot;0;url=' + at.replaceAll('&', '&amp;amp;') + '&quot;>"></iframe>');`,
    gives: 'type sub_frame',
    shows: 'fire',
  },
  {
    id: 'shadow',
    name: 'image in an open shadow tree',
    run: `add('<div></div>'); document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<img alt="" src="' + at + '">';`,
    gives: 'onBeforeRequest, type image, with document',
    shows: 'fire',
  },
];
