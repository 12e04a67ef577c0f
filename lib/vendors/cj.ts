import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import { numberOf } from './numbers';
import { type Sent, textOf } from './sent';
import { simpleVendor } from './simple';

/** CJ (Commission Junction): an order with an amount, or with items whose amounts are unit prices. https://developers.cj.com/docs/tracking-integration/advanced-integration. */
const vendor = 'cj';

const dictionary = createDictionary({
  CID: ['Enterprise', 'event'],
  TYPE: ['Action', 'event'],
  OID: ['Order id', 'event'],
  AMOUNT: ['Value', 'event'],
  CURRENCY: ['Currency', 'event'],
  COUPON: ['Coupon', 'event'],
  DISCOUNT: ['Discount', 'event'],
  METHOD: ['Kind of request', 'technical'],
  CJEVENT: ['Click id', 'campaign'],
});

export const cj = simpleVendor({
  facts: {
    id: vendor,
    name: 'CJ',
    mark: 'Cj',
    consent: { required: true, source: 'Sets and reads a click id; its entry of the IAB vendor list was not read' },
    oncePerPage: [],
    wire: {
      reads: 'actions with items',
      source: 'https://github.com/mbaersch/tracking-auditor-extension',
      verified: '2026-11-23',
    },
  },
  hosts: ['www.emjcd.com', 'www.mczbf.com'],
  paths: [
    { host: 'www.emjcd.com', path: '/u', kind: 'event' },
    { host: 'www.mczbf.com', path: /^\/tags\/(\d+)\/tag\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['CID'],
    event: ['TYPE'],
    conversionId: ['TYPE'],
    value: ['AMOUNT'],
    currency: ['CURRENCY'],
    orderId: ['OID'],
    params: ['COUPON', 'DISCOUNT'],
    refine,
  },
});

type Item = Record<string, string | number>;

function refine(decoded: Decoded, sent: Sent): Decoded {
  const [event] = decoded.events;
  if (!event) return decoded;
  event.category = 'conversion';
  const items = itemsOf(sent);
  if (items.length === 0) return decoded;
  event.items = items;
  if (textOf(sent, dictionary.at.AMOUNT) !== undefined) return decoded;
  let total = 0;
  for (const { price, quantity = 1 } of items) {
    if (typeof price !== 'number' || typeof quantity !== 'number') return decoded;
    total += price * quantity;
  }
  event.value = Math.round(total * 1e6) / 1e6;
  event.valueComputed = true;
  return decoded;
}

/** `ITEM1`, `AMT1`, `QTY1`, `ITEM2`, … */
function itemsOf(sent: Sent): Item[] {
  const byNumber = new Map<number, Item>();
  for (const { key, value } of sent.parameters) {
    const [, name, number] = /^(ITEM|AMT|QTY)(\d{1,4})$/.exec(key) ?? [];
    if (name === undefined) continue;
    const item = byNumber.get(Number(number)) ?? {};
    byNumber.set(Number(number), item);
    if (name === 'ITEM') item.id = value;
    else item[name === 'AMT' ? 'price' : 'quantity'] = numberOf(value) ?? value;
  }
  return [...byNumber].sort(([a], [b]) => a - b).map(([, item]) => item);
}
