import { readFileSync } from 'node:fs';
import type { Decoded, DecodeRequest } from '../lib/model';
import { vendors } from '../lib/vendors';
import { createDecoder } from '../lib/vendors/decode';
import type { Vendor } from '../lib/vendors/kit';

/**
 * What saying "no tag" and reading a fire cost, against what the platform needs for the same text, and whether ten thousand vendors cost
 * more than these: `npx esbuild bench/decode.ts --bundle --platform=node --format=esm --outfile=/tmp/bench.mjs && node /tmp/bench.mjs
 * [--json]`, from the project's root. Rounds are interleaved, the figures are medians, and every field of every result is read.
 */
const rounds = 21;

interface Case extends DecodeRequest {
  expect: { vendor: string | null; kind: string };
}

const cases = JSON.parse(readFileSync('test/fixtures/vendor-cases.json', 'utf8')) as Case[];
const known = new Set(vendors.map((vendor) => vendor.facts.id));
const mine = cases.filter((one) => known.has(one.expect.vendor ?? '') && one.expect.kind === 'event');
const byQuery = mine.filter((one) => one.body === undefined && one.url.includes('?'));
const byJson = mine.filter((one) => one.body?.startsWith('{'));
const plain = [
  'https://www.shop.example/',
  'https://www.shop.example/produkte/wallbox?farbe=schwarz&menge=2',
  'https://cdn.shop.example/assets/app.4f1c2d.js',
  'https://cdn.shop.example/bilder/dach/haus-am-see.webp?w=1200&q=80',
  'https://api.shop.example/v2/graphql?operationName=Cart',
  'https://fonts.gstatic.com/s/inter/v13/UcCO3FwrK3iLTeHuS_fvQtMwCp50KnMw2boKoduKmMEVuLyfAZ9hiA.woff2',
  'https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0&modestbranding=1',
  'https://maps.googleapis.com/maps/api/js?key=k&libraries=places&callback=go',
  'https://consent.cmp.example/v3/settings/en.json',
  'https://images.ctfassets.net/abc/def/ghi/photo.jpg?fm=avif&w=800',
];

const { decode, mayBeTag } = createDecoder(vendors);
const many = createDecoder([...vendors, ...invented(10_000)]);

let sink = 0;

/** Reads every field, so that no engine may leave any of them out. */
function readAll(value: unknown): void {
  if (typeof value === 'string') sink += value.length;
  else if (typeof value === 'number') sink += value;
  else if (typeof value === 'object' && value !== null) for (const key in value) readAll((value as Record<string, unknown>)[key]);
}

function readDecoded(decoded: Decoded): void {
  readAll(decoded);
}

function floorOfQuery(request: DecodeRequest): void {
  const url = new URL(request.url);
  sink += url.hostname.length + url.pathname.length;
  for (const [key, value] of url.searchParams) sink += key.length + value.length;
}

function invented(count: number): Vendor[] {
  const [model] = vendors;
  if (!model) return [];
  return Array.from({ length: count }, (_, n) => ({
    facts: { ...model.facts, id: `invented_${n}` },
    hosts: [`pixel.invented-${n}.example`, `cdn.invented-${n}.example`],
    decode: () => null,
  }));
}

const twin = (request: DecodeRequest): DecodeRequest => ({ ...request });

/** Nanoseconds for one piece of work, medians of interleaved rounds. */
function race(works: Record<string, () => void>, pieces: number): Record<string, number> {
  const took: Record<string, number[]> = {};
  for (const name in works) took[name] = [];
  for (let round = -5; round < rounds; round++) {
    for (const name in works) {
      const from = process.hrtime.bigint();
      works[name]?.();
      if (round >= 0) took[name]?.push(Number(process.hrtime.bigint() - from) / pieces);
    }
  }
  return Object.fromEntries(Object.entries(took).map(([name, all]) => [name, median(all)]));
}

function median(all: number[]): number {
  return all.sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
}

function times(count: number, list: readonly DecodeRequest[], work: (request: DecodeRequest) => void): () => void {
  const copies = list.map(twin);
  return () => {
    for (let n = 0; n < count; n++) for (const request of copies) work(request);
  };
}

const plainRequests = plain.map((url) => ({ method: 'GET', url }));
const results = [
  row(
    'P1 "no tag" for an address',
    1.0,
    race(
      {
        ours: times(2000, plainRequests, ({ url }) => {
          sink += mayBeTag(url) ? 1 : 0;
        }),
        floor: times(2000, plainRequests, ({ url }) => {
          sink += new URL(url).hostname.length;
        }),
      },
      2000 * plain.length,
    ),
  ),
  row(
    'P2 a fire in an address',
    2.0,
    race(
      {
        ours: times(200, byQuery, (request) => readDecoded(decode(request))),
        floor: times(200, byQuery, floorOfQuery),
      },
      200 * byQuery.length,
    ),
  ),
  row(
    'P2 a fire in JSON',
    2.0,
    race(
      {
        ours: times(200, byJson, (request) => readDecoded(decode(request))),
        floor: times(200, byJson, ({ body }) => readAll(JSON.parse(body ?? ''))),
      },
      200 * byJson.length,
    ),
  ),
  row(
    'P3 ten thousand vendors more',
    1.3,
    race(
      {
        ours: times(200, [...byQuery, ...plainRequests], (request) => {
          sink += many.decode(request).events.length;
        }),
        floor: times(200, [...byQuery, ...plainRequests], (request) => {
          sink += decode(request).events.length;
        }),
      },
      200 * (byQuery.length + plain.length),
    ),
  ),
];

function row(what: string, target: number, { ours = Number.NaN, floor = Number.NaN }: Record<string, number>) {
  return { what, oursNs: Math.round(ours), floorNs: Math.round(floor), times: Number((ours / floor).toFixed(2)), target };
}

if (process.argv.includes('--json')) console.log(JSON.stringify(results));
else {
  console.table(results);
  console.log(`${byQuery.length} fires in addresses, ${byJson.length} in JSON; read ${sink} to keep the work.`);
}
