import type { HostilePage } from './page';

const stub = `!function(f){ if (f.fbq) return; const n = f.fbq = function () { n.callMethod ? n.callMethod.apply(n, arguments) : n.queue.push(arguments); };
  if (!f._fbq) f._fbq = n; n.push = n; n.loaded = true; n.version = '2.0'; n.queue = [];
  const t = document.createElement('script'); t.async = true; t.src = '/fbevents.js'; document.head.append(t); }(window);`;

const lead = [['fbq', '["track","Lead"]']] as const;

/** Functions of vendors, and what is built upon them. */
export const vendorFunctions: readonly HostilePage[] = [
  {
    name: 'asked for before they are there',
    script: `answer = []; for (const name of ['fbq', 'ttq', 'pintrk', '__tcfapi']) {
        if (name in window) window[name]('track', 'CompleteRegistration');
        answer.push(name in window, window.hasOwnProperty(name), typeof window[name]); }`,
    sees: [],
  },
  {
    name: 'a stub that is called in the script that brings it',
    script: `${stub} fbq('init', '123'); fbq('track', 'PageView');
      answer = [fbq.version, fbq.loaded, fbq.queue.length, fbq.name, fbq.length, fbq === fbq, Object.keys(fbq).sort(), fbq.push === _fbq.push];`,
    sees: [
      ['fbq', '["init","123"]'],
      ['fbq', '["track","PageView"]'],
    ],
  },
  {
    name: 'a stub whose library takes over',
    script: `${stub} fbq('track', 'Lead');`,
    html: `<script>const taken = fbq.queue.map((args) => [...args]); const calls = []; fbq.callMethod = function () { calls.push([...arguments]); }; fbq('track', 'Contact');
      answer = [taken, calls, fbq instanceof Function, Object.getPrototypeOf(fbq) === Function.prototype];</script>`,
    sees: [...lead, ['fbq', '["track","Contact"]']],
  },
  {
    name: 'replaced after it was used',
    script: `window.fbq = function () { return 'first'; };`,
    html: `<script>answer = [fbq('track', 'Lead')]; const old = fbq; window.fbq = function () { return 'second'; }; answer.push(fbq('track', 'Contact'), old === fbq, String(fbq));</script>`,
    sees: [...lead, ['fbq', '["track","Contact"]']],
  },
  {
    name: 'declared as a function',
    script: `function fbq() { return this === window || this === undefined; }`,
    html: `<script>answer = [fbq('track', 'Lead'), String(fbq)];</script>`,
    sees: lead,
  },
  {
    name: 'an arrow, a class and a bound function',
    script: `window.fbq = (...args) => args.length; window.pintrk = class { static x = 1; }; window.rdt = function () { return this.a; }.bind({ a: 5 });`,
    html: `<script>const thrown = (run) => { try { return run(); } catch (error) { return error.name; } };
      answer = [fbq('track', 'Lead'), 'prototype' in fbq, thrown(() => pintrk('track')), new pintrk() instanceof pintrk, pintrk.x, rdt('track', 'Lead'), thrown(() => new fbq())];</script>`,
    sees: [...lead, ['pintrk', '["track"]'], ['rdt', '["track","Lead"]']],
  },
  {
    name: 'a function that throws',
    script: `window.fbq = function () { throw new TypeError('own'); };`,
    html: `<script>try { fbq('track', 'Lead'); } catch (error) { answer = [error.message, error.name]; }</script>`,
    sees: lead,
  },
  {
    name: 'frozen with Object.defineProperty',
    script: `Object.defineProperty(window, 'fbq', { value: function () { return 1; } });`,
    html: `<script>answer = [fbq('track', 'Unseen'), Object.getOwnPropertyDescriptor(window, 'fbq').writable];</script>`,
    sees: [],
    blind: ['fbq'],
  },
  {
    name: 'TikTok, array with methods',
    script: `const ttq = window.ttq = window.ttq || []; ttq.methods = ['page', 'track']; ttq.setAndDefer = (t, e) => { t[e] = function () { t.push([e].concat([...arguments])); }; ttq._i = {}; };
      for (const method of ttq.methods) ttq.setAndDefer(ttq, method); ttq.instance = () => { const own = []; ttq.setAndDefer(own, 'track'); return own; };
      ttq.load = (id) => { ttq._i[id] = []; document.createElement('script').src = '/tiktok.js'; };
      ttq.load('C1'); ttq.page();`,
    html: `<script>ttq.track('SubmitForm', { value: 1 }); const own = ttq.instance('C2'); own.track('Contact'); answer = [[...ttq], [...own], Object.keys(ttq).sort(), ttq.track.length];</script>`,
    sees: [
      ['ttq', '["C1"]'],
      ['ttq', '[]'],
      ['ttq', '["SubmitForm",{"value":1}]'],
      ['ttq', '["Contact"]'],
    ],
  },
  {
    name: 'Microsoft, an array that becomes an object',
    script: `window.uetq = window.uetq || []; uetq.push('event', 'lead', {});`,
    html: `<script>const old = uetq; window.uetq = { push() { return 'library'; }, old }; answer = [uetq.push('event', 'contact', {}), old];</script>`,
    sees: [
      ['uetq', '["event","lead",{}]'],
      ['uetq', '["event","contact",{}]'],
    ],
  },
  {
    name: 'a frame that is removed by what it does',
    script: `const frame = document.createElement('iframe'); document.body.append(frame); frame.contentWindow.fbq = function () { frame.remove(); return 'gone'; };
      answer = [frame.contentWindow.fbq('track', 'Lead'), frame.isConnected];`,
  },
];
