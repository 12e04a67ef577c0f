import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode } from '.';

const image = 'https://www.awin1.com/sread.img?tt=ns&tv=2&merchant=61234&ref=20031&amount=119,90';

testVendor('awin', [
  [
    'an amount with a decimal comma',
    image,
    { kind: 'event', role: 'img', events: [{ name: 'sale', value: 119.9, orderId: '20031' }] },
  ],
  [
    'short names',
    'https://www.awin1.com/sread.js?a=61234&b=119.90&c=20031&d=DEFAULT:119.90&cr=EUR&t=1',
    {
      kind: 'event',
      role: 'js',
      accountId: '61234',
      events: [{ value: 119.9, currency: 'EUR', orderId: '20031', params: { d: 'DEFAULT:119.90' } }],
    },
  ],
  [
    'the products of a sale',
    { url: 'https://www.awin1.com/basket.php', body: 'bd%5B0%5D=AW%3AP%7C61234%7C20031%7CSKU-9' },
    { kind: 'telemetry' },
  ],
  ['a template nobody filled', 'https://www.awin1.com/sread.img?tt=ns&tv=2&merchant=&amount=', null],
  ['a click', 'https://www.awin1.com/cread.php?awinmid=61234&awinaffid=1', null],
  ['another script', 'https://www.dwin1.com/app.js', null],
  ['a look-alike', image.replace('awin1.com', 'awin1.com.evil.example'), null],
]);

it('folds image, page and script of one sale', () => {
  const [first, ...others] = ['img', 'php', 'js'].map((kind) =>
    decode({ method: 'GET', url: image.replace('sread.img', `sread.${kind}`) }),
  );
  for (const other of others) expect([other.foldKey === first?.foldKey, other.role === first?.role]).toEqual([true, false]);
});
