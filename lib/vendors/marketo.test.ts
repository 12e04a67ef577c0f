import { testVendor } from '../../test/helpers/vendor-table';

testVendor('marketo', [
  [
    'a visit',
    'https://123-abc-456.mktoresp.com/webevents/visitWebPage?_mchNc=1790000000000&_mchId=123-ABC-456&_mchTk=_mch-shop.example-1-2&_mchHo=www.shop.example&_mchPo=&_mchRu=%2Foffer&_mchPc=https%3A&_mchVr=163&_mchRe=&_mchQp=a%3D1',
    {
      kind: 'event',
      accountId: '123-ABC-456',
      pageUrl: 'https://www.shop.example/offer?a=1',
      referrer: '',
      events: [{ category: 'page_view' }],
    },
  ],
  [
    'a click',
    'https://123-abc-456.mktoresp.com/webevents/clickLink?_mchId=123-ABC-456&_mchHr=https%3A%2F%2Fx.example%2F',
    { kind: 'event', events: [{ name: 'clickLink', category: 'engagement' }] },
  ],
  [
    'a form',
    {
      url: 'https://app-ab12.marketo.com/index.php/leadCapture/save2',
      body: 'Email=a%40b.example&formid=1042&munchkinId=123-ABC-456',
    },
    { kind: 'event', accountId: '123-ABC-456', events: [{ category: 'form_submit', conversionId: '1042' }] },
  ],
  ['the tracker', 'https://munchkin.marketo.net/165/munchkin.js', { kind: 'library' }],
  ['the forms', 'https://app-ab12.marketo.com/js/forms2/js/forms2.min.js', { kind: 'library' }],
  ['the product’s pages', 'https://www.marketo.com/company/', null],
  ['no account', 'https://123-abc-456.mktoresp.com/webevents/visitWebPage?_mchRu=%2F', null],
  ['a look-alike', 'https://mktoresp.com.evil.example/webevents/visitWebPage?_mchId=1', null],
]);
