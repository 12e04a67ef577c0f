import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode, readCall } from '.';

const v3 = 'https://ct.pinterest.com/v3/';

testVendor('pinterest', [
  [
    // https://help.pinterest.com/en/business/article/add-event-codes: the image of an event for browsers without script
    'a finished order without script',
    `${v3}?tid=2613041334883&event=Checkout&ed[value]=10.00&ed[order_quantity]=2&ed[currency]=USD&noscript=1`,
    {
      kind: 'event',
      accountId: '2613041334883',
      noscript: true,
      events: [{ name: 'Checkout', category: 'purchase', value: 10, currency: 'USD', params: { order_quantity: '2' } }],
    },
  ],
  [
    'the base code without script',
    `${v3}?event=init&tid=2613041334883&pd[em]=x&noscript=1`,
    { kind: 'telemetry', noscript: true, events: [] },
  ],
  ['the base code’s page view', `${v3}?tid=2613041334883`, { kind: 'event', events: [{ name: 'page', category: 'page_view' }] }],
  [
    'a long one as a form',
    { url: v3, body: 'tid=2613041334883&event=lead&ed=%7B%22event_id%22%3A%22e%22%7D' },
    { kind: 'event', encoding: 'form', events: [{ name: 'lead', eventId: 'e', category: 'lead' }] },
  ],
  [
    'event data that is no JSON',
    `${v3}?tid=2613041334883&event=lead&ed={broken`,
    { kind: 'event', encoding: 'query', events: [{ name: 'lead', value: undefined }] },
  ],
  [
    'an event of the site’s own, and an address in clear',
    `${v3}?tid=2613041334883&event=Konfigurator&pd=%7B%22em%22%3A%22a%40b.example%22%7D`,
    { events: [{ name: 'Konfigurator', category: 'custom' }], userData: [{ key: 'em', form: 'clear' }] },
  ],
  ['no tag', `${v3}?event=lead`, null],
  ['a share button', 'https://www.pinterest.com/pin/create/button/?url=x', null],
  ['another path', 'https://ct.pinterest.com/stats/?tid=2613041334883&event=lead', null],
  ['another script', 'https://s.pinimg.com/webapp/app.js', null],
  ['a picture', 'https://i.pinimg.com/ct/core.js', null],
  ['a look-alike', 'https://ct.pinterest.com.evil.example/v3/?tid=2613041334883&event=lead', null],
]);

it('loses no parameter, neither what stands in JSON nor what holds it', () => {
  const { parameters } = decode({ method: 'GET', url: `${v3}?tid=1&event=lead&ed=%7B%22value%22%3A1%7D` });
  expect(parameters.map(({ key }) => key)).toEqual(['tid', 'event', 'ed', 'ed.value']);
  expect(parameters[3]).toMatchObject({ label: 'Value', group: 'event', value: '1' });
});

describe('pintrk', () => {
  it.each([
    [['load', '2613041334883'], { kind: 'init', accounts: ['2613041334883'] }],
    [['page'], { kind: 'event', event: 'page' }],
    [['track', 'lead', { event_id: 'e' }], { kind: 'event', event: 'lead', eventId: 'e' }],
    [['setconsent', true], { kind: 'consent' }],
    [['set', { em: 'x' }], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'pintrk', args })).toEqual({ vendor: 'pinterest', ...expected });
  });
  it('reads nothing out of what is no command', () => {
    expect(readCall({ api: 'pintrk', args: [7] })).toBeNull();
  });
});
