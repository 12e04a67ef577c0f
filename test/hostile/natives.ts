import type { HostilePage } from './page';

const names = `['fbq', '_fbq', 'lintrk', 'pintrk', 'snaptr', 'rdt', 'twq', 'ttq', 'uetq', 'dataLayer', '__tcfapi', '__gpp', '__uspapi']`;

/** Pages that look for traces, and pages that change what everybody builds upon. */
export const natives: readonly HostilePage[] = [
  {
    name: 'looks for anything new',
    script: `const messages = []; addEventListener('message', (event) => messages.push(event.data));
      const own = { all: Object.getOwnPropertyNames(window).sort(), keys: Object.keys(window).sort(), has: ${names}.map((name) => name in window) };
      const each = []; for (const key in window) each.push(key);
      answer = new Promise((done) => setTimeout(() => done({ ...own, each: each.sort(), messages, html: document.documentElement.outerHTML }), 150));`,
    sees: [],
  },
  {
    name: 'looks at its natives',
    script: `const look = (owner, name) => { const { value, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
        return [name, String(value), Function.prototype.toString.call(value), value.name, value.length, Object.getOwnPropertyNames(value), 'prototype' in value, rest]; };
      answer = [look(window, 'fetch'), look(Navigator.prototype, 'sendBeacon'), look(XMLHttpRequest.prototype, 'open'), look(XMLHttpRequest.prototype, 'send'),
        look(HTMLFormElement.prototype, 'submit'), look(Function.prototype, 'toString'), Function.prototype.toString.toString(),
        Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src').set.toString(), Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set.name];`,
    sees: [],
  },
  {
    name: 'calls natives wrongly and reads the errors',
    script: `const wrong = (run) => { try { run(); return 'fine'; } catch (error) { return error.name + ': ' + error.message; } };
      answer = [wrong(() => Function.prototype.toString.call({})), wrong(() => XMLHttpRequest.prototype.send.call({})), wrong(() => new XMLHttpRequest().send()),
        wrong(() => HTMLFormElement.prototype.submit.call({})), wrong(() => navigator.sendBeacon()), wrong(() => new fetch()), wrong(() => XMLHttpRequest.prototype.open.call(new XMLHttpRequest(), 'GET'))];`,
    sees: [],
  },
  {
    name: 'patches what copying is done with',
    script: `for (const name of ['stringify', 'parse']) JSON[name] = () => { throw new Error('patched ' + name); };
      Array.prototype.push = function () { throw new Error('patched push'); }; Array.prototype.map = Array.prototype.slice = Array.prototype.push;
      Array.prototype[Symbol.iterator] = Array.prototype.push; Object.keys = Object.entries = Reflect.ownKeys = Array.prototype.push;
      Object.defineProperty = Reflect.apply = Reflect.getOwnPropertyDescriptor = Function.prototype.call = Function.prototype.apply = Array.prototype.push;
      window.fbq = function (command) { return command; };`,
    html: `<script>answer = fbq('track', 'Lead');</script>`,
    sees: [['fbq', '["track","Lead"]']],
  },
  {
    name: 'patches promises, events and regular expressions',
    script: `const no = function () { throw new Error('patched'); };
      RegExp.prototype.exec = RegExp.prototype.test = RegExp.prototype[Symbol.replace] = String.prototype.slice = String.prototype.split = no;
      Promise.prototype.then = no; WeakMap.prototype.get = WeakMap.prototype.set = WeakSet.prototype.has = WeakSet.prototype.add = no;
      EventTarget.prototype.dispatchEvent = EventTarget.prototype.addEventListener = no; window.CustomEvent = window.MessageEvent = window.Proxy = window.URL = no;
      Date.now = Performance.prototype.now = no;
      window.fbq = function (command) { return command; };`,
    html: `<script>answer = fbq('track', 'Lead');</script>`,
    sees: [['fbq', '["track","Lead"]']],
  },
  {
    name: 'counts how often a stack is prepared',
    script: `let prepared = 0; Error.prepareStackTrace = () => { prepared += 1; return 'own'; }; window.fbq = function () {};`,
    html: `<script>for (let n = 0; n < 20; n += 1) fbq('track', 'Lead', { n }); answer = [prepared, new Error('x').stack, typeof Error.prepareStackTrace, Error.stackTraceLimit];</script>`,
  },
  {
    name: 'puts traps on the prototype of objects',
    script: `const touched = []; for (const name of ['detail', 'submitter', 'fatal', 'toJSON', 'event', '0', 'url', 'queued', 'caller'])
        Object.defineProperty(Object.prototype, name, { configurable: true, get() { touched.push(name); return undefined; }, set(value) { Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } });
      window.fbq = function () {};`,
    html: `<script>touched.length = 0; fbq('track', 'Lead'); answer = [...touched];</script>`,
    sees: [['fbq', '["track","Lead"]']],
  },
  {
    name: 'freezes its prototypes',
    script: `for (const owner of [Array.prototype, Object.prototype, Function.prototype, Navigator.prototype, XMLHttpRequest.prototype]) Object.freeze(owner);
      window.fbq = function () { return 3; }; window.dataLayer = [];`,
    html: `<script>answer = [fbq('track', 'Lead'), dataLayer.push({ event: 'one' })];</script>`,
    sees: [
      ['fbq', '["track","Lead"]'],
      ['dataLayer', '[{"event":"one"}]'],
    ],
  },
  {
    name: 'a sandbox without origin, and no scripts but its own',
    script: `window.dataLayer = []; dataLayer.push({ event: 'one' }); answer = [self.origin, dataLayer.length];`,
    headers: { 'content-security-policy': "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'" },
    sees: [['dataLayer', '[{"event":"one"}]']],
  },
  {
    name: 'Trusted Types',
    script: `window.dataLayer = []; dataLayer.push({ event: 'one' }); try { document.createElement('script').src = 'x'; answer = 'fine'; } catch (error) { answer = error.message; }`,
    headers: { 'content-security-policy': "require-trusted-types-for 'script'" },
    sees: [['dataLayer', '[{"event":"one"}]']],
  },
  {
    name: 'XHTML',
    script: '',
    type: 'application/xhtml+xml',
    document: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><script>window.dataLayer = []; dataLayer.push({ event: 'one' }); answer = dataLayer;</script></body></html>`,
    sees: [['dataLayer', '[{"event":"one"}]']],
  },
  {
    name: 'SVG',
    script: '',
    type: 'image/svg+xml',
    document: `<svg xmlns="http://www.w3.org/2000/svg"><script>window.dataLayer = []; dataLayer.push({ event: 'one' }); window.answer = dataLayer;</script></svg>`,
    sees: [['dataLayer', '[{"event":"one"}]']],
  },
  {
    name: 'writes its document anew',
    script: `document.open(); document.write('<title>new</title><script>window.dataLayer = []; dataLayer.push({ event: "one" }); answer = dataLayer;<' + '/script>'); document.close();`,
    sees: [['dataLayer', '[{"event":"one"}]']],
  },
  {
    name: 'a module',
    script: `answer = new Promise((done) => { window.done = done; });`,
    html: `<script type="module">window.dataLayer = []; dataLayer.push({ event: 'one' }); done(dataLayer);</script>`,
    sees: [['dataLayer', '[{"event":"one"}]']],
  },
];
