import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const hit = 'https://stats.shop.example/matomo.php?idsite=3&rec=1';

testVendor('matomo', [
  // https://developer.matomo.org/api-reference/tracking-api
  [
    'an order',
    `${hit}&idgoal=0&ec_id=20031&revenue=119.9&ec_items=${encodeURIComponent('[["S1","Shoe","Shoes",59.95,2]]')}`,
    {
      events: [
        {
          name: 'ecommerce order',
          category: 'purchase',
          orderId: '20031',
          value: 119.9,
          items: [{ id: 'S1', price: 59.95, quantity: 2 }],
        },
      ],
    },
  ],
  ['a cart', `${hit}&idgoal=0&revenue=1`, { events: [{ name: 'ecommerce cart', category: 'custom' }] }],
  ['a heartbeat', `${hit}&ping=1`, { kind: 'telemetry', events: [] }],
  ['a search', `${hit}&search=shoe`, { events: [{ name: 'site search', category: 'search' }] }],
  [
    'a download and a link out',
    `${hit}&download=https%3A%2F%2Fa.example%2Fa.pdf`,
    { events: [{ name: 'download', category: 'download' }] },
  ],
  [
    'an event that is a lead by its words',
    `${hit}&e_c=form&e_a=lead_submit`,
    { events: [{ name: 'form / lead_submit', category: 'lead' }] },
  ],
  [
    'a hit by its former name, in the cloud',
    'https://a.matomo.cloud/piwik.php?idsite=1&rec=1&url=x',
    { kind: 'event', accountId: '1' },
  ],
  ['the library', 'https://stats.shop.example/matomo.js', { kind: 'library' }],
  ['no site', 'https://stats.shop.example/matomo.php?rec=1', null],
  ['nothing to record', 'https://stats.shop.example/matomo.php?idsite=3', null],
  ['an opt-out page', 'https://stats.shop.example/index.php?module=CoreAdminHome&idsite=3&rec=1', null],
  ['a file of another name', 'https://www.shop.example/notmatomo.php?idsite=3&rec=1', null],
  ['an article about it', 'https://www.shop.example/blog?u=/matomo.php?idsite=3', null],
  ['a look-alike', 'https://a.matomo.cloud.evil.example/matomo.php?idsite=1&rec=1', null],
]);

it.each([
  [['trackEvent', 'Form', 'sent', 'Quote', 45], { kind: 'event', event: 'Form / sent / Quote' }],
  [['trackPageView'], { kind: 'event', event: 'pageview' }],
  [['trackGoal', 2], { kind: 'event', event: 'goal 2' }],
  [['setSiteId', '3'], { kind: 'init', accounts: ['3'] }],
  [['requireCookieConsent'], { kind: 'consent' }],
  [['enableLinkTracking'], { kind: 'other' }],
])('reads _paq.push(%j)', (list, expected) => {
  expect(readCall({ api: '_paq', method: 'push', args: [list] })).toEqual({ vendor: 'matomo', ...expected });
});
