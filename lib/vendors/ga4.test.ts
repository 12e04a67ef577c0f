import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const own = 'https://www.google-analytics.com/g/collect?v=2&tid=G-7XK2QPL9TD';

testVendor('ga4', [
  [
    'a batch with empty lines and LF',
    { url: own, body: 'en=scroll\n\nen=generate_lead&epn.value=4' },
    { encoding: 'lines', events: [{ name: 'scroll' }, { name: 'generate_lead', value: 4 }] },
  ],
  [
    'a batch of one line',
    { url: `${own}&dl=https%3A%2F%2Fa.example%2F`, body: 'en=purchase&epn.value=4&dl=https%3A%2F%2Fb.example%2F' },
    { encoding: 'lines', pageUrl: 'https://b.example/', events: [{ name: 'purchase' }] },
  ],
  ['a regional host', 'https://region1.analytics.google.com/g/collect?v=2&tid=G-7XK2QPL9TD&en=page_view', { kind: 'event' }],
  ['an event without consent signs', `${own}&en=page_view`, { consent: undefined }],
  [
    'analytics denied, ads granted',
    `${own}&en=x&gcs=G110`,
    { consent: { signals: { ad_storage: 'granted', analytics_storage: 'denied' }, raw: { gcs: 'G110' } } },
  ],
  [
    'never set',
    `${own}&en=x&gcs=G1--&gcd=13l3l3l3l1l1`,
    {
      consent: {
        signals: { ad_storage: 'unset', analytics_storage: 'unset', ad_user_data: 'unset', ad_personalization: 'unset' },
      },
    },
  ],
  [
    'a type that is delegated to ad_storage',
    `${own}&en=x&gcd=13n3nPn2n5l1`,
    { consent: { signals: { ad_storage: 'granted', ad_user_data: 'granted' } } },
  ],
  ['a declared type', `${own}&en=x&gcd=13l3l3R2l5l1`, { consent: { signals: { ad_storage: 'unset', ad_user_data: 'granted' } } }],
  [
    'the old shape',
    `${own}&en=x&gcd=11p1p1p1p5`,
    { consent: { signals: { ad_storage: 'denied', analytics_storage: 'denied' } } },
  ],
  ['letters nobody documents', `${own}&en=x&gcd=1~~~~~~~~~`, { kind: 'event' }],
  ['a key event of the site’s own', `${own}&en=anfrage&_c=1`, { events: [{ category: 'custom', flags: ['key_event'] }] }],
  ['currency as a parameter', `${own}&en=purchase&ep.currency=EUR&epn.value=1`, { events: [{ currency: 'EUR', value: 1 }] }],
  [
    'an item with a pair of the site’s own',
    `${own}&en=view_item&pr1=idA~k0farbe~v0blau~k1__proto__~v1x`,
    { events: [{ items: [{ id: 'A', farbe: 'blau', '(__proto__)': 'x' }] }] },
  ],
  [
    'a side ping of Signals',
    'https://stats.g.doubleclick.net/g/collect?v=2&tid=G-7XK2QPL9TD&cid=1',
    { kind: 'mirror', events: [] },
  ],
  ['an audience copy', 'https://www.google.co.uk/ads/ga-audiences?v=1&t=sr&tid=G-7XK2QPL9TD', { kind: 'mirror', events: [] }],
  ['no event', own, { kind: 'telemetry', events: [] }],
  [
    'a server container of another site',
    {
      method: 'POST',
      url: 'https://collect.stape.example/g/collect?v=2&tid=G-7XK2QPL9TD&en=x',
      initiatorPage: 'https://www.shop.example/',
    },
    { firstParty: false },
  ],
  [
    'a batch to a path of any name',
    {
      url: 'https://data.shop.example/x1?v=2&tid=G-7XK2QPL9TD',
      body: 'en=a\r\nen=b',
      initiatorPage: 'https://www.shop.example/',
    },
    { events: [{ name: 'a' }, { name: 'b' }], firstParty: true },
  ],
  [
    'an encrypted envelope',
    { url: 'https://data.shop.example/x1', body: `{"m":"POST","u":"${'a'.repeat(24)}:${'b'.repeat(64)}","b":""}` },
    { kind: 'opaque', events: [] },
  ],
  ['a body nobody could read', { url: own, bodyUnread: 'a Blob' }, { kind: 'opaque', accountId: 'G-7XK2QPL9TD' }],
  [
    'the Measurement Protocol from a browser',
    {
      url: 'https://www.google-analytics.com/mp/collect?measurement_id=G-7XK2QPL9TD&api_secret=s',
      body: '{"client_id":"1","events":[{"name":"generate_lead","params":{"value":3,"currency":"EUR"}}]}',
    },
    { kind: 'event', events: [{ name: 'generate_lead', category: 'lead', value: 3 }] },
  ],
  ['Universal Analytics', 'https://www.google-analytics.com/collect?v=1&tid=UA-1-1&t=pageview', null],
  ['an event without an account', 'https://www.google-analytics.com/g/collect?v=2&en=page_view', null],
  ['another protocol’s version', 'https://www.shop.example/g/collect?v=1&tid=G-7XK2QPL9TD&en=x', null],
  ['the product’s own pages', 'https://analytics.google.com/analytics/web/', null],
]);

describe('gtag', () => {
  it.each([
    [['event', 'generate_lead', {}], { vendor: 'ga4', kind: 'event', event: 'generate_lead' }],
    [
      ['event', 'conversion', { send_to: 'AW-1/abc' }],
      { vendor: 'google_ads', kind: 'event', event: 'conversion', accounts: ['AW-1'] },
    ],
    [['event', 'x', { send_to: ['G-1', 'G-2'] }], { vendor: 'ga4', kind: 'event', event: 'x', accounts: ['G-1', 'G-2'] }],
    [['config', 'AW-1'], { vendor: 'google_ads', kind: 'init', accounts: ['AW-1'] }],
    [['consent', 'update', {}], { vendor: 'ga4', kind: 'consent' }],
    [['js', {}], { vendor: 'ga4', kind: 'other' }],
    [['event'], null],
    [[], null],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'gtag', args })).toEqual(expected);
  });
});
