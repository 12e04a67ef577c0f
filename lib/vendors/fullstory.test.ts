import { testVendor } from '../../test/helpers/vendor-table';

testVendor('fullstory', [
  ['the library', 'https://edge.fullstory.com/s/fs.js', { kind: 'library' }],
  [
    'the start',
    {
      url: 'https://rs.fullstory.com/rec/page',
      body: '{"OrgId": "o-1ABC-na1", "UserId": "", "Url": "https://www.shop.example/", "Referrer": ""}',
    },
    { kind: 'event', accountId: 'o-1ABC-na1', pageUrl: 'https://www.shop.example/', events: [{ category: 'session_replay' }] },
  ],
  [
    'the recording',
    'https://rs.fullstory.com/rec/bundle/v2?OrgId=o-1ABC-na1&UserId=1',
    { kind: 'opaque', reason: 'This is FullStory’s by its address; its format is not documented.' },
  ],
  ['the product’s pages', 'https://app.fullstory.com/login', null],
  ['a look-alike', 'https://rs.fullstory.com.evil.example/rec/page', null],
]);
