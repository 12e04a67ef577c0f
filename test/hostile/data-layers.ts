import type { HostilePage } from './page';

const one = [['dataLayer', '[{"event":"one"}]']] as const;

/** Data layers of every shape. */
export const dataLayers: readonly HostilePage[] = [
  {
    name: 'defined as everybody does',
    script: `window.dataLayer = window.dataLayer || []; dataLayer.push({ event: 'one' }); answer = dataLayer;`,
    sees: one,
  },
  {
    name: 'asked for before it is there',
    script: `answer = ['dataLayer' in window, window.hasOwnProperty('dataLayer'), typeof dataLayer, typeof window.dataLayer,
      Object.getOwnPropertyNames(window).includes('dataLayer')];
      if ('dataLayer' in window) dataLayer.push({ event: 'never' });`,
    sees: [],
  },
  {
    name: 'pushed to by a handler long after it came',
    script: `window.dataLayer = []; answer = new Promise((done) => setTimeout(() => { dataLayer.push({ event: 'one' }); done(dataLayer); }, 60));`,
    sees: one,
  },
  {
    name: 'defined by a timer',
    script: `answer = new Promise((done) => setTimeout(() => { window.dataLayer = []; dataLayer.push({ event: 'one' });
      document.body.append(document.createElement('script')); done(dataLayer); }, 60));`,
    sees: one,
  },
  {
    name: 'replaced by another array',
    script: `window.dataLayer = []; dataLayer.push({ event: 'one' }); const first = dataLayer;`,
    html: `<script>dataLayer = []; dataLayer.push({ event: 'two' }); answer = [first, dataLayer, first === dataLayer];</script>`,
    sees: [...one, ['dataLayer', '[{"event":"two"}]']],
  },
  {
    name: 'whose push is replaced, as Tag Manager does',
    script: `window.dataLayer = [{ event: 'one' }]; const heard = [];`,
    html: `<script>const own = dataLayer.push; dataLayer.push = function (...args) { heard.push(args.length); return own.apply(dataLayer, args) };
      answer = [dataLayer.push({ event: 'two' }), dataLayer.push({ event: 'three' }), heard, dataLayer.length, Object.keys(dataLayer)];</script>`,
    sees: [...one, ['dataLayer', '[{"event":"two"}]'], ['dataLayer', '[{"event":"three"}]']],
  },
  {
    name: 'declared with var',
    script: `var dataLayer = []; answer = [delete window.dataLayer, Object.keys(window).includes('dataLayer')];`,
    html: `<script>dataLayer.push({ event: 'one' });</script>`,
    sees: one,
  },
  {
    name: 'declared with let',
    script: `let dataLayer = []; window.seen = () => dataLayer;`,
    html: `<script>dataLayer.push({ event: 'one' }); answer = [seen(), 'dataLayer' in window, window.dataLayer === undefined];</script>`,
    sees: one,
  },
  {
    name: 'frozen',
    script: `window.dataLayer = Object.freeze([]); try { dataLayer.push({ event: 'never' }); } catch (error) { answer = error.message; }`,
    sees: [],
    blind: ['dataLayer'],
  },
  {
    name: 'that cannot be configured',
    script: `Object.defineProperty(window, 'dataLayer', { value: [], enumerable: true });`,
    html: `<script>dataLayer.push({ event: 'one' }); answer = Object.getOwnPropertyDescriptor(window, 'dataLayer');</script>`,
    sees: one,
  },
  {
    name: 'an accessor of the page, counting reads',
    script: `let reads = 0; const layer = []; Object.defineProperty(window, 'dataLayer', { configurable: true, get() { reads += 1; return layer; } });`,
    html: `<script>dataLayer.push({ event: 'unseen' }); answer = new Promise((done) => setTimeout(() => done([reads, layer]), 50));</script>`,
    sees: [],
    blind: ['dataLayer'],
  },
  {
    name: 'an object with a push of its own',
    script: `window.dataLayer = { push(entry) { this.last = entry; return 7; } };`,
    html: `<script>answer = [dataLayer.push({ event: 'one' }), dataLayer, dataLayer.push.name, dataLayer.push.length];</script>`,
    sees: one,
  },
  {
    name: 'a subclass of Array',
    script: `class Layer extends Array { push(...args) { return super.push(...args, 'added'); } } window.dataLayer = new Layer();`,
    html: `<script>answer = [dataLayer.push({ event: 'one' }), [...dataLayer], dataLayer instanceof Layer];</script>`,
    sees: one,
  },
  {
    name: 'a Proxy',
    script: `window.dataLayer = new Proxy([], { defineProperty(target, key, descriptor) { if (key === 'push') throw new Error('no'); return Reflect.defineProperty(target, key, descriptor); } });`,
    html: `<script>dataLayer.push({ event: 'unseen' }); answer = [...dataLayer];</script>`,
    sees: [],
    blind: ['dataLayer'],
  },
  {
    name: 'what push gives back, and what it is',
    script: `window.dataLayer = [];`,
    html: `<script>const entry = { event: 'one' }; answer = [dataLayer.push(entry), dataLayer[0] === entry, dataLayer.push.length, dataLayer.push.name,
      String(dataLayer.push), dataLayer.push === dataLayer.push, Object.keys(dataLayer), JSON.stringify(dataLayer), Array.isArray(dataLayer)];
      for (const key in dataLayer) answer.push(key);</script>`,
    sees: one,
  },
  {
    name: 'several things in one push, and nothing',
    script: `window.dataLayer = [];`,
    html: `<script>answer = [dataLayer.push({ event: 'one' }, { event: 'two' }), dataLayer.push(), dataLayer.push(undefined), dataLayer.push(null)];</script>`,
    sees: [
      ['dataLayer', '[{"event":"one"},{"event":"two"}]'],
      ['dataLayer', '[null]'],
      ['dataLayer', '[null]'],
    ],
  },
  {
    name: 'push inside push',
    script: `window.dataLayer = [];`,
    html: `<script>dataLayer.push = function (entry) { Array.prototype.push.call(this, entry); if (entry.event === 'one') this.push({ event: 'two' }); };
      dataLayer.push({ event: 'one' }); answer = dataLayer;</script>`,
    sees: [...one, ['dataLayer', '[{"event":"two"}]']],
  },
  {
    name: 'gtag with arguments',
    script: `window.dataLayer = []; function gtag() { dataLayer.push(arguments); } gtag('consent', 'default', { ad_storage: 'denied' });`,
    html: `<script>gtag('event', 'generate_lead', { value: 1 }); answer = dataLayer.map((entry) => [Array.isArray(entry), entry.length, entry[0]]);</script>`,
    sees: [
      ['dataLayer', '[["consent","default",{"ad_storage":"denied"}]]'],
      ['dataLayer', '[["event","generate_lead",{"value":1}]]'],
    ],
  },
  {
    name: 'renamed by l=',
    script: `window.fast = []; const tag = document.createElement('script'); tag.src = '/gtm.js?id=GTM-ABC123&l=fast'; document.head.append(tag);`,
    html: `<script>fast.push({ event: 'one' }); answer = fast;</script>`,
    sees: one,
  },
  {
    name: 'two of them',
    script: `window.dataLayer = []; window.second = [];`,
    html: `<script src="/gtm.js?id=GTM-ABC124&l=second"></script><script>dataLayer.push({ event: 'one' }); second.push({ event: 'two' }); answer = [dataLayer, second];</script>`,
    sees: [...one, ['dataLayer', '[{"event":"two"}]']],
  },
];
