import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const pixie = 'https://ib.adnxs.com/pixie?pi=ab12cd34';

testVendor('xandr', [
  // https://learn.microsoft.com/xandr/log-level-data/universal-pixel-feed: a fire that names no event is a page view
  ['a fire without a name', pixie, { kind: 'event', events: [{ name: 'PageView', category: 'page_view' }], consent: undefined }],
  ['a product', `${pixie}&e=ItemView`, { events: [{ name: 'ItemView', category: 'view_content' }] }],
  [
    'the older conversion pixel',
    'https://secure.adnxs.com/px?id=77001&order_id=20031&value=119.90&t=2',
    {
      kind: 'event',
      accountId: '77001',
      events: [{ name: 'conversion', category: 'conversion', value: 119.9, orderId: '20031' }],
    },
  ],
  ['the older segment pixel', 'https://secure.adnxs.com/seg?add=55', { accountId: '55', events: [{ category: 'remarketing' }] }],
  ['no pixel', 'https://ib.adnxs.com/pixie?e=Lead', null],
  ['a conversion of nobody', 'https://secure.adnxs.com/px?t=2', null],
  ['an auction', 'https://ib.adnxs.com/ut/v3/prebid?pi=1&e=Lead', null],
  ['an ad’s script', 'https://acdn.adnxs.com/ast/ast.js', null],
  ['a look-alike', pixie.replace('adnxs.com', 'adnxs.com.evil.example'), null],
]);

describe('pixie', () => {
  it.each([
    [['init', 'ab12cd34'], { kind: 'init', accounts: ['ab12cd34'] }],
    [['event', 'Lead', { value: 1 }], { kind: 'event', event: 'Lead' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'pixie', args })).toEqual({ vendor: 'xandr', ...expected });
  });
});
