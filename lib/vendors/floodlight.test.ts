import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { decode } from '.';

const activity = 'https://ad.doubleclick.net/activity;src=12345670;type=leads0;cat=angeb0;ord=7';

testVendor('floodlight', [
  [
    // https://support.google.com/campaignmanager/answer/2824087
    'a sale',
    'https://ad.doubleclick.net/activity;src=3528935;type=frida880;cat=ire;qty=2;cost=99.99;ord=123456789?',
    {
      kind: 'event',
      accountId: 'DC-3528935',
      events: [{ name: 'frida880/ire', category: 'purchase', value: 99.99, orderId: '123456789', params: { qty: '2' } }],
    },
  ],
  [
    // https://support.google.com/campaignmanager/answer/2823450: the frame tag as it is written into a page by hand
    'a frame tag that is all there is',
    'https://12345670.fls.doubleclick.net/activityi;src=12345670;type=leads0;cat=angeb0;dc_lat=;dc_rdid=;ord=1;num=5?',
    { kind: 'event', role: 'frame', events: [{ category: 'conversion', orderId: undefined }] },
  ],
  [
    'the frame beside an activity',
    'https://fls.doubleclick.net/activityi;src=1;type=a;cat=b;ord=7;~oref=https%3A%2F%2Fa.example%2F?',
    { kind: 'mirror', role: 'frame', pageUrl: 'https://a.example/' },
  ],
  ['its continuation', activity.replace('activity;', 'activity;dc_pre=CLi1;'), { kind: 'mirror', role: 'redirect' }],
  [
    'consent and a variable with a plus',
    `${activity};gcs=G100;u2=a+b;uid=7?`,
    { consent: { signals: { ad_storage: 'denied' } }, events: [{ params: { u2: 'a+b' } }] },
  ],
  [
    'user-provided data',
    `${activity};em=tv.1~em.${'a'.repeat(64)}`,
    { userData: [{ key: 'em', form: 'sha256' }], consent: undefined },
  ],
  ['no advertiser', 'https://ad.doubleclick.net/activity;type=a;cat=b;ord=1', null],
  ['no group', 'https://ad.doubleclick.net/activity;src=1;cat=b;ord=1', null],
  ['an ad', 'https://ad.doubleclick.net/ddm/trackimp/N1.2/B3;src=1;type=a;cat=b', null],
  ['a click', 'https://ad.doubleclick.net/ddm/trackclk/N1.2/B3;dc_trk_aid=1', null],
  ['a look-alike', 'https://ad.doubleclick.net.evil.example/activity;src=1;type=a;cat=b', null],
  ['another path', 'https://ad.doubleclick.net/activities;src=1;type=a;cat=b', null],
]);

it('folds the frame into its activity, and keeps two activities apart', () => {
  const key = (url: string) => decode({ method: 'GET', url }).foldKey;
  expect(key(activity.replace('activity;', 'activityi;'))).toBe(key(activity));
  expect(key(activity.replace('ord=7', 'ord=8'))).not.toBe(key(activity));
});
