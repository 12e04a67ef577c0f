import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode, readCall } from '.';

const api = 'https://api.segment.io/v1';
const message = (fields: object) => JSON.stringify({ writeKey: 'wk1', messageId: 'm1', ...fields });

testVendor('segment', [
  [
    // https://segment.com/docs/connections/spec/ecommerce/v2/#order-completed
    'a finished order',
    {
      url: `${api}/t`,
      body: message({
        type: 'track',
        event: 'Order Completed',
        properties: {
          order_id: '50314b8e9bcf000000000000',
          total: 27.5,
          revenue: 25,
          currency: 'USD',
          products: [{ sku: '45790-32' }],
        },
      }),
    },
    {
      kind: 'event',
      encoding: 'json',
      events: [
        { name: 'Order Completed', category: 'purchase', value: 25, currency: 'USD', orderId: '50314b8e9bcf000000000000' },
      ],
    },
  ],
  [
    // https://segment.com/docs/connections/spec/identify/
    'who somebody is',
    {
      url: `${api}/identify`,
      body: message({ type: 'identify', userId: '97980cfea0067', traits: { email: 'peter@example.com' } }),
    },
    {
      kind: 'identify',
      events: [{ name: 'identify', category: 'identify', eventId: 'm1' }],
      userData: [{ key: 'email', form: 'clear' }],
    },
  ],
  [
    'the key in a header',
    {
      url: `${api}/track`,
      headers: { Authorization: `Basic ${btoa('wk2:')}` },
      body: '{"type":"track","event":"Form Submitted"}',
    },
    { accountId: 'wk2', events: [{ name: 'Form Submitted', category: 'lead' }] },
  ],
  [
    'a form that was only seen',
    { url: `${api}/t`, body: message({ type: 'track', event: 'Lead Form Viewed' }) },
    { events: [{ category: 'custom' }] },
  ],
  ['a body that is cut', { url: `${api}/t`, body: '{"type":"track","ev' }, { kind: 'opaque' }],
  ['the settings of a source', 'https://cdn.segment.com/v1/projects/wk1/settings', { kind: 'config', accountId: 'wk1' }],
  ['a part of the library', 'https://cdn.segment.com/analytics-next/bundles/schemaFilter.bundle.1.js', { kind: 'library' }],
  ['no key', { url: `${api}/t`, body: '{"type":"track","event":"Lead"}' }, null],
  ['no event', { url: `${api}/t`, body: message({ type: 'track' }) }, null],
  ['no body', `${api}/t`, null],
  ['another path', { url: `${api}/projects`, body: message({ type: 'track', event: 'Lead' }) }, null],
  ['another file', 'https://cdn.segment.com/images/logo.png', null],
  ['the vendor’s own site', 'https://segment.com/docs/', null],
  ['a preflight', { method: 'OPTIONS', url: `${api}/t` }, null],
  ['a look-alike', { url: 'https://api.segment.io.evil.example/v1/t', body: message({ type: 'track', event: 'Lead' }) }, null],
]);

it('keeps each message’s parameters with its event, and loses none', () => {
  const body = '{"writeKey":"w","batch":[{"type":"track","event":"A"},{"type":"track","event":"B"}]}';
  const { parameters } = decode({ method: 'POST', url: `${api}/batch`, body });
  expect(parameters.map(({ key, event }) => [key, event])).toEqual([
    ['writeKey', undefined],
    ['type', 0],
    ['event', 0],
    ['type', 1],
    ['event', 1],
  ]);
});

it.each([
  ['track', ['Lead', { value: 1 }], { kind: 'event', event: 'Lead' }],
  ['page', ['Docs', 'Install'], { kind: 'event', event: 'page: Install' }],
  ['page', [], { kind: 'event', event: 'page' }],
  ['load', ['wk1'], { kind: 'init', accounts: ['wk1'] }],
  ['push', [['track', 'Lead']], { kind: 'event', event: 'Lead' }],
  ['identify', ['u'], { kind: 'other' }],
])('reads analytics.%s(%j)', (method, args, expected) => {
  expect(readCall({ api: 'analytics', method, args })).toEqual({ vendor: 'segment', ...expected });
});
