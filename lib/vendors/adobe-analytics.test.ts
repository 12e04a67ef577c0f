import { testVendor } from '../../test/helpers/vendor-table';

const hit = 'https://smetrics.shop.example/b/ss/suite/1/JS-2.27.0/s1?AQB=1';

testVendor('adobe_analytics', [
  [
    // https://experienceleague.adobe.com/en/docs/analytics/implementation/vars/functions/tl-method
    'a link by hand',
    `${hit}&pe=lnk_o&pev2=quote%20form&pageName=quote&g=https%3A%2F%2Fwww.shop.example%2F`,
    {
      kind: 'event',
      firstParty: true,
      events: [{ name: 'link: quote form', category: 'custom', params: { pev2: 'quote form' } }],
    },
  ],
  ['a download', `${hit}&pe=lnk_d&pev1=https%3A%2F%2Fwww.shop.example%2Fa.pdf`, { events: [{ category: 'download' }] }],
  [
    // https://experienceleague.adobe.com/en/docs/analytics/implementation/vars/page-vars/products
    'a purchase with category and an event with its number',
    `${hit}&events=purchase%3A1234%2Cevent5%3D4.5&products=Shoes%3BRunner%3B2%3B20.5&purchaseID=7&cc=USD`,
    {
      events: [
        {
          name: 'purchase',
          eventId: '1234',
          value: 20.5,
          valueComputed: true,
          orderId: '7',
          items: [{ id: 'Runner', category: 'Shoes', quantity: 2, price: 20.5 }],
        },
        { name: 'event5', value: 4.5, category: 'custom' },
      ],
    },
  ],
  ['two report suites', hit.replace('/suite/', '/one,two/'), { accountIds: ['one', 'two'] }],
  ['the library', 'https://assets.adobedtm.com/extensions/EP1/AppMeasurement.min.js', { kind: 'library' }],
  ['the tag manager’s own script', 'https://assets.adobedtm.com/launch-EN1.min.js', null],
  ['an address that says nothing', 'https://smetrics.shop.example/b/ss/suite/1/JS-2.27.0/s1', null],
  ['no report suite', 'https://smetrics.shop.example/b/ss/?AQB=1', null],
  ['a path of the site’s own', 'https://www.shop.example/a/b/ss/1?AQB=1', null],
  ['a product beside it', 'https://acme.tt.omtrdc.net/rest/v1/delivery?client=acme', null],
  ['a look-alike', 'https://acme.sc.omtrdc.net.evil.example/b/ss/suite/1/JS/s1?AQB=1', null],
]);
