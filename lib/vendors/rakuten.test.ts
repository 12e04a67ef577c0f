import { testVendor } from '../../test/helpers/vendor-table';

testVendor('rakuten', [
  [
    'an order',
    'https://track.linksynergy.com/ep?mid=38939&ord=A-17&skulist=S1|S2&qlist=1|2&amtlist=8990|3000&cur=EUR&img=1&namelist=Roof|Cable',
    {
      kind: 'event',
      accountId: '38939',
      events: [{ category: 'purchase', orderId: 'A-17', currency: 'EUR', value: 119.9, valueComputed: true }],
    },
  ],
  [
    'an order in yen',
    'https://track.linksynergy.com/ep?mid=38939&ord=A-18&amtlist=9000&cur=JPY',
    { kind: 'event', events: [{ name: 'order', value: undefined }] },
  ],
  ['the library', 'https://tag.rmp.rakuten.com/124609.ct.js', { kind: 'library', accountId: '124609' }],
  ['a click on a link', 'https://click.linksynergy.com/deeplink?id=1&mid=2', null],
  ['no merchant, no event', 'https://track.linksynergy.com/ep?ord=1', null],
  ['a look-alike', 'https://track.linksynergy.com.evil.example/ep?mid=1', null],
]);
