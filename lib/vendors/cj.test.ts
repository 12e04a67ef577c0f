import { testVendor } from '../../test/helpers/vendor-table';

const u = 'https://www.emjcd.com/u?CID=1500777&TYPE=390001&METHOD=IMG';

testVendor('cj', [
  [
    'an amount beside items',
    `${u}&OID=1&AMOUNT=100&ITEM1=a&AMT1=60&QTY1=2&COUPON=X&DISCOUNT=20`,
    {
      kind: 'event',
      events: [
        {
          value: 100,
          valueComputed: undefined,
          items: [{ id: 'a', price: 60, quantity: 2 }],
          params: { COUPON: 'X', DISCOUNT: '20' },
        },
      ],
    },
  ],
  [
    'an item whose price cannot be read',
    `${u}&ITEM1=a&AMT1=viel`,
    { events: [{ value: undefined, items: [{ id: 'a', price: 'viel' }] }] },
  ],
  ['its script', 'https://www.mczbf.com/tags/12345/tag.js', { kind: 'library', accountId: '12345' }],
  ['no enterprise', 'https://www.emjcd.com/u?TYPE=390001', null],
  ['no action', 'https://www.emjcd.com/u?CID=1500777', null],
  ['a click', 'https://www.emjcd.com/click-1-2?CID=1&TYPE=2', null],
  ['a look-alike', u.replace('emjcd.com', 'emjcd.com.evil.example'), null],
]);
