import type { HostilePage } from './page';

/** A page that pushes one value, and looks at what became of it. */
function pushing(name: string, value: string, json: string | null, after = 'null'): HostilePage {
  return {
    name: `a value: ${name}`,
    script: `window.dataLayer = [];`,
    html: `<script>let count = 0; const value = ${value}; dataLayer.push(value); answer = [count, dataLayer.length, dataLayer[0] === value, ${after}];</script>`,
    sees: json === null ? [] : [['dataLayer', json]],
  };
}

/** Values that harm whoever copies them carelessly. */
export const values: readonly HostilePage[] = [
  pushing('cyclic', `(() => { const a = { event: 'a' }; a.self = a; return a; })()`, '[{"event":"a","self":"[cyclic]"}]'),
  pushing(
    'getters that count and throw',
    `{ event: 'a', get b() { count += 1; return 1; }, get c() { count += 1; throw new Error('c'); } }`,
    '[{"event":"a","b":"[getter]","c":"[getter]"}]',
  ),
  pushing('BigInt, symbol and function', `{ a: 10n, b: Symbol('b'), c() {} }`, '[{"a":"10","b":"[symbol]","c":"[function]"}]'),
  pushing(
    'toJSON that throws',
    `{ event: 'a', toJSON() { count += 1; throw new Error('no'); } }`,
    '[{"event":"a","toJSON":"[function]"}]',
  ),
  pushing(
    'a Proxy whose traps throw',
    `new Proxy({}, { get() { throw new Error('get'); }, ownKeys() { throw new Error('keys'); }, getPrototypeOf() { throw new Error('proto'); } })`,
    '["[unreadable]"]',
  ),
  pushing(
    'a revoked Proxy',
    `(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()`,
    '["[unreadable]"]',
  ),
  pushing(
    'keys of the prototype',
    `JSON.parse('{"__proto__":{"polluted":1},"constructor":2}')`,
    '[{"__proto__":{"polluted":1},"constructor":2}]',
    '({}).polluted',
  ),
  pushing(
    'a DOM node and the window',
    `{ a: document.body, b: window, c: new Event('x') }`,
    '[{"a":"[object]","b":"[object]","c":{"isTrusted":"[getter]"}}]',
  ),
  pushing('a date, a map, an error', `{ a: new Date(0), b: new Map([[1, 2]]), c: new Error('x') }`, '[{"a":{},"b":{},"c":{}}]'),
  pushing('numbers JSON does not have', `[NaN, Infinity, -0, 1e21]`, '[[null,null,0,1e+21]]'),
  pushing(
    'an array with holes and a getter',
    `Object.defineProperty([1, , 3], 0, { get() { count += 1; return 1; } })`,
    '[["[getter]",null,3]]',
  ),
  pushing('no prototype', `Object.assign(Object.create(null), { event: 'a' })`, '[{"event":"a"}]'),
  {
    name: 'a value of 300,000 nodes costs no time',
    script: `window.dataLayer = [];`,
    html: `<script>const big = { event: 'big', list: Array.from({ length: 100000 }, (_, n) => ({ n })) }; let least = Infinity;
      for (let n = 0; n < 5; n += 1) { const before = performance.now(); dataLayer.push(big); least = Math.min(least, performance.now() - before); }
      answer = [dataLayer.length, least < 20];</script>`,
  },
  {
    name: 'a hundred thousand pushes',
    script: `window.dataLayer = [];`,
    html: `<script>for (let n = 0; n < 100000; n += 1) dataLayer.push({ n }); answer = dataLayer.length;</script>`,
  },
];
