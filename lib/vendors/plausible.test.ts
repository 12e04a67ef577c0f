import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const event = (fields: object) => JSON.stringify({ u: 'https://shop.example/a', d: 'shop.example', ...fields });
const api = 'https://plausible.io/api/event';

testVendor('plausible', [
  [
    // https://plausible.io/docs/events-api
    'the documented keys, with revenue',
    {
      url: api,
      body: '{"name":"Purchase","url":"https://shop.example/","domain":"shop.example","revenue":{"currency":"USD","amount":1322.22}}',
    },
    {
      kind: 'event',
      accountId: 'shop.example',
      events: [{ name: 'Purchase', category: 'purchase', value: 1322.22, currency: 'USD' }],
    },
  ],
  [
    'behind the site’s own host',
    { url: 'https://shop.example/api/event', body: event({ n: 'pageview', r: null }) },
    { firstParty: true, events: [{ name: 'pageview', category: 'page_view' }] },
  ],
  [
    'what the script sends of its own accord',
    { url: api, body: event({ n: 'Form: Submission', p: { path: '/a' } }) },
    { events: [{ category: 'form_submit', params: { path: '/a' } }] },
  ],
  ['a link out', { url: api, body: event({ n: 'Outbound Link: Click' }) }, { automatic: true }],
  ['the library', 'https://plausible.io/js/script.outbound-links.js', { kind: 'library' }],
  ['no site', { url: api, body: '{"n":"x","u":"https://shop.example/"}' }, null],
  ['no name', { url: api, body: event({}) }, null],
  [
    'an event of the site’s own',
    { url: 'https://shop.example/api/event', body: '{"name":"Concert","url":"/a","domain":"x"}' },
    null,
  ],
  ['a list of events', 'https://shop.example/api/event?page=2', null],
  ['a longer path', { url: 'https://shop.example/api/events', body: event({ n: 'x' }) }, null],
  ['its own pages', 'https://plausible.io/shop.example', null],
  ['a preflight', { method: 'OPTIONS', url: api }, null],
  ['a look-alike', { url: 'https://plausible.io.evil.example/api/event', body: event({ n: 'x' }) }, null],
]);

it('reads plausible()', () => {
  expect(readCall({ api: 'plausible', args: ['Lead', { props: {} }] })).toEqual({
    vendor: 'plausible',
    kind: 'event',
    event: 'Lead',
  });
  expect(readCall({ api: 'plausible', args: [1] })).toBeNull();
});
