import { testVendor } from '../../test/helpers/vendor-table';

const hash = 'rTbInv01234567890abc';
const v2 = 'https://creativecdn.com/tags/v2?type=json';

testVendor('rtb_house', [
  [
    'several tags in one body',
    {
      url: v2,
      body: JSON.stringify({
        th: hash,
        tags: [
          { eventType: 'uid', id: 'x' },
          { eventType: 'offer', offerId: 'SKU-9' },
          { eventType: 'conversion', conversionId: '20031', conversionValue: '119.90' },
        ],
      }),
    },
    {
      kind: 'event',
      accountId: hash,
      encoding: 'json-batch',
      events: [
        { name: 'offer', category: 'view_content', items: [{ id: 'SKU-9' }] },
        { name: 'conversion', category: 'purchase', value: 119.9, orderId: '20031' },
      ],
    },
  ],
  [
    'nothing but who the visitor is',
    { url: v2, body: `{"th":"${hash}","tags":[{"eventType":"lid"}]}` },
    { kind: 'identify', events: [] },
  ],
  [
    'an offer in the older tag',
    `https://creativecdn.com/tags?id=pr_${hash}_offer_SKU-9&id=pr_${hash}_uid_x`,
    {
      kind: 'event',
      accountId: hash,
      events: [{ name: 'offer', items: [{ id: 'SKU-9' }] }],
    },
  ],
  [
    'any page in the older tag',
    `https://creativecdn.com/tags?id=pr_${hash}`,
    { events: [{ name: 'placebo', category: 'page_view' }] },
  ],
  ['a body without an account', { url: v2, body: '{"tags":[{"eventType":"home"}]}' }, null],
  ['no body', { url: v2 }, null],
  ['no account', 'https://creativecdn.com/tags?id=home', null],
  ['a short account', 'https://creativecdn.com/tags?id=pr_abc_home', null],
  ['a sync', 'https://creativecdn.com/cm-notify?pi=x', null],
  ['a look-alike', `https://creativecdn.com.evil.example/tags?id=pr_${hash}_home`, null],
]);
