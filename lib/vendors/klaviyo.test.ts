import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const events = 'https://a.klaviyo.com/client/events/?company_id=XyZiNv';
const message = (attributes: object, type = 'event') => JSON.stringify({ data: { type, attributes } });

testVendor('klaviyo', [
  [
    // https://developers.klaviyo.com/en/reference/create_client_event
    'an event',
    {
      url: events,
      body: message({
        metric: { data: { type: 'metric', attributes: { name: 'Viewed Product' } } },
        profile: { data: { type: 'profile', attributes: { email: 'a@b.example' } } },
        properties: { Brand: 'x' },
        value: 9.99,
        value_currency: 'USD',
        unique_id: 'u1',
      }),
    },
    {
      kind: 'event',
      accountId: 'XyZiNv',
      events: [
        { name: 'Viewed Product', category: 'view_content', value: 9.99, currency: 'USD', eventId: 'u1', params: { Brand: 'x' } },
      ],
      userData: [{ key: 'email', form: 'clear' }],
    },
  ],
  [
    'a profile',
    { url: 'https://a.klaviyo.com/client/profiles/?company_id=XyZiNv', body: message({ email: 'a@b.example' }, 'profile') },
    { kind: 'identify', userData: [{ key: 'email', form: 'clear' }] },
  ],
  [
    // https://developers.klaviyo.com/en/docs/legacy-track-and-identify-apis
    'the older API',
    `https://a.klaviyo.com/api/track?data=${encodeURIComponent(btoa('{"token":"XyZiNv","event":"Active on Site","customer_properties":{"$email":"a@b.example"}}'))}`,
    {
      accountId: 'XyZiNv',
      encoding: 'base64-query',
      events: [{ name: 'Active on Site', category: 'page_view' }],
      userData: [{ key: '$email', form: 'clear' }],
    },
  ],
  ['a message that is cut', { url: events, body: '{"data":' }, { kind: 'opaque' }],
  ['no company', { url: 'https://a.klaviyo.com/client/events/', body: message({ metric: { name: 'x' } }) }, null],
  ['no name', { url: events, body: message({}) }, null],
  ['nothing sent', events, null],
  ['another path', { url: 'https://a.klaviyo.com/api/lists?company_id=XyZiNv', body: message({}) }, null],
  ['its own site', 'https://www.klaviyo.com/client/events/?company_id=XyZiNv', null],
  ['a preflight', { method: 'OPTIONS', url: events }, null],
  [
    'a look-alike',
    { url: events.replace('klaviyo.com', 'klaviyo.com.evil.example'), body: message({ metric: { name: 'x' } }) },
    null,
  ],
]);

it.each([
  ['klaviyo', 'track', ['Lead'], { kind: 'event', event: 'Lead' }],
  ['_learnq', 'push', [['track', 'Lead']], { kind: 'event', event: 'Lead' }],
  ['_learnq', 'push', [['account', 'XyZiNv']], { kind: 'init', accounts: ['XyZiNv'] }],
  ['klaviyo', 'identify', [{}], { kind: 'other' }],
])('reads %s.%s(%j)', (api, method, args, expected) => {
  expect(readCall({ api, method, args })).toEqual({ vendor: 'klaviyo', ...expected });
});
