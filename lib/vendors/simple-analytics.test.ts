import { testVendor } from '../../test/helpers/vendor-table';

testVendor('simple_analytics', [
  [
    'a page view',
    'https://queue.simpleanalyticscdn.com/simple.gif?hostname=www.shop.example&type=pageview',
    { kind: 'event', accountId: 'www.shop.example', events: [{ name: 'pageview', category: 'page_view' }] },
  ],
  [
    'an event',
    {
      url: 'https://queue.simpleanalyticscdn.com/events',
      body: '{"type": "event", "hostname": "www.shop.example", "event": "quote_sent", "ua": "x"}',
    },
    { kind: 'event', accountId: 'www.shop.example', events: [{ name: 'quote_sent', category: 'custom' }] },
  ],
  [
    'without script',
    'https://queue.simpleanalyticscdn.com/noscript.gif?collect-dnt=true',
    { kind: 'event', events: [{ category: 'page_view' }] },
  ],
  ['the library', 'https://scripts.simpleanalyticscdn.com/latest.js', { kind: 'library' }],
  ['nothing said', 'https://queue.simpleanalyticscdn.com/simple.gif', null],
  ['a look-alike', 'https://queue.simpleanalyticscdn.com.evil.example/simple.gif?hostname=a&type=pageview', null],
]);
