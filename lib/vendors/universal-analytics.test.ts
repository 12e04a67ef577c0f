import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const collect = 'https://www.google-analytics.com/collect';
const start = 'v=1&tid=UA-55512345-1&cid=555';

// Hits from https://developers.google.com/analytics/devguides/collection/protocol/v1/devguide
testVendor('universal_analytics', [
  [
    'a page view',
    `${collect}?${start}&t=pageview&dh=mydemo.com&dp=/home&dt=homepage`,
    { kind: 'event', legacy: true, accountId: 'UA-55512345-1', events: [{ name: 'pageview', category: 'page_view' }] },
  ],
  [
    'an event with a value',
    `${collect}?${start}&t=event&ec=video&ea=play&el=holiday&ev=300&cd1=a`,
    { events: [{ name: 'video / play', category: 'custom', value: 300, params: { ec: 'video', el: 'holiday', cd1: 'a' } }] },
  ],
  [
    'a purchase of enhanced e-commerce',
    `${collect}?${start}&t=pageview&pa=purchase&ti=T12345&tr=37.39&cu=EUR`,
    { events: [{ name: 'pageview', category: 'purchase', value: 37.39, currency: 'EUR', orderId: 'T12345' }] },
  ],
  [
    'the copy for advertising features',
    `https://stats.g.doubleclick.net/j/collect?${start}&t=dc`,
    { kind: 'mirror', role: 'doubleclick' },
  ],
  ['its script', 'https://www.google-analytics.com/analytics.js', { kind: 'library' }],
  ['no property', `${collect}?v=1&t=pageview`, null],
  ['another version', `${collect}?v=2&tid=UA-55512345-1&t=pageview`, null],
  ['a measurement id', `${collect}?v=1&tid=G-7XK2QPL9TD&t=pageview`, null],
  ['another script', 'https://www.google-analytics.com/cx/api.js', null],
  ['a look-alike', `https://www.google-analytics.com.evil.example/collect?${start}&t=pageview`, null],
  ['a batch of nothing', { url: 'https://www.google-analytics.com/batch', body: 'a\nb' }, null],
]);

describe('ga', () => {
  it.each([
    [['create', 'UA-1-1', 'auto'], { kind: 'init', accounts: ['UA-1-1'] }],
    [['send', 'pageview'], { kind: 'event', event: 'pageview' }],
    [['t0.send', 'event', 'video', 'play'], { kind: 'event', event: 'video / play' }],
    [['send', { hitType: 'event', eventCategory: 'video', eventAction: 'play' }], { kind: 'event', event: 'video / play' }],
    [['require', 'ec'], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'ga', args })).toEqual({ vendor: 'universal_analytics', ...expected });
  });
  it('reads nothing out of what is no command', () => {
    expect(readCall({ api: 'ga', args: [null] })).toBeNull();
  });
});
