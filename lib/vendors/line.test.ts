import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const tag = 'https://tr.line.me/tag.gif?c_t=lap&t_id=1e11inv0';

testVendor('line', [
  ['a page view', `${tag}&e=pv`, { kind: 'event', accountId: '1e11inv0', events: [{ name: 'pv', category: 'page_view' }] }],
  ['without script', `${tag}&e=pv&noscript=1`, { noscript: true }],
  [
    'a conversion',
    `${tag}&e=cv&type=Conversion`,
    { events: [{ name: 'Conversion', category: 'conversion', params: { type: 'Conversion' } }] },
  ],
  ['a conversion without type', `${tag}&e=cv`, { events: [{ name: 'cv', category: 'conversion' }] }],
  ['no tag', 'https://tr.line.me/tag.gif?c_t=lap&e=pv', null],
  ['no event', tag, null],
  ['another path', 'https://tr.line.me/other.gif?t_id=1&e=pv', null],
  ['the share button', 'https://social-plugins.line.me/lineit/share?url=x', null],
  ['another script', 'https://d.line-scdn.net/r/web/social-plugin/js/thirdparty/loader.min.js', null],
  ['a look-alike', `${tag}&e=pv`.replace('line.me', 'line.me.evil.example'), null],
]);

it.each([
  [['send', 'pv', ['1e11inv0']], { kind: 'event', event: 'pv', accounts: ['1e11inv0'] }],
  [['send', 'cv', { type: 'Conversion' }, ['1e11inv0']], { kind: 'event', event: 'Conversion', accounts: ['1e11inv0'] }],
  [['init', { customerType: 'lap' }], { kind: 'init' }],
])('reads _lt%j', (args, expected) => {
  expect(readCall({ api: '_lt', args })).toEqual({ vendor: 'line', ...expected });
});
