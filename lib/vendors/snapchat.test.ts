import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode, readCall } from '.';

const pixel = '0f3c7b1a-9e44-4d2b-8a10-invented0001';
const p = `https://tr.snapchat.com/p?pid=${pixel}`;

testVendor('snapchat', [
  [
    'a sign-up with hashed data',
    `${p}&ev=SIGN_UP&e_sm=form&u_hem=${'a'.repeat(64)}&du=denied`,
    {
      kind: 'event',
      accountId: pixel,
      events: [{ name: 'SIGN_UP', category: 'complete_registration', params: { e_sm: 'form' } }],
      userData: [{ key: 'u_hem', form: 'sha256' }],
      consent: { granted: false, raw: { du: 'denied' } },
    },
  ],
  [
    'several events in one body',
    {
      url: 'https://tr.snapchat.com/p',
      body: JSON.stringify({
        ctx: { url: 'https://a.example/', rf: '' },
        req: [
          { i: { pids: pixel } },
          { t: { pid: pixel, ev: 'PAGE_VIEW' } },
          { t: { pid: pixel, ev: 'PURCHASE', price: 119.9, currency: 'EUR', transaction_id: '1', client_dedup_id: 'o-1' } },
        ],
      }),
    },
    {
      kind: 'event',
      accountId: pixel,
      encoding: 'json',
      pageUrl: 'https://a.example/',
      events: [
        { name: 'PAGE_VIEW', category: 'page_view' },
        { name: 'PURCHASE', category: 'purchase', value: 119.9, currency: 'EUR', orderId: '1', eventId: 'o-1' },
      ],
    },
  ],
  [
    // https://developers.snap.com/api/marketing-api/Conversions-API/UsingTheAPI
    'the server’s API called from a page',
    {
      url: `https://tr.snapchat.com/v3/${pixel}/events?access_token=invented`,
      body: '{"data":[{"event_name":"PURCHASE","event_id":"EBBE201","custom_data":{"currency":"USD","value":"10"},"event_source_url":"https://www.example.com/"}]}',
    },
    {
      kind: 'event',
      role: 'server',
      accountId: pixel,
      pageUrl: 'https://www.example.com/',
      events: [{ name: 'PURCHASE', eventId: 'EBBE201', value: 10, currency: 'USD' }],
    },
  ],
  ['two pixels', `https://tr.snapchat.com/p?pids=a,b&ev=PAGE_VIEW`, { accountId: 'a', accountIds: ['a', 'b'] }],
  ['a first-party address of Snap’s', p.replace('/p?', '/gateway/p?').concat('&ev=SEARCH'), { kind: 'event' }],
  ['a sync', 'https://tr.snapchat.com/cm/i?pid=x', { kind: 'sync' }],
  ['its settings', `https://tr.snapchat.com/config/com/0f3c7b1a-9e44-4d2b-8a10-000000000001.js?v=3`, { kind: 'config' }],
  ['no pixel', 'https://tr.snapchat.com/p?ev=SIGN_UP', null],
  ['no event', p, null],
  ['a share button', 'https://www.snapchat.com/scan?attachmentUrl=x', null],
  ['another path', `https://tr.snapchat.com/page?pid=${pixel}&ev=SIGN_UP`, null],
  ['another script', 'https://sc-static.net/app.js', null],
  ['a look-alike', `https://tr.snapchat.com.evil.example/p?pid=${pixel}&ev=SIGN_UP`, null],
]);

it('says of a body without events that it is none', () => {
  expect(decode({ method: 'POST', url: 'https://tr.snapchat.com/p', body: '{"a":1}' }).kind).toBe('telemetry');
});

describe('snaptr', () => {
  it.each([
    [['init', pixel, { user_email: 'x' }], { kind: 'init', accounts: [pixel] }],
    [['track', 'SIGN_UP', { client_dedup_id: 'e' }], { kind: 'event', event: 'SIGN_UP', eventId: 'e' }],
    [['track'], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'snaptr', args })).toEqual({ vendor: 'snapchat', ...expected });
  });
});
