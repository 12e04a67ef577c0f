import type { HostilePage } from './page';

/** Ways to send, and a consent API that notices everything. */
export const sends: readonly HostilePage[] = [
  {
    name: 'addresses that are read once',
    script: `let reads = 0; const address = { toString() { reads += 1; return '/collect'; } };
      answer = (async () => { await fetch(address, { method: 'POST', body: 'a=1' }); navigator.sendBeacon(address, 'a=1');
        const xhr = new XMLHttpRequest(); xhr.open('POST', address); xhr.send('a=1'); return reads; })();`,
    sees: [],
  },
  {
    name: 'options behind getters',
    script: `let reads = []; const options = { get method() { reads.push('method'); return 'POST'; }, get body() { reads.push('body'); return 'x'; } };
      answer = fetch('/collect', options).then((answer) => [reads, answer.status]);`,
    sees: [],
  },
  {
    name: 'a stream and a request that are used once',
    script: `answer = (async () => { const request = new Request('/collect', { method: 'POST', body: 'once' }); const first = await fetch(request);
      return [first.status, request.bodyUsed, await fetch(request).then(() => 'again', (error) => error.name)]; })();`,
    sees: [],
  },
  {
    name: 'Blobs, which nobody else can read',
    script: `answer = (async () => [navigator.sendBeacon('https://www.facebook.com/tr/', new Blob(['{"ev":"Lead"}'], { type: 'text/plain' })),
      (await fetch('https://www.facebook.com/tr/', { method: 'POST', mode: 'no-cors', body: new Blob([new Uint8Array([255, 0, 1])]) })).status])();`,
    sees: [
      ['sendBeacon', '["https://www.facebook.com/tr/","POST",{"text":"{\\"ev\\":\\"Lead\\"}"}]'],
      ['fetch', '["https://www.facebook.com/tr/","POST",{"base64":"/wAB"}]'],
    ],
  },
  {
    name: 'constructors that are looked at closely',
    script: `class Own extends Blob { get own() { return this.size; } } class Asked extends Request {}
      const other = document.createElement('iframe'); document.body ? document.body.append(other) : document.documentElement.append(other);
      let thrown; try { Blob(['x']); } catch (error) { thrown = error.constructor.name; }
      let refused; try { new Request('https://:bad'); } catch (error) { refused = error.constructor.name; }
      answer = [Blob.name, Blob.length, Request.length, String(Blob), Object.getOwnPropertyNames(Blob), new Blob([]).constructor === Blob, new Request('/x').constructor === Request,
        new Own(['abc']).own, new Own([]) instanceof Blob, new Asked('/x') instanceof Request, Object.getPrototypeOf(File) === Blob, new File(['a'], 'b') instanceof Blob, thrown, refused,
        other.contentWindow.Blob === Blob, new other.contentWindow.Blob([]) instanceof Blob, Object.prototype.toString.call(new Blob([])), JSON.stringify(Object.getOwnPropertyDescriptor(window, 'Blob')), typeof structuredClone(new Blob(['a'])).size,
        JSON.stringify(Object.getOwnPropertyDescriptor(Blob.prototype, 'constructor'))];`,
    sees: [],
  },
  {
    name: 'parts that count who reads them',
    script: `let reads = 0; const parts = ['a', 'b']; Object.defineProperty(parts, 0, { get() { reads += 1; return 'a'; } });
      answer = [new Blob(parts).size, reads, new Blob(new Set(['x', 'y'])).size, new Blob([{ toString: () => 'once' }]).size];`,
    sees: [],
  },
  {
    name: 'a rejected fetch stays rejected, once',
    script: `const rejected = []; addEventListener('unhandledrejection', (event) => { rejected.push(String(event.reason)); event.preventDefault(); });
      fetch('https://:bad'); fetch(Symbol.iterator); answer = new Promise((done) => setTimeout(() => done(rejected), 80));`,
    sees: [],
  },
  {
    name: 'a form whose fields hide its methods',
    script: '',
    html: `<iframe name="away"></iframe><form action="/collect" method="post" target="away"><input name="submit"><input name="action" value="x"><input name="id"><input name="elements"></form>
      <script>answer = [typeof document.forms[0].submit, HTMLFormElement.prototype.submit.call(document.forms[0])];</script>`,
    sees: [],
  },
  {
    name: 'a consent API that counts who asks',
    script: `const commands = []; window.__tcfapi = (command, version, callback) => { commands.push([command, version]); callback({ gdprApplies: true, cmpStatus: 'loaded', eventStatus: 'tcloaded', tcString: 'x' }, true); };
      answer = new Promise((done) => setTimeout(() => done(commands.some(([name]) => !['ping', 'addEventListener'].includes(name))), 80));`,
    sees: [],
  },
  {
    name: 'a consent API that throws, and one that is no function',
    script: `window.__tcfapi = () => { throw new Error('own'); }; window.__gpp = { queue: [] }; window.__uspapi = async () => { throw new Error('own'); };
      const rejected = []; addEventListener('unhandledrejection', (event) => { rejected.push(1); event.preventDefault(); });
      answer = new Promise((done) => setTimeout(() => done(rejected), 80));`,
    sees: [],
  },
  {
    name: 'a page that greets like the bridge, and listens',
    script: `const heard = []; for (const name of ['tagwitness-hook', 'tagwitness-bridge', 'wake', 'batch', 'sent', 'form', 'pull']) addEventListener(name, (event) => heard.push(event.type), true);
      const { port1 } = new MessageChannel(); port1.addEventListener('wake', () => heard.push('port'));
      window.dispatchEvent(new MessageEvent('tagwitness-bridge', { ports: [port1] })); window.dispatchEvent(new CustomEvent('tagwitness-hook'));
      window.dataLayer = []; dataLayer.push({ event: 'one' }); answer = new Promise((done) => setTimeout(() => done(heard), 80));`,
    sees: [['dataLayer', '[{"event":"one"}]']],
  },
];
