import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const bc = (d: object) => `https://bc.ds.kakao.com/bc?d=${encodeURIComponent(JSON.stringify(d))}`;

testVendor('kakao', [
  // https://kakaoad.github.io/kakao-pixel/: the events
  [
    'a potential customer',
    bc({ track_id: '5', event_code: 'Participation' }),
    { kind: 'event', events: [{ name: 'Participation', category: 'lead' }] },
  ],
  ['an application', bc({ track_id: '5', event_code: 'SignUp' }), { events: [{ category: 'submit_application' }] }],
  [
    'a purchase',
    bc({ track_id: '5', event_code: 'Purchase', properties: { total_price: '1000', currency: 'KRW' } }),
    { events: [{ category: 'purchase', value: 1000, currency: 'KRW' }] },
  ],
  ['an event it does not know', bc({ track_id: '5', event_code: 'X' }), { events: [{ name: 'X', category: 'custom' }] }],
  ['no pixel', bc({ event_code: 'PageView' }), null],
  ['no event', bc({ track_id: '5' }), null],
  ['no message', 'https://bc.ad.daum.net/bc', null],
  ['another path', 'https://bc.ad.daum.net/other?d=%7B%22track_id%22%3A%225%22%2C%22event_code%22%3A%22X%22%7D', null],
  ['another script', 'https://t1.daumcdn.net/kas/static/ba.min.js', null],
  ['a map', 'https://t1.daumcdn.net/mapjsapi/js/main.js', null],
  ['a look-alike', bc({ track_id: '5', event_code: 'X' }).replace('kakao.com', 'kakao.com.evil.example'), null],
]);

it('reads kakaoPixel() and its methods', () => {
  expect(readCall({ api: 'kakaoPixel', args: ['5'] })).toEqual({ vendor: 'kakao', kind: 'init', accounts: ['5'] });
  expect(readCall({ api: 'kakaoPixel', method: 'participation', args: [] })).toEqual({
    vendor: 'kakao',
    kind: 'event',
    event: 'participation',
  });
  expect(readCall({ api: 'kakaoPixel', method: 'x', args: [] })).toEqual({ vendor: 'kakao', kind: 'other' });
});
