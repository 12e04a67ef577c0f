import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const tracker = 'https://top-fwz1.mail.ru/tracker';

testVendor('vk', [
  [
    'a page view',
    `${tracker}?id=3344556;u=https%3A%2F%2Fa.example%2F`,
    { kind: 'event', events: [{ name: 'page view', category: 'page_view' }] },
  ],
  ['without script', 'https://top-fwz1.mail.ru/counter?id=3344556;js=na', { noscript: true, accountId: '3344556' }],
  [
    'a goal without value',
    `${tracker}?id=3344556;e=RG%3A/callback_shown`,
    { events: [{ name: 'callback_shown', category: 'custom', value: undefined }] },
  ],
  [
    'what the counter sends of its own accord',
    `${tracker}?id=3344556;e=SCR/50`,
    { events: [{ name: 'SCR/50', category: 'auto' }] },
  ],
  ['the older pixel', 'https://vk.com/rtrg?p=VK-RTRG-1-a', { events: [{ name: 'hit', category: 'page_view' }] }],
  ['the library', 'https://top-fwz1.mail.ru/js/code.js', { kind: 'library' }],
  ['no counter', `${tracker}?e=RG%3A/lead`, null],
  ['no pixel', 'https://vk.com/rtrg?event=lead', null],
  ['the network itself', 'https://vk.com/feed', null],
  ['another service', 'https://top.mail.ru/jump?from=1', null],
  ['another path', 'https://top-fwz1.mail.ru/tracker2?id=1', null],
  ['a look-alike', 'https://top-fwz1.mail.ru.evil.example/tracker?id=3344556', null],
]);

it.each([
  // https://ads.vk.com/help/articles/pixel_vk_ads
  [
    { type: 'reachGoal', id: 3344556, goal: 'lead' },
    { kind: 'event', event: 'lead', accounts: ['3344556'] },
  ],
  [
    { type: 'pageView', id: '3344556' },
    { kind: 'event', event: 'page view', accounts: ['3344556'] },
  ],
  [{ type: 'setUserID', userid: 'x' }, { kind: 'other' }],
])('reads _tmr.push(%j)', (said, expected) => {
  expect(readCall({ api: '_tmr', method: 'push', args: [said] })).toEqual({ vendor: 'vk', ...expected });
});
