import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const unip = 'https://trc.taboola.com/1900456/log/3/unip';

testVendor('taboola', [
  [
    'a lead',
    `${unip}?en=lead&unified_id=${'a'.repeat(64)}`,
    {
      kind: 'event',
      accountId: '1900456',
      events: [{ name: 'lead', category: 'lead', value: undefined }],
      userData: [{ key: 'unified_id', form: 'sha256' }],
      consent: undefined,
    },
  ],
  [
    'a page view',
    `https://trc.taboola.com/1900456/trc/3/json?data=${encodeURIComponent('{"mpvd":{"en":"page_view"},"u":"https://a.example/","e":"https://b.example/"}')}`,
    {
      kind: 'event',
      encoding: 'query+json',
      pageUrl: 'https://a.example/',
      referrer: 'https://b.example/',
      events: [{ name: 'page_view', category: 'page_view' }],
    },
  ],
  [
    'an event of the site’s own',
    'https://trc-events.taboola.com/1900456/log/3/action?en=Konfigurator',
    { events: [{ category: 'custom' }] },
  ],
  ['a publisher’s widget', 'https://trc.taboola.com/publisher/trc/3/json?data=%7B%22id%22%3A1%7D', null],
  ['no event', unip, null],
  ['another log', 'https://trc.taboola.com/1900456/log/3/visible?en=lead', null],
  ['a publisher’s script', 'https://cdn.taboola.com/libtrc/publisher/loader.js', null],
  ['a look-alike', unip.replace('taboola.com', 'taboola.com.evil.example').concat('?en=lead'), null],
]);

describe('_tfa', () => {
  it.each([
    [[{ notify: 'event', name: 'lead', id: 1900456 }], { kind: 'event', accounts: ['1900456'], event: 'lead' }],
    [[{ notify: 'mark', type: 'x' }], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: '_tfa', method: 'push', args })).toEqual({ vendor: 'taboola', ...expected });
  });
  it('reads nothing out of a word', () => {
    expect(readCall({ api: '_tfa', args: ['x'] })).toBeNull();
  });
});
