import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

testVendor('heap', [
  [
    'a page view',
    'https://heapanalytics.com/h?a=1239876540&h=%2Fdanke&d=www.shop.example',
    {
      kind: 'event',
      accountId: '1239876540',
      pageUrl: 'https://www.shop.example/danke',
      events: [{ name: 'pageview', category: 'page_view' }],
    },
  ],
  [
    'a binary message',
    { url: 'https://c.us.heap-api.com/api/capture/v2/track', body: '(bytes)' },
    { kind: 'opaque', reason: 'A binary message: its format is not documented.' },
  ],
  ['the settings', 'https://cdn.us.heap-api.com/config/1239876540/heap_config.js', { kind: 'config', accountId: '1239876540' }],
  ['the newer library', 'https://cdn.us.heap-api.com/v5/heapjs-static/5.2.0/core/heap.js', { kind: 'library' }],
  ['no environment', 'https://heapanalytics.com/h?h=%2Fdanke', null],
  ['its own pages', 'https://heapanalytics.com/app/env/1/graph', null],
  ['another path', 'https://heapanalytics.com/hh?a=1', null],
  ['a preflight', { method: 'OPTIONS', url: 'https://c.us.heap-api.com/api/capture/v2/track' }, null],
  ['a look-alike', 'https://heapanalytics.com.evil.example/h?a=1', null],
]);

it.each([
  ['track', ['Lead'], { kind: 'event', event: 'Lead' }],
  ['load', [1239876540], { kind: 'init', accounts: ['1239876540'] }],
  ['identify', ['u'], { kind: 'other' }],
])('reads heap.%s(%j)', (method, args, expected) => {
  expect(readCall({ api: 'heap', method, args })).toEqual({ vendor: 'heap', ...expected });
});
