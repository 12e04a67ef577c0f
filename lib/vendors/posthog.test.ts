import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { mayBeTag, readCall } from '.';

const own = 'https://ph.shop.example/i/v0/e/?ip=0&_=1790000000000&ver=1.240.0&compression=gzip-js';
const zipped = (json: unknown) => gzipSync(JSON.stringify(json)).toString('base64');
const event = (name: string, token = 'phc_1') => ({
  event: name,
  uuid: 'u',
  properties: { token, $current_url: 'https://www.shop.example/a', $referrer: '$direct', $lib: 'web' },
});

testVendor('posthog', [
  [
    'gzip to the cloud',
    { url: 'https://eu.i.posthog.com/i/v0/e/?compression=gzip-js&ver=1', bodyBase64: zipped(event('lead_sent')) },
    {
      kind: 'event',
      accountId: 'phc_1',
      pageUrl: 'https://www.shop.example/a',
      integration: 'web',
      events: [{ name: 'lead_sent', category: 'lead', eventId: 'u' }],
    },
  ],
  [
    'a list, gzipped, to a host of the site’s own',
    { url: own, bodyBase64: zipped([event('$pageview'), event('$pageleave')]), initiatorPage: 'https://www.shop.example/' },
    { firstParty: true, encoding: 'json-batch', events: [{ category: 'page_view' }, { category: 'auto' }] },
  ],
  [
    'a form in base64',
    {
      url: 'https://us.i.posthog.com/e/?compression=base64',
      body: `data=${encodeURIComponent(btoa(JSON.stringify(event('x'))))}`,
    },
    { encoding: 'form-base64-json', events: [{ name: 'x' }] },
  ],
  [
    // https://posthog.com/docs/api/capture
    'the API by hand',
    {
      url: 'https://us.i.posthog.com/capture/',
      body: '{"api_key":"phc_1","event":"Demo requested","distinct_id":"d","properties":{}}',
    },
    { accountId: 'phc_1', encoding: 'json', events: [{ name: 'Demo requested', category: 'lead' }] },
  ],
  [
    'a recording',
    { url: 'https://us.i.posthog.com/s/', body: JSON.stringify([event('$snapshot')]) },
    { automatic: true, events: [{ category: 'session_replay' }] },
  ],
  [
    'feature flags',
    { url: 'https://us.i.posthog.com/flags/?v=2', body: '{"token":"phc_1"}' },
    { kind: 'config', accountId: 'phc_1' },
  ],
  ['the library', 'https://us-assets.i.posthog.com/static/array.js', { kind: 'library' }],
  ['packed at a host of the site’s own', { url: own, body: '(bytes)' }, { kind: 'opaque', encoding: 'gzip-binary' }],
  [
    'another vendor’s gzip at a host of the site’s own',
    { url: 'https://www.shop.example/e/?compression=gzip-js', body: '(bytes)' },
    null,
  ],
  ['a key of another kind at a host of the site’s own', { url: own, body: JSON.stringify(event('x', 'abc')) }, null],
  ['an event of the site’s own kind', { url: 'https://www.shop.example/i/v0/e', body: '{"event":"lead"}' }, null],
  ['another path with the key', { url: 'https://www.shop.example/login', body: '{"api_key":"phc_1","event":"x"}' }, null],
  ['no project', { url: 'https://us.i.posthog.com/e/', body: '{"event":"x"}' }, null],
  ['nothing sent', 'https://us.i.posthog.com/e/', null],
  ['its own site', 'https://posthog.com/docs', null],
  ['its users’ own pages', 'https://app.posthog.com/e/', null],
  ['a look-alike', { url: 'https://us.i.posthog.com.evil.example/e/', body: JSON.stringify(event('x')) }, null],
]);

it('does not rule out a proxied address, and rules out a plain one', () => {
  expect([mayBeTag(own), mayBeTag('https://www.shop.example/e/?a=1')]).toEqual([true, false]);
});

it.each([
  ['capture', ['lead', {}], { kind: 'event', event: 'lead' }],
  ['push', [['capture', 'lead']], { kind: 'event', event: 'lead' }],
  ['init', ['phc_1'], { kind: 'init', accounts: ['phc_1'] }],
  ['opt_out_capturing', [], { kind: 'consent' }],
  ['identify', ['u'], { kind: 'other' }],
])('reads posthog.%s(%j)', (method, args, expected) => {
  expect(readCall({ api: 'posthog', method, args })).toEqual({ vendor: 'posthog', ...expected });
});
