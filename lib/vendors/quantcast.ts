import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import { complete, completeEvent, type Hit, type Vendor } from './kit';
import { numberOf } from './numbers';
import { addMatrix, addQuery, firstOf, nothingSent, textOf } from './sent';
import { wideVendor } from './wide';

/** Quantcast: an image whose path carries the parameters, with semicolons between. */
const vendor = 'quantcast';

const dictionary = createDictionary({
  a: ['Account', 'event'],
  labels: ['Labels', 'event'],
  orderid: ['Order', 'event'],
  revenue: ['Revenue', 'event'],
  url: ['Page address', 'page'],
  ref: ['Referrer', 'page'],
  fpa: ['Visitor', 'user'],
  sr: ['Screen', 'technical'],
  et: ['Time', 'technical'],
  r: ['Random number', 'technical'],
});
const { at } = dictionary;

const wide = wideVendor({
  facts: {
    id: vendor,
    name: 'Quantcast',
    mark: 'Qc',
    consent: {
      required: true,
      gvlId: 11,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 8, 9, 10],
      source: 'IAB vendor list entry 11, Quantcast (v45 of 2024-03)',
    },
    oncePerPage: [],
    wire: {
      reads: 'page views with their labels, orders',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['quantserve.com', 'quantcount.com'],
  paths: [
    { path: /^\/a?quant\.js$/, kind: 'library' },
    { host: 'rules.quantcount.com', path: /^\/rules-(p-[\w-]+)\.js$/, kind: 'config' },
    { path: '/cs', kind: 'sync' },
  ],
});

export const quantcast: Vendor = {
  ...wide,
  decode: (hit) => (hit.address.host === 'pixel.quantserve.com' ? (pixel(hit) ?? wide.decode(hit)) : wide.decode(hit)),
};

function pixel(hit: Hit): Decoded | null {
  const { path, query } = hit.address;
  const found = /^\/pixel(?:\/(p-[\w-]+)(?:\.gif)?|;(.*))?$/.exec(path);
  if (!found) return null;
  const sent = nothingSent(dictionary);
  addMatrix(sent, found[2] ?? '');
  addQuery(sent, query, 'query');
  const accountId = found[1] ?? textOf(sent, at.a);
  if (accountId === undefined) return null;
  const orderId = textOf(sent, at.orderid);
  const event = completeEvent(
    orderId === undefined ? { name: 'page view', category: 'page_view' } : { name: 'order', category: 'purchase' },
    { orderId, value: numberOf(textOf(sent, at.revenue)), label: textOf(sent, at.labels) },
  );
  return complete(
    { kind: 'event', vendor, events: [event], parameters: sent.parameters },
    {
      accountId,
      encoding: found[2] === undefined ? 'query' : 'matrix',
      pageUrl: textOf(sent, at.url),
      referrer: firstOf(sent, at.ref),
      noscript: found[1] !== undefined,
      role: 'main',
    },
  );
}
