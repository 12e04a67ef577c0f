import { testVendor } from '../../test/helpers/vendor-table';

const up = 'https://insight.adsrvr.org/track/up?adv=inv0a1b&upid=up77inv';

testVendor('the_trade_desk', [
  [
    'a page seen by the universal pixel',
    `${up}&ref=https%3A%2F%2Fa.example%2F&gdpr=1&gdpr_consent=CQx`,
    {
      kind: 'event',
      pageUrl: 'https://a.example/',
      consent: { tcf: 'CQx' },
      events: [{ name: 'up77inv', category: 'conversion', value: undefined }],
    },
  ],
  ['a value in yen', `${up}&v=1200&vf=JPY&td10=x`, { events: [{ value: 1200, currency: 'JPY', params: { td10: 'x' } }] }],
  [
    'a body whose format is not published',
    { url: 'https://insight.adsrvr.org/track/realtimeconversion', body: '{"data":[]}' },
    { kind: 'opaque' },
  ],
  ['a sync', 'https://match.adsrvr.org/track/cmf/generic?ttd_pid=x', { kind: 'sync' }],
  ['no advertiser', 'https://insight.adsrvr.org/track/up?upid=up77inv', null],
  ['no pixel', 'https://insight.adsrvr.org/track/up?adv=inv0a1b', null],
  ['an ad that was seen', 'https://insight.adsrvr.org/enduser/vast/?adv=inv0a1b&upid=x', null],
  ['another script', 'https://js.adsrvr.org/uid2.js', null],
  ['a look-alike', up.replace('adsrvr.org', 'adsrvr.org.evil.example'), null],
]);
