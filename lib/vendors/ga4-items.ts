import { decodeText } from './decode-text';
import { numberOf } from './numbers';
import type { Sent } from './sent';

/** Two-letter codes of a GA4 item on the wire; names as in https://developers.google.com/analytics/devguides/collection/ga4/reference/events. */
const codes: Readonly<Record<string, string>> = {
  id: 'id',
  nm: 'name',
  br: 'brand',
  ca: 'category',
  c2: 'category2',
  c3: 'category3',
  c4: 'category4',
  c5: 'category5',
  va: 'variant',
  pr: 'price',
  qt: 'quantity',
  cp: 'coupon',
  ds: 'discount',
  lp: 'index',
  li: 'list_id',
  ln: 'list_name',
  af: 'affiliation',
  lo: 'location_id',
  pi: 'promotion_id',
  pn: 'promotion_name',
  cn: 'creative_name',
  cs: 'creative_slot',
};

const numeric = new Set(['price', 'quantity', 'discount', 'index']);

/** Items of `pr1`, `pr2`, …: pieces joined by `~`, each a two-letter code and its value; pairs `k0…`, `v0…` are the site's own. */
export function ga4Items(sent: Sent): Record<string, string | number>[] | undefined {
  let items: Record<string, string | number>[] | undefined;
  for (const { parameters } of sent.shared ? [sent, sent.shared] : [sent]) {
    for (const { key, value } of parameters) {
      if (key.charCodeAt(0) !== 112 || !/^pr\d{1,3}$/.test(key)) continue;
      items ??= [];
      items.push(itemOf(value));
    }
  }
  return items;
}

function itemOf(text: string): Record<string, string | number> {
  const item: Record<string, string | number> = {};
  const own = new Map<string, string>();
  for (const piece of text.split('~')) {
    const code = piece.slice(0, 2);
    const value = inner(piece.slice(2));
    if (/^k\d$/.test(code)) own.set(code.slice(1), value);
    else if (/^v\d$/.test(code)) item[safe(own.get(code.slice(1)) ?? code)] = value;
    else if (Object.hasOwn(codes, code)) {
      const name = codes[code] ?? code;
      const number = numeric.has(name) ? numberOf(value) : undefined;
      item[name] = number ?? value;
    }
  }
  return item;
}

/** Values carry a second layer of percent encoding when they hold `~`. */
function inner(value: string): string {
  return value.includes('%') ? decodeText(value.replaceAll('+', '%2B')) : value;
}

function safe(name: string): string {
  return name === '__proto__' ? '(__proto__)' : name;
}
