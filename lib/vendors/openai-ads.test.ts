import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import type { Json } from '../model';
import { readCall } from '.';

const url = 'https://bzr.openai.com/v1/sdk/events?pid=S6inv';
const body = (event: object, more: object = {}) => JSON.stringify({ events: [{ id: 'e', ...event }], ...more });

// Events and amounts of https://developers.openai.com/ads/measurement-pixel
testVendor('openai_ads', [
  [
    'an amount in yen, which has no smaller unit',
    { url, body: body({ type: 'order_created', data: { amount: 1200, currency: 'JPY' } }) },
    {
      kind: 'event',
      events: [{ name: 'order_created', category: 'purchase', value: 1200, currency: 'JPY' }],
    },
  ],
  [
    'an id the script made',
    { url, body: body({ type: 'lead_created', id: '5b1e7c00-0000-4000-8000-00000000beef' }) },
    {
      events: [{ name: 'lead_created', eventId: undefined }],
    },
  ],
  [
    'an event of the site’s own, opted out',
    { url, body: body({ type: 'custom', custom_event_name: 'quote', opt_out: true }) },
    {
      events: [{ name: 'quote', category: 'custom', eventId: 'e' }],
      consent: { granted: false },
    },
  ],
  [
    'user data in clear',
    { url, body: body({ type: 'lead_created' }, { user: { in: { em: 'a@b.example', co: 'DE' } } }) },
    {
      userData: [{ key: 'em', form: 'clear' }],
    },
  ],
  ['a body that is no list', { url, body: '{"a":1}' }, { kind: 'opaque', accountId: 'S6inv' }],
  ['its settings', 'https://bzrcdn.openai.com/pixel-config/v1/S6inv.json', { kind: 'config', accountId: 'S6inv' }],
  ['its script', 'https://bzrcdn.openai.com/sdk/oaiq.min.js', { kind: 'library' }],
  ['no pixel', { url: 'https://bzr.openai.com/v1/sdk/events', body: body({ type: 'lead_created' }) }, null],
  ['no body', { url }, null],
  ['another path', { url: url.replace('/events', '/x'), body: body({ type: 'lead_created' }) }, null],
  ['the API', { url: 'https://api.openai.com/v1/sdk/events?pid=S6inv', body: body({ type: 'lead_created' }) }, null],
  ['a look-alike', { url: url.replace('openai.com', 'openai.com.evil.example'), body: body({ type: 'lead_created' }) }, null],
]);

describe('oaiq', () => {
  it.each<[Json[], object]>([
    [['init', { pixelId: 'S6inv' }], { kind: 'init', accounts: ['S6inv'] }],
    [
      ['measure', 'lead_created', { type: 'customer_action' }, { event_id: 'e' }],
      { kind: 'event', event: 'lead_created', eventId: 'e' },
    ],
    [['measure', 'custom', {}, { custom_event_name: 'quote' }], { kind: 'event', event: 'quote' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'oaiq', args })).toEqual({ vendor: 'openai_ads', ...expected });
  });
  it('reads nothing out of a number', () => {
    expect(readCall({ api: 'oaiq', args: [1] })).toBeNull();
  });
});
