import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const track = 'https://api-js.mixpanel.com/track/?verbose=1&ip=1&_=1';
const packed = (json: unknown) => `data=${encodeURIComponent(btoa(JSON.stringify(json)))}`;
// https://developer.mixpanel.com/reference/track-event
const event = (name: string, more: object = {}) => ({
  event: name,
  properties: { token: 'tok', distinct_id: '91304156-cafc-4673-a237-623d1129c801', $insert_id: '29fc2962', time: 1, ...more },
});

testVendor('mixpanel', [
  [
    'a batch in base64',
    {
      url: track,
      body: packed([
        event('Sign Up', { $current_url: 'https://a.example/' }),
        event('Lead Sent', { value: 45, currency: 'EUR' }),
      ]),
    },
    {
      kind: 'event',
      accountId: 'tok',
      encoding: 'form-base64-json',
      pageUrl: 'https://a.example/',
      events: [
        { name: 'Sign Up', category: 'complete_registration', eventId: '29fc2962' },
        { name: 'Lead Sent', category: 'lead', value: 45, currency: 'EUR' },
      ],
    },
  ],
  [
    'plain JSON in a form',
    { url: track, body: `data=${encodeURIComponent(JSON.stringify(event('x')))}` },
    { encoding: 'form-json' },
  ],
  ['JSON alone', { url: track, body: JSON.stringify([event('x')]) }, { encoding: 'json-batch', events: [{ name: 'x' }] }],
  [
    'what the library tracks of its own accord',
    { url: track, body: packed([event('$mp_web_page_view'), event('$mp_click'), event('$mp_submit')]) },
    { events: [{ category: 'page_view' }, { category: 'auto' }, { category: 'form_submit' }] },
  ],
  [
    // https://developer.mixpanel.com/reference/profile-set
    'a profile',
    {
      url: 'https://api.mixpanel.com/engage',
      body: packed([{ $token: 'tok', $distinct_id: '1', $set: { $email: 'a@b.example' } }]),
    },
    { kind: 'identify', accountId: 'tok', userData: [{ key: '$email', form: 'clear' }] },
  ],
  ['a recording', { url: 'https://api-js.mixpanel.com/record/?seq=1', body: 'x' }, { kind: 'opaque' }],
  ['data that are none', { url: track, body: 'data=%%%' }, { kind: 'opaque' }],
  ['no project', { url: track, body: packed([{ event: 'x', properties: {} }]) }, null],
  ['no event', { url: track, body: packed([{ properties: { token: 'tok' } }]) }, null],
  ['nothing sent', track, null],
  ['another path', { url: 'https://api.mixpanel.com/app/me', body: packed([event('x')]) }, null],
  ['the vendor’s own site', 'https://mixpanel.com/track/?data=e30', null],
  ['another file', 'https://cdn.mxpnl.com/static/logo.png', null],
  ['a look-alike', { url: 'https://api.mixpanel.com.evil.example/track/', body: packed([event('x')]) }, null],
]);

it.each([
  ['track', ['Lead'], { kind: 'event', event: 'Lead' }],
  ['track_pageview', [], { kind: 'event', event: '$mp_web_page_view' }],
  ['init', ['tok'], { kind: 'init', accounts: ['tok'] }],
  ['opt_in_tracking', [], { kind: 'consent' }],
  ['register', [{}], { kind: 'other' }],
])('reads mixpanel.%s(%j)', (method, args, expected) => {
  expect(readCall({ api: 'mixpanel', method, args })).toEqual({ vendor: 'mixpanel', ...expected });
});
