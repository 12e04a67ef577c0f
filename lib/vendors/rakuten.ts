import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { completeEvent } from './kit';
import { numberOf } from './numbers';
import { type Sent, textOf } from './sent';
import { wideVendor } from './wide';

/**
 * Rakuten Advertising, formerly LinkShare: one order a request, its lines in lists with bars between; amounts in cents.
 */
const vendor = 'rakuten';

const dictionary = createDictionary({
  mid: ['Merchant', 'event'],
  ord: ['Order', 'event'],
  cur: ['Currency', 'event'],
  skulist: ['Articles', 'items'],
  qlist: ['Quantities', 'items'],
  amtlist: ['Amounts in cents', 'items'],
  namelist: ['Names', 'items'],
  img: ['As an image', 'technical'],
});

const { at } = dictionary;

export const rakuten: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Rakuten Advertising',
    mark: 'Ra',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://docs.tealium.com/client-side-tags/linkshare-tag',
    },
    oncePerPage: [],
    wire: {
      reads: 'orders with their lines',
      source: 'https://docs.tealium.com/client-side-tags/linkshare-tag',
      verified: '2026-11-25',
    },
  },
  hosts: ['linksynergy.com', 'rmp.rakuten.com'],
  paths: [
    { host: 'tag.rmp.rakuten.com', path: /^\/(\d+)\.ct\.js$/, kind: 'library' },
    { host: 'track.linksynergy.com', path: '/ep', kind: 'event', event: { name: 'order', category: 'purchase' } },
  ],
  reading: { vendor, dictionary, account: ['mid'], orderId: ['ord'], currency: ['cur'], refine },
});

/** Currencies without a smaller unit: whether their amounts are multiplied all the same is not documented. */
const withoutCents = new Set(['JPY', 'KRW']);

function refine(decoded: Decoded, sent: Sent): Decoded {
  const amounts = (textOf(sent, at.amtlist) ?? '').split('|').flatMap((amount) => numberOf(amount) ?? []);
  if (amounts.length === 0 || withoutCents.has(textOf(sent, at.cur) ?? '')) return decoded;
  const value = amounts.reduce((sum, amount) => sum + amount, 0) / 100;
  return { ...decoded, events: decoded.events.map((event) => ({ ...completeEvent(event, { value }), valueComputed: true })) };
}
