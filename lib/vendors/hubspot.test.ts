import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const forms = 'https://api.hsforms.com/submissions/v3';

testVendor('hubspot', [
  [
    'an event of the site’s own, and its properties',
    'https://track.hubspot.com/__ptbe.gif?a=24681357&n=pe24681357_demo&_plan=pro&pu=https%3A%2F%2Fa.example%2F',
    { kind: 'event', accountId: '24681357', events: [{ name: 'pe24681357_demo', category: 'custom', params: { plan: 'pro' } }] },
  ],
  [
    'a page view that names the visitor',
    'https://track.hubspot.com/__ptq.gif?k=1&a=24681357&i=email%3Dmia%2540mail.example%26firstname%3DMia',
    {
      events: [{ name: 'page view', category: 'page_view' }],
      userData: [
        { key: 'email', form: 'clear' },
        { key: 'firstname', form: 'clear' },
      ],
    },
  ],
  [
    // https://developers.hubspot.com/docs/reference/api/marketing/forms/v3-legacy
    'a form sent by a site’s own script',
    {
      url: `${forms}/integration/submit/24681357/0a1b2c3d-0000-4000-8000-00000000f0f0`,
      body: '{"fields":[{"objectTypeId":"0-1","name":"email","value":"a@b.example"}],"context":{"hutk":"x","pageUri":"https://a.example/"}}',
    },
    {
      kind: 'event',
      accountId: '24681357',
      encoding: 'json',
      pageUrl: 'https://a.example/',
      events: [{ name: 'form submission', category: 'form_submit' }],
      userData: [{ key: 'email', form: 'clear' }],
    },
  ],
  [
    'a form of the site’s that was collected',
    {
      url: 'https://forms.hscollectedforms.net/collected-forms/submit/form',
      body: '{"contactFields":{"email":"a@b.example"},"portalId":24681357,"type":"SCRAPED","pageUrl":"https://a.example/"}',
    },
    {
      automatic: true,
      accountId: '24681357',
      events: [{ category: 'form_submit' }],
      userData: [{ key: 'email', form: 'clear' }],
    },
  ],
  [
    'a form that is drawn',
    'https://forms.hsforms.com/embed/v3/form/24681357/0a1b/json?hs_static_app=x',
    { kind: 'config', accountId: '24681357' },
  ],
  [
    'the tracking code',
    'https://js.hs-analytics.net/analytics/1790012000000/24681357.js',
    { kind: 'library', accountId: '24681357' },
  ],
  ['no portal', 'https://track.hubspot.com/__ptq.gif?k=1', null],
  ['an event without name', 'https://track.hubspot.com/__ptbe.gif?a=1', null],
  ['a preflight of a form', { method: 'OPTIONS', url: `${forms}/integration/submit/1/2` }, null],
  ['another product', 'https://app.hubspot.com/login', null],
  ['another path', 'https://track.hubspot.com/other.gif?a=1', null],
  ['a picture', 'https://js.hsforms.net/logo.png', null],
  ['a look-alike', 'https://track.hubspot.com.evil.example/__ptq.gif?a=1&k=1', null],
]);

it.each([
  [['trackPageView'], { kind: 'event', event: 'page view' }],
  [['trackCustomBehavioralEvent', { name: 'pe1_demo' }], { kind: 'event', event: 'pe1_demo' }],
  [['doNotTrack'], { kind: 'consent' }],
  [['setPath', '/a'], { kind: 'other' }],
])('reads _hsq.push(%j)', (list, expected) => {
  expect(readCall({ api: '_hsq', method: 'push', args: [list] })).toEqual({ vendor: 'hubspot', ...expected });
});
