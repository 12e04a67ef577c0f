import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const sp = 'https://sp.analytics.yahoo.com/sp.pl?a=10000&.yp=10209999';

testVendor('yahoo', [
  [
    'a page view',
    `${sp}&f=https%3A%2F%2Fa.example%2F&e=https%3A%2F%2Fb.example%2F`,
    {
      kind: 'event',
      accountId: '10209999',
      pageUrl: 'https://a.example/',
      referrer: 'https://b.example/',
      events: [{ name: 'page view', category: 'page_view' }],
    },
  ],
  // https://docs.chord.co/yahoo-pixel
  [
    'an order with hashed data',
    `${sp}&et=custom&ea=Purchase&gv=119.90&he=${'a'.repeat(64)}&hph=${'b'.repeat(64)}`,
    {
      events: [{ name: 'Purchase', category: 'purchase', value: 119.9 }],
      userData: [
        { key: 'he', form: 'sha256' },
        { key: 'hph', form: 'sha256' },
      ],
    },
  ],
  ['an event without any name', `${sp}&et=custom`, { events: [{ name: 'custom', category: 'custom' }] }],
  ['no pixel', 'https://sp.analytics.yahoo.com/sp.pl?a=10000', null],
  ['another path', 'https://sp.analytics.yahoo.com/b?a=10000&.yp=1', null],
  ['a search', 'https://search.yahoo.com/search?p=.yp', null],
  ['another script', 'https://s.yimg.com/aaq/app.js', null],
  ['a look-alike', sp.replace('yahoo.com', 'yahoo.com.evil.example'), null],
]);

describe('dotq', () => {
  it.each([
    [[{ projectId: '10000', properties: { pixelId: '1' } }], { kind: 'init', accounts: ['1'] }],
    [
      [{ projectId: '10000', properties: { pixelId: '1', qstrings: { et: 'custom', ec: 'lead', ea: 'angebot' } } }],
      { kind: 'event', accounts: ['1'], event: 'lead / angebot' },
    ],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'dotq', method: 'push', args })).toEqual({ vendor: 'yahoo', ...expected });
  });
  it('reads nothing out of a word', () => {
    expect(readCall({ api: 'dotq', args: ['x'] })).toBeNull();
  });
});
