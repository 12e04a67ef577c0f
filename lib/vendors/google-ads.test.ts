import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode } from '.';

const query = 'random=1&en=conversion&label=Qm1s&value=45&currency_code=EUR&gcs=G111';

testVendor('google_ads', [
  [
    'a conversion',
    `https://www.googleadservices.com/pagead/conversion/778899001/?${query}&oid=T-1`,
    {
      kind: 'event',
      product: 'conversion',
      accountId: 'AW-778899001',
      events: [{ label: 'Qm1s', value: 45, orderId: 'T-1', category: 'conversion' }],
    },
  ],
  [
    'a conversion while ads are denied',
    `https://pagead2.googlesyndication.com/pagead/conversion/778899001/?${query.replace('G111', 'G100')}`,
    { kind: 'event', consent: { signals: { ad_storage: 'denied', analytics_storage: 'denied' } } },
  ],
  ['its twin', `https://www.googleadservices.com/ccm/conversion/778899001/?${query}`, { kind: 'mirror', role: 'ccm' }],
  [
    'its last hop in another country',
    `https://www.google.com.br/pagead/1p-conversion/778899001/?${query}`,
    { kind: 'mirror', role: '1p' },
  ],
  [
    'remarketing with a feed',
    'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/778899001/?data=event%3Dadd_to_cart%3Bid%3DSKU-9%3Bvalue%3D89.9',
    {
      kind: 'event',
      product: 'remarketing',
      events: [{ name: 'add_to_cart', category: 'add_to_cart', value: 89.9, params: { id: 'SKU-9' } }],
    },
  ],
  [
    'remarketing without a name',
    'https://www.google.com/rmkt/collect/778899001/?random=1',
    { kind: 'event', events: [{ name: 'remarketing', category: 'remarketing' }] },
  ],
  [
    'a measured page view',
    'https://www.google.com/ccm/collect?tid=AW-778899001&en=page_view&dl=https%3A%2F%2Fa.example%2F',
    {
      kind: 'event',
      accountId: 'AW-778899001',
      pageUrl: 'https://a.example/',
      events: [{ name: 'page_view', category: 'page_view' }],
    },
  ],
  [
    'the same while ads are denied',
    'https://pagead2.googlesyndication.com/ccm/collect?tid=AW-778899001&en=page_view&gcs=G100',
    { kind: 'event' },
  ],
  [
    'the same through the site’s own host',
    { url: 'https://www.shop.example/m7/ccm/collect?tid=AW-778899001&en=page_view', initiatorPage: 'https://www.shop.example/' },
    { kind: 'event', firstParty: true },
  ],
  [
    'user data alone',
    'https://www.google.com/ccm/form-data/778899001?em=tv.1~em.x',
    { kind: 'identify', product: 'user_provided_data', events: [{ name: 'user_data' }] },
  ],
  [
    'user data that is empty',
    'https://www.google.com/ccm/form-data/778899001?em=tv.1',
    { kind: 'identify', userData: undefined },
  ],
  ['the server’s beacon', 'https://ad.doubleclick.net/ccm/s/collect?tid=AW-778899001', { kind: 'telemetry' }],
  [
    'an auction’s frame',
    'https://td.doubleclick.net/td/rul/778899001?random=1',
    { kind: 'mirror', events: [{ category: 'remarketing' }] },
  ],
  ['an ad that was seen', 'https://googleads.g.doubleclick.net/pagead/conversion/?ai=x&label=viewable_impression', null],
  ['an ad’s script', 'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1', null],
  ['a search', 'https://www.google.com/search?q=conversion', null],
  ['a country that is none', 'https://www.google.evil/pagead/1p-conversion/778899001/?label=a', null],
]);

it('folds the requests of one conversion, and keeps two conversions apart', () => {
  const key = (url: string) => decode({ method: 'GET', url }).foldKey;
  const main = `https://www.googleadservices.com/pagead/conversion/778899001/?${query}`;
  const twins = [
    `https://googleads.g.doubleclick.net/pagead/viewthroughconversion/778899001/?${query.replace('random=1', 'random=2')}`,
    `https://www.google.de/pagead/1p-conversion/778899001/?${query}`,
  ];
  for (const twin of twins) expect(key(twin)).toBe(key(main));
  expect(key(main.replace('Qm1s', 'Other'))).not.toBe(key(main));
});
