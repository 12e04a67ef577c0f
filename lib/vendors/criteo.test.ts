import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import type { Json } from '../model';
import { readCall } from '.';

const event = 'https://sslwidget.criteo.com/event?a=88123&v=5';
const slot = (text: string) => encodeURIComponent(text);

testVendor('criteo', [
  [
    'two accounts in brackets, on a regional host',
    `https://widget.eu.criteo.com/event?a=%5B88123%2C88124%5D&p0=${slot('e=vh')}`,
    { kind: 'event', accountId: '88123', accountIds: ['88123', '88124'], events: [{ name: 'viewHome', category: 'page_view' }] },
  ],
  [
    'a list of products',
    `${event}&p0=${slot('e=vl&p=%5BSKU-1%2CSKU-2%5D')}`,
    { events: [{ name: 'viewList', items: [{ id: 'SKU-1' }, { id: 'SKU-2' }], value: undefined }] },
  ],
  [
    'slots out of order, with consent',
    `${event}&p10=${slot('e=ac&p=SKU-2')}&p2=${slot('e=vp&p=SKU-1')}&cs=1YNN&gpp=DBAA`,
    { events: [{ name: 'viewItem' }, { name: 'addToCart' }], consent: { usPrivacy: '1YNN', gpp: 'DBAA' } },
  ],
  [
    'nothing but an address',
    `${event}&p0=${slot('e=ce&m=%5Ba%40b.example%5D')}&p1=${slot('e=dis')}`,
    { kind: 'identify', events: [], userData: [{ key: 'm', form: 'clear' }] },
  ],
  ['a code nobody explains', `${event}&p0=${slot('e=zz')}`, { events: [{ name: 'zz', category: 'custom' }] }],
  ['its script', 'https://dynamic.criteo.com/js/ld/ld.js?a=88123', { kind: 'library', accountId: '88123' }],
  ['a sync', 'https://gum.criteo.com/sync?c=1', { kind: 'sync' }],
  ['no account', `https://sslwidget.criteo.com/event?p0=${slot('e=vh')}`, null],
  ['no slot', event, null],
  ['its own site', 'https://www.criteo.com/event?a=1&p0=e%3Dvh', null],
  ['another path', 'https://sslwidget.criteo.com/events?a=1&p0=e%3Dvh', null],
  ['a look-alike', 'https://sslwidget.criteo.com.evil.example/event?a=1&p0=e%3Dvh', null],
]);

describe('criteo_q', () => {
  it.each<[Json[], object]>([
    [
      [
        { event: 'setAccount', account: 1234 },
        { event: 'setSiteType', type: 'd' },
        { event: 'viewItem', item: 'SKU' },
      ],
      {
        kind: 'event',
        accounts: ['1234'],
        event: 'viewItem',
      },
    ],
    [[{ event: 'setAccount', account: 1234 }], { kind: 'init', accounts: ['1234'] }],
    [[{ event: 'setEmail', email: 'x' }], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'criteo_q', method: 'push', args })).toEqual({ vendor: 'criteo', ...expected });
  });
  it('reads nothing out of a word', () => {
    expect(readCall({ api: 'criteo_q', args: ['x'] })).toBeNull();
  });
});
