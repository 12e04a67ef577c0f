import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const tags = 'https://tags.srv.stackadapt.com';

testVendor('stackadapt', [
  [
    'an audience',
    `${tags}/rt?sid=AbC`,
    { kind: 'event', accountId: 'AbC', events: [{ name: 'retargeting', category: 'remarketing' }] },
  ],
  ['a conversion with more', `${tags}/conv?cid=AbC&x=1`, { parameters: [{ key: 'cid' }, { key: 'x' }] }],
  ['no pixel', `${tags}/saq_pxl?t=Angebot`, null],
  ['no conversion', `${tags}/conv`, null],
  ['a sync', `${tags}/sync?uid=AbC`, null],
  ['another host', 'https://www.stackadapt.com/conv?cid=AbC', null],
  ['a look-alike', `${tags}.evil.example/conv?cid=AbC`, null],
]);

describe('saq', () => {
  it.each([
    [['ts', 'StA'], { kind: 'event', accounts: ['StA'], event: 'page view' }],
    [['conv', 'CoN'], { kind: 'event', accounts: ['CoN'], event: 'conversion' }],
    [['x'], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'saq', args })).toEqual({ vendor: 'stackadapt', ...expected });
  });
  it('reads nothing out of a number', () => {
    expect(readCall({ api: 'saq', args: [1] })).toBeNull();
  });
});
