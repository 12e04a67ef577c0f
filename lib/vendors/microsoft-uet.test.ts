import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const action = 'https://bat.bing.com/action/0?ti=343000111&Ver=2';

testVendor('microsoft_uet', [
  [
    // https://learn.microsoft.com/advertising/msa-help/hlp_ba_conc_uetv2syntaxupdate
    'revenue with an action of the site’s own',
    `${action}&evt=custom&ea=Angebot&gv=45.50&gc=EUR&asc=D`,
    {
      kind: 'event',
      events: [{ name: 'Angebot', category: 'custom', value: 45.5, currency: 'EUR' }],
      consent: { signals: { ad_storage: 'denied' }, raw: { asc: 'D' } },
    },
  ],
  [
    // https://learn.microsoft.com/advertising/msa-help/hlp_ba_proc_uet_exampleeventsecommerce
    'a product page',
    `${action}&evt=custom&ecomm_pagetype=product&ecomm_prodid=SKU-9`,
    { events: [{ name: 'custom', category: 'view_content', params: { ecomm_prodid: 'SKU-9' } }] },
  ],
  ['a home page', `${action}&evt=custom&ecomm_pagetype=home`, { events: [{ category: 'remarketing' }] }],
  ['the leaving of a page', `${action}&evt=pageHide`, { kind: 'telemetry', events: [] }],
  [
    'the default of consent',
    'https://bat.bing.net/actionp/0?ti=343000111&evt=consent&src=default&asc=D',
    { kind: 'consent', events: [], consent: { raw: { src: 'default' } } },
  ],
  [
    'through the site’s own host',
    {
      method: 'GET',
      url: 'https://m.shop.example/x/action/0?ti=343000111&Ver=2&evt=pageLoad&p=https%3A%2F%2Fwww.shop.example%2F',
      initiatorPage: 'https://www.shop.example/',
    },
    { kind: 'event', firstParty: true, events: [{ name: 'pageLoad' }] },
  ],
  ['its script', 'https://bat.bing.com/bat.js', { kind: 'library' }],
  ['a sync', 'https://c.bing.com/c.gif?x=1', { kind: 'sync' }],
  ['no tag', 'https://bat.bing.com/action/0?evt=pageLoad', null],
  ['another action', 'https://bat.bing.com/action/1?ti=343000111&evt=pageLoad', null],
  ['a search', 'https://www.bing.com/search?q=ti', null],
  ['a shop’s own path without a tag', 'https://www.shop.example/action/0?evt=pageLoad', null],
  ['a shop’s own path with a short number', 'https://www.shop.example/action/0?ti=7&evt=pageLoad', null],
  ['a shop’s own path without an event', 'https://www.shop.example/action/0?ti=343000111', null],
  ['a look-alike', 'https://bat.bing.com.evil.example/action/0?ti=343000111&evt=pageLoad', null],
]);

describe('uetq', () => {
  it.each([
    [['event', 'purchase', { revenue_value: 1 }], { kind: 'event', event: 'purchase' }],
    [['event', '', { ecomm_pagetype: 'home' }], { kind: 'event', event: 'custom' }],
    [[{ ec: 'a', ea: 'b' }], { kind: 'event', event: 'b' }],
    [['pageLoad'], { kind: 'event', event: 'pageLoad' }],
    [['consent', 'update', { ad_storage: 'granted' }], { kind: 'consent' }],
    [['set', {}], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'uetq', method: 'push', args })).toEqual({ vendor: 'microsoft_uet', ...expected });
  });
  it('reads nothing out of a number', () => {
    expect(readCall({ api: 'uetq', args: [1] })).toBeNull();
  });
});
