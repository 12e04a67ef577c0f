import { testVendor } from '../../test/helpers/vendor-table';

testVendor('piwik_pro', [
  [
    'a page view',
    'https://acme.piwik.pro/ppms.php?action_name=Home&idsite=0a1b2c3d-0000-4000-8000-000000000001&rec=1&url=https%3A%2F%2Fwww.shop.example%2F&_id=0011223344556677',
    {
      kind: 'event',
      accountId: '0a1b2c3d-0000-4000-8000-000000000001',
      pageUrl: 'https://www.shop.example/',
      events: [{ name: 'pageview', category: 'page_view' }],
    },
  ],
  [
    'an event',
    'https://acme.piwik.pro/ppms.php?idsite=7&rec=1&e_c=Form&e_a=sent&e_n=Quote&e_v=45',
    { kind: 'event', events: [{ name: 'Form / sent / Quote', category: 'custom', value: 45 }] },
  ],
  [
    'a goal',
    'https://acme.piwik.pro/ppms.php?idsite=7&rec=1&idgoal=3&revenue=9.5',
    { kind: 'event', events: [{ name: 'goal 3', category: 'conversion', conversionId: '3', value: 9.5 }] },
  ],
  [
    'an order',
    'https://acme.piwik.pro/ppms.php?idsite=7&rec=1&idgoal=0&ec_id=A-17&revenue=119.9',
    { kind: 'event', events: [{ category: 'purchase', orderId: 'A-17', value: 119.9 }] },
  ],
  ['a heartbeat', 'https://acme.piwik.pro/ppms.php?idsite=7&rec=1&ping=1', { kind: 'telemetry', events: [] }],
  [
    'the site’s own domain',
    {
      method: 'GET',
      url: 'https://stats.shop.example/ppms.php?idsite=7&rec=1&url=https%3A%2F%2Fwww.shop.example%2F',
      initiatorPage: 'https://www.shop.example/',
    },
    { kind: 'event', accountId: '7', firstParty: true },
  ],
  [
    'a container',
    'https://acme.containers.piwik.pro/containers/0a1b2c3d-0000-4000-8000-000000000001.js',
    { kind: 'library', accountId: '0a1b2c3d-0000-4000-8000-000000000001' },
  ],
  ['no site, no event', 'https://acme.piwik.pro/ppms.php?rec=1', null],
  ['a look-alike', 'https://acme.piwik.pro.evil.example/containers/a.js', null],
  ['a page called alike', 'https://www.shop.example/ppms.php?q=1', null],
]);
