import { testVendor } from '../../test/helpers/vendor-table';

testVendor('adobe_advertising', [
  [
    'a conversion',
    'https://pixel.everesttech.net/1234/t?ev_registration=1&ev_sale=12.99&ev_transid=A-17',
    {
      kind: 'event',
      accountId: '1234',
      events: [
        {
          name: 'transaction',
          category: 'conversion',
          orderId: 'A-17',
          params: { registration: '1', sale: '12.99', transid: 'A-17' },
        },
      ],
    },
  ],
  [
    'an image',
    'https://pixel.everesttech.net/px2/1234?px_evt=t&ev_quote=1&ev_transid=7',
    { kind: 'event', accountId: '1234', events: [{ orderId: '7' }] },
  ],
  ['the library', 'https://www.everestjs.net/static/st.v3.js', { kind: 'library' }],
  ['an id sync', 'https://cm.everesttech.net/cm/dd?d_uuid=1', { kind: 'sync' }],
  ['a click on an advertisement', 'https://pixel.everesttech.net/1234/cq?ev_sid=3&url=https%3A%2F%2Fwww.shop.example', null],
  ['a look-alike', 'https://pixel.everesttech.net.evil.example/1234/t?ev_sale=1', null],
]);
