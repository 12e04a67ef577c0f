import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const url = 'https://pixels.spotify.com/v1/ingest';

testVendor('spotify', [
  [
    'an order of two pixels',
    {
      url,
      body: '{"batch":[{"pid":"a","events":[{"action":"purchase","label":"x","body":{"value":"119.90","currency":"EUR"}}]},{"pid":"b","events":[{"action":"view"}]}]}',
    },
    {
      kind: 'event',
      accountId: 'a',
      accountIds: ['a', 'b'],
      events: [
        { name: 'purchase', category: 'purchase', value: 119.9, label: 'x' },
        { name: 'view', category: 'page_view' },
      ],
    },
  ],
  ['a batch of nothing', { url, body: '{"batch":[]}' }, { kind: 'opaque' }],
  ['a body that is no batch', { url, body: 'x' }, { kind: 'opaque' }],
  ['its settings', 'https://pixels.spotify.com/v1/config/788inv', { kind: 'config', accountId: '788inv' }],
  ['no body', { url }, null],
  ['a player', 'https://open.spotify.com/embed/track/1', null],
  ['another script', 'https://pixel.byspotify.com/app.js', null],
  [
    'a look-alike',
    { url: url.replace('spotify.com', 'spotify.com.evil.example'), body: '{"batch":[{"pid":"a","events":[{"action":"view"}]}]}' },
    null,
  ],
]);

describe('spdt', () => {
  it.each([
    [['conf', { key: '788inv' }], { kind: 'init', accounts: ['788inv'] }],
    [['lead', { type: 'quote' }], { kind: 'event', event: 'lead' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'spdt', args })).toEqual({ vendor: 'spotify', ...expected });
  });
  it('reads nothing out of a number', () => {
    expect(readCall({ api: 'spdt', args: [1] })).toBeNull();
  });
});
