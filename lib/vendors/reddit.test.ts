import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const rp = 'https://alb.reddit.com/rp.gif?id=a2_inv0k3q9xyz';

testVendor('reddit', [
  ['the base code', rp, { kind: 'event', events: [{ name: 'PageVisit', category: 'page_view' }] }],
  [
    'an order with a decimal point',
    `${rp}&event=Purchase&m.valueDecimal=119.90&m.currency=EUR&m.itemCount=3&m.transactionId=20031&m.conversionId=c-1`,
    {
      events: [
        {
          name: 'Purchase',
          value: 119.9,
          orderId: '20031',
          eventId: 'c-1',
          eventIdHashed: undefined,
          params: { 'm.itemCount': '3' },
        },
      ],
    },
  ],
  ['a whole number whose unit nobody states', `${rp}&event=Lead&m.value=4500`, { events: [{ name: 'Lead', value: undefined }] }],
  [
    'limited data use',
    `${rp}&event=Lead&opt_out=1&dpm=LDU&dpcc=US&dprc=US-CA`,
    { consent: { granted: false, ldu: true, country: 'US', state: 'US-CA' } },
  ],
  [
    'what it found on the page',
    `${rp}&event=Lead&auto_em=${'a'.repeat(64)}&auto_pn=1~${'b'.repeat(64)}%7C2~x`,
    {
      userData: [
        { key: 'auto_em', form: 'sha256' },
        { key: 'auto_pn', form: 'sha256' },
        { key: 'auto_pn', form: 'clear' },
      ],
    },
  ],
  ['its script', 'https://www.redditstatic.com/ads/pixel.js', { kind: 'library' }],
  ['no pixel', 'https://alb.reddit.com/rp.gif?event=Lead', null],
  ['another picture', 'https://alb.reddit.com/i.gif?id=a2_inv0k3q9xyz&event=Lead', null],
  ['a share button', 'https://www.reddit.com/submit?url=x', null],
  ['another script', 'https://www.redditstatic.com/shreddit/app.js', null],
  ['other settings', 'https://pixel-config.reddit.com/health', null],
  ['a look-alike', 'https://alb.reddit.com.evil.example/rp.gif?id=a2_inv0k3q9xyz&event=Lead', null],
]);

describe('rdt', () => {
  it.each([
    [['init', 'a2_inv0k3q9xyz'], { kind: 'init', accounts: ['a2_inv0k3q9xyz'] }],
    [['track', 'Lead', { conversionId: 'e' }], { kind: 'event', event: 'Lead' }],
    [['track', 'Custom', { customEventName: 'Anruf' }], { kind: 'event', event: 'Anruf' }],
    [['track', 'Custom'], { kind: 'event', event: 'Custom' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'rdt', args })).toEqual({ vendor: 'reddit', ...expected });
  });
});
