import { testVendor } from '../../test/helpers/vendor-table';

const events = 'https://jssdks.mparticle.com/v3/JS/eu1-ebd2cad076757c498ce604d818b0d8ae/events';
const list = [
  { event_type: 'session_start', data: {} },
  { event_type: 'screen_view', data: { screen_name: 'Offer' } },
  { event_type: 'custom_event', data: { event_name: 'Quote Sent', custom_attributes: { kind: 'roof' } } },
];

testVendor('mparticle', [
  [
    'a list of events',
    { url: events, body: JSON.stringify({ mpid: '1', events: list }) },
    {
      kind: 'event',
      accountId: 'eu1-ebd2cad076757c498ce604d818b0d8ae',
      encoding: 'json-batch',
      events: [
        { name: 'session_start', category: 'auto' },
        { name: 'Offer', category: 'page_view' },
        { name: 'Quote Sent', category: 'custom', params: { kind: 'roof' } },
      ],
    },
  ],
  ['an older body', { url: events, body: '{"n":"pageView"}' }, { kind: 'opaque' }],
  ['an identity', { url: 'https://identity.mparticle.com/v1/identify', body: '{"known_identities":{}}' }, { kind: 'identify' }],
  ['the library', 'https://jssdkcdns.mparticle.com/js/v2/eu1-abc/mparticle.js', { kind: 'library', accountId: 'eu1-abc' }],
  ['the product’s pages', 'https://app.mparticle.com/login', null],
  ['a look-alike', { url: 'https://jssdks.mparticle.com.evil.example/v3/JS/a/events', body: '{"events":[]}' }, null],
]);
