import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const pixel = 'https://tr.outbrain.com/unifiedPixel?marketerId=00a1b2';

testVendor('outbrain', [
  [
    'an order',
    `${pixel}&name=Purchase&orderValue=119.90&currency=EUR&orderId=20031`,
    {
      kind: 'event',
      accountId: '00a1b2',
      events: [{ name: 'Purchase', category: 'purchase', value: 119.9, currency: 'EUR', orderId: '20031' }],
    },
  ],
  ['a name the account maps', `${pixel}&name=Rueckruf`, { events: [{ name: 'Rueckruf', category: 'custom' }] }],
  [
    'the older pixel of a visitor who opted out',
    'https://tr.outbrain.com/pixel?marketerId=00a1b2&name=Lead&optOut=true',
    {
      kind: 'event',
      consent: { granted: false },
    },
  ],
  ['no account', 'https://tr.outbrain.com/unifiedPixel?name=Lead', null],
  ['no event', pixel, null],
  ['a publisher’s widget', 'https://widgets.outbrain.com/outbrain.js', null],
  ['another path', 'https://tr.outbrain.com/cachedClickId?marketerId=00a1b2&name=Lead', null],
  ['a look-alike', pixel.replace('outbrain.com', 'outbrain.com.evil.example').concat('&name=Lead'), null],
]);

it('reads obApi', () => {
  expect(readCall({ api: 'obApi', args: ['track', 'Lead', { orderValue: 1 }] })).toEqual({
    vendor: 'outbrain',
    kind: 'event',
    event: 'Lead',
  });
  expect(readCall({ api: 'obApi', args: [] })).toBeNull();
});
