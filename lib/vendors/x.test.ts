import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode, readCall } from '.';

const adsct = 'https://analytics.twitter.com/1/i/adsct?event_id=u-1&p_id=Twitter&type=javascript';

testVendor('x', [
  [
    'an event with nothing but its name',
    `${adsct}&txn_id=tw-q4inv-rlead1&event=%7B%7D`,
    {
      kind: 'event',
      accountId: 'q4inv',
      events: [{ name: 'tw-q4inv-rlead1', conversionId: 'tw-q4inv-rlead1', category: 'conversion', value: undefined }],
    },
  ],
  [
    'a long one as a form, on its newer host',
    { url: 'https://analytics.x.com/1/i/adsctp', body: 'txn_id=q4inv&event=%7B%22contents%22%3A%5B%5D%7D' },
    { kind: 'event', encoding: 'form', events: [{ name: 'PageView', category: 'page_view' }] },
  ],
  [
    'an image without script, with an amount',
    'https://analytics.twitter.com/i/adsct?txn_id=q4inv&p_id=Twitter&tw_sale_amount=12.50&tw_order_quantity=1&type=image',
    { kind: 'event', noscript: true, events: [{ value: 12.5 }] },
  ],
  [
    'personal data in clear',
    `${adsct}&txn_id=tw-q4inv-a1&event=%7B%22email_address%22%3A%22a%40b.example%22%7D`,
    { userData: [{ key: 'email_address', form: 'clear' }] },
  ],
  ['the copy', adsct.replace('analytics.twitter.com', 't.co').concat('&txn_id=q4inv'), { kind: 'mirror', role: 't.co' }],
  ['no pixel', adsct, null],
  ['a short link', 'https://t.co/AbCdEf1234', null],
  ['a short link with a query', 'https://t.co/AbCdEf1234?txn_id=q4inv', null],
  ['a share button', 'https://twitter.com/intent/tweet?url=x', null],
  ['its widgets', 'https://platform.twitter.com/widgets.js', null],
  ['another script', 'https://static.ads-twitter.com/app.js', null],
  ['a look-alike', 'https://analytics.twitter.com.evil.example/i/adsct?txn_id=q4inv', null],
]);

it('folds the copy into its event by the id of the hit', () => {
  const main = decode({ method: 'GET', url: `${adsct}&txn_id=q4inv` });
  const copy = decode({ method: 'GET', url: `${adsct}&txn_id=q4inv`.replace('analytics.twitter.com', 't.co') });
  const next = decode({ method: 'GET', url: `${adsct}&txn_id=q4inv`.replace('u-1', 'u-2') });
  expect([copy.foldKey === main.foldKey, copy.role === main.role, next.foldKey === main.foldKey]).toEqual([true, false, false]);
});

describe('twq', () => {
  it.each([
    [['config', 'q4inv'], { kind: 'init', accounts: ['q4inv'] }],
    [['event', 'tw-q4inv-a1', { conversion_id: 'e' }], { kind: 'event', event: 'tw-q4inv-a1', eventId: 'e' }],
    [['track', 'PageView'], { kind: 'event', event: 'PageView' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'twq', args })).toEqual({ vendor: 'x', ...expected });
  });
});
