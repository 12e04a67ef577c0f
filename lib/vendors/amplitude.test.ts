import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const api = 'https://api2.amplitude.com/2/httpapi';
const body = (...events: object[]) => JSON.stringify({ api_key: 'key1', events });

testVendor('amplitude', [
  [
    // https://amplitude.com/docs/apis/analytics/http-v2: the keys of an event
    'an event with revenue',
    {
      url: api,
      body: body({ user_id: '203201202', event_type: 'watch_tutorial', revenue: 3.5, insert_id: 'i', price: 1, quantity: 2 }),
    },
    { kind: 'event', accountId: 'key1', events: [{ name: 'watch_tutorial', category: 'custom', value: 3.5, eventId: 'i' }] },
  ],
  [
    // https://amplitude.com/docs/apis/analytics/http-v1-deprecated
    'the older form',
    {
      url: 'https://api.amplitude.com/',
      body: 'client=key1&v=2&e=%5B%7B%22event_type%22%3A%22Signed%20Up%22%2C%22uuid%22%3A%22u%22%7D%5D',
    },
    {
      accountId: 'key1',
      encoding: 'form-json',
      events: [{ name: 'Signed Up', category: 'complete_registration', eventId: 'u' }],
    },
  ],
  [
    'what the library tracks of its own accord',
    {
      url: api,
      body: body(
        { event_type: 'session_start' },
        { event_type: '[Amplitude] Element Clicked' },
        { event_type: '[Amplitude] Form Submitted' },
      ),
    },
    { events: [{ category: 'auto' }, { category: 'auto' }, { category: 'form_submit' }] },
  ],
  ['a person alone', { url: api, body: body({ event_type: '$identify' }) }, { kind: 'identify' }],
  ['a recording', { url: 'https://api-sr.amplitude.com/sessions/v2/track?device_id=d', body: '{}' }, { kind: 'opaque' }],
  ['the settings of recordings', 'https://sr-client-cfg.amplitude.com/config?api_key=key1', { kind: 'config' }],
  ['events that are no JSON', { url: api, body: 'abc' }, { kind: 'opaque' }],
  ['no project', { url: api, body: '{"events":[{"event_type":"x"}]}' }, null],
  ['no event', { url: api, body: body({}) }, null],
  ['nothing sent', api, null],
  ['another path', { url: 'https://api2.amplitude.com/api/2/export', body: body({ event_type: 'x' }) }, null],
  ['the vendor’s own site', 'https://amplitude.com/pricing', null],
  ['another file', 'https://cdn.amplitude.com/logo.svg', null],
  ['a look-alike', { url: 'https://api2.amplitude.com.evil.example/2/httpapi', body: body({ event_type: 'x' }) }, null],
]);

it.each([
  ['track', ['Lead'], { kind: 'event', event: 'Lead' }],
  ['track', [{ event_type: 'Lead' }], { kind: 'event', event: 'Lead' }],
  ['logEvent', ['Lead'], { kind: 'event', event: 'Lead' }],
  ['push', [{ name: 'track', args: ['Lead'] }], { kind: 'event', event: 'Lead' }],
  ['init', ['key1'], { kind: 'init', accounts: ['key1'] }],
  ['setOptOut', [true], { kind: 'consent' }],
])('reads amplitude.%s(%j)', (method, args, expected) => {
  expect(readCall({ api: 'amplitude', method, args })).toEqual({ vendor: 'amplitude', ...expected });
});
