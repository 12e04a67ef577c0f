import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

testVendor('impact', [
  [
    'a visit in the address',
    'https://bergwolf.pxf.io/xc/2871000/1080000/13000?landurl=https%3A%2F%2Fa.example%2F',
    {
      kind: 'event',
      accountId: '2871000',
      encoding: 'query',
      pageUrl: 'https://a.example/',
    },
  ],
  ['its script', 'https://utt.impactcdn.com/A2871000-0000-4000-8000-000000000001.js', { kind: 'library' }],
  ['a click', 'https://bergwolf.pxf.io/c/1/2/3', null],
  ['a path without numbers', 'https://bergwolf.pxf.io/xc/a/b/c', null],
  ['a look-alike', 'https://bergwolf.pxf.io.evil.example/xc/2871000/1080000/13000', null],
]);

// https://integrations.impact.com/impact-brand/docs/javascript-installation
describe('ire', () => {
  it.each([
    [['identify', { customerId: '' }], { kind: 'other' }],
    [['trackConversion', 12345, { orderId: '1' }], { kind: 'event', event: '12345' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'ire', args })).toEqual({ vendor: 'impact', ...expected });
  });
  it('reads nothing out of a number', () => {
    expect(readCall({ api: 'ire', args: [1] })).toBeNull();
  });
});
