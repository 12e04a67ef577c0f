import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const pixel = 'https://q.quora.com/_/ad/9f0e1d2c3b4a59687766554433221100/pixel';

testVendor('quora', [
  [
    'the base code without script',
    `${pixel}?tag=ViewContent&noscript=1`,
    { kind: 'event', noscript: true, events: [{ name: 'ViewContent', category: 'view_content' }] },
  ],
  ['a generic event', `${pixel}?tag=Generic`, { events: [{ name: 'Generic', category: 'custom' }] }],
  [
    'a parameter nobody explains',
    `${pixel}?tag=GenerateLead&x=1`,
    { accountId: '9f0e1d2c3b4a59687766554433221100', parameters: [{ key: 'tag' }, { key: 'x', value: '1' }] },
  ],
  ['no event', pixel, null],
  ['no account', 'https://q.quora.com/_/ad/pixel?tag=GenerateLead', null],
  ['a short account', 'https://q.quora.com/_/ad/9f0e/pixel?tag=GenerateLead', null],
  ['a question', 'https://www.quora.com/What-is-a-pixel?tag=x', null],
  ['a look-alike', pixel.replace('q.quora.com', 'q.quora.com.evil.example').concat('?tag=Purchase'), null],
]);

describe('qp', () => {
  it.each([
    [['init', '9f0e1d2c3b4a59687766554433221100'], { kind: 'init', accounts: ['9f0e1d2c3b4a59687766554433221100'] }],
    [['track', 'GenerateLead'], { kind: 'event', event: 'GenerateLead' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'qp', args })).toEqual({ vendor: 'quora', ...expected });
  });
});
