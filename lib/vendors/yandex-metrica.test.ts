import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const watch = 'https://mc.yandex.ru/watch/91234567';

testVendor('yandex_metrica', [
  [
    'a page view without script',
    watch,
    { kind: 'event', accountId: '91234567', events: [{ name: 'hit', category: 'page_view' }] },
  ],
  [
    'a goal of the site’s own',
    `https://mc.yandex.com/watch/91234567/1?page-url=goal%3A%2F%2Fa.example%2Fphone_shown&browser-info=ar%3A1`,
    { events: [{ name: 'phone_shown', category: 'custom', goal: 'phone_shown' }], pageUrl: undefined },
  ],
  [
    'what the banner said',
    `${watch}?page-url=https%3A%2F%2Fa.example%2F&browser-info=pv%3A1%3Agdpr%3A14&t=gdpr(14)ti(1)`,
    { consent: { raw: { gdpr: '14' } } },
  ],
  ['more about a visit', `${watch}?page-url=https%3A%2F%2Fa.example%2F&browser-info=ar%3A1%3Aet%3A1`, { automatic: true }],
  [
    // https://www.yandex.com/dev/metrika/en/data-import/measurement-upload
    'a purchase sent by hand',
    'https://mc.yandex.ru/collect?tid=91234567&cid=1&t=event&pa=purchase&ti=20031&tr=119.90',
    { accountId: '91234567', events: [{ name: 'ecommerce purchase', category: 'purchase', orderId: '20031', value: 119.9 }] },
  ],
  [
    'a recording',
    { url: 'https://mc.yandex.ru/webvisor/91234567?wmode=0', body: 'x' },
    { automatic: true, events: [{ category: 'session_replay' }] },
  ],
  ['a sync', 'https://mc.yandex.ru/sync_cookie_image_check', { kind: 'sync' }],
  ['no counter', 'https://mc.yandex.ru/watch/', null],
  ['another path', 'https://mc.yandex.ru/pixel/91234567', null],
  ['the search', 'https://yandex.ru/search/?text=watch', null],
  ['its advertising', 'https://an.yandex.ru/meta/1', null],
  ['a preflight', { method: 'OPTIONS', url: watch }, null],
  ['a look-alike', 'https://mc.yandex.ru.evil.example/watch/91234567', null],
]);

it.each([
  [[91234567, 'reachGoal', 'lead'], { kind: 'event', event: 'lead', accounts: ['91234567'] }],
  [[91234567, 'hit', 'https://a.example/'], { kind: 'event', event: 'hit', accounts: ['91234567'] }],
  [[91234567, 'init', {}], { kind: 'init', accounts: ['91234567'] }],
  [[91234567, 'params', {}], { kind: 'other', accounts: ['91234567'] }],
])('reads ym%j', (args, expected) => {
  expect(readCall({ api: 'ym', args })).toEqual({ vendor: 'yandex_metrica', ...expected });
});
