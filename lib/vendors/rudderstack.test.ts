import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const own = 'https://events.shop.example/v1/track';
const message = (library: string) =>
  JSON.stringify({ type: 'track', event: 'Lead', messageId: 'm', channel: 'web', context: { library: { name: library } } });

testVendor('rudderstack', [
  [
    // https://www.rudderstack.com/docs/event-spec/standard-events/common-fields/
    'an event at a host of the site’s own, known by its library',
    { url: own, initiatorPage: 'https://www.shop.example/', body: message('RudderLabs JavaScript SDK') },
    { kind: 'event', firstParty: true, events: [{ name: 'Lead', category: 'lead', eventId: 'm' }] },
  ],
  [
    'an event at RudderStack’s data plane, the key in a header',
    {
      url: 'https://acme.dataplane.rudderstack.com/v1/track',
      headers: { authorization: `Basic ${btoa('2aKEY:')}` },
      body: message('x'),
    },
    { accountId: '2aKEY', events: [{ name: 'Lead' }] },
  ],
  [
    'who somebody is',
    {
      url: 'https://acme.dataplane.rudderstack.com/v1/identify',
      body: '{"type":"identify","context":{"traits":{"email":"a@b.example"}}}',
    },
    { kind: 'identify', userData: [{ key: 'email', form: 'clear' }] },
  ],
  ['the library', 'https://cdn.rudderlabs.com/v3/modern/rsa.min.js', { kind: 'library' }],
  ['the settings', 'https://api.rudderstack.com/sourceConfig/?p=npm&writeKey=2aKEY', { kind: 'config', accountId: '2aKEY' }],
  ['a body that is none', { url: 'https://acme.dataplane.rudderstack.com/v1/track', body: 'x y' }, { kind: 'opaque' }],
  ['another library at a host of the site’s own', { url: own, body: message('shop-sdk') }, null],
  ['no library', { url: own, body: '{"type":"track","event":"Lead"}' }, null],
  ['an address without body', own, null],
  ['text to a site’s own host', { url: own, body: 'hello' }, null],
  ['another path', { url: 'https://events.shop.example/v2/tracks', body: message('RudderLabs JavaScript SDK') }, null],
  ['the vendor’s own site', 'https://www.rudderstack.com/docs/', null],
  [
    'a look-alike',
    { url: 'https://acme.dataplane.rudderstack.com.evil.example/v1/track', body: message('RudderLabs JavaScript SDK') },
    null,
  ],
]);

it('reads rudderanalytics.track()', () => {
  expect(readCall({ api: 'rudderanalytics', method: 'track', args: ['Lead'] })).toEqual({
    vendor: 'rudderstack',
    kind: 'event',
    event: 'Lead',
  });
  expect(readCall({ api: 'rudderanalytics', method: 'push', args: [['load', 'k', 'https://x']] })).toMatchObject({
    kind: 'init',
    accounts: ['k'],
  });
});
