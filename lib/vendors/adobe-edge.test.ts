import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

const interact = 'https://edge.adobedc.net/ee/va6/v1/interact?configId=c1&requestId=r';
const body = (...events: object[]) => JSON.stringify({ meta: {}, events });
const order = { purchaseID: '7', priceTotal: 119.9, currencyCode: 'EUR' };

testVendor('adobe_edge', [
  [
    // https://experienceleague.adobe.com/en/docs/experience-platform/xdm/classes/experienceevent: the event types
    'a purchase at a host of the site’s own',
    {
      url: 'https://data.shop.example/ee/v1/collect?configId=c1',
      body: body({
        xdm: {
          eventType: 'commerce.purchases',
          _id: 'i',
          commerce: { order },
          web: { webPageDetails: { URL: 'https://www.shop.example/' } },
        },
      }),
    },
    {
      kind: 'event',
      accountId: 'c1',
      firstParty: true,
      events: [{ name: 'commerce.purchases', category: 'purchase', eventId: 'i', value: 119.9, currency: 'EUR', orderId: '7' }],
    },
  ],
  [
    'a page view and a lead',
    {
      url: interact,
      body: body({ xdm: { eventType: 'web.webpagedetails.pageViews' } }, { xdm: { eventType: 'leadOperation.newLead' } }),
    },
    { encoding: 'json-batch', events: [{ category: 'page_view' }, { category: 'lead' }] },
  ],
  ['no event', { url: interact, body: body() }, { kind: 'telemetry', events: [] }],
  [
    // https://experienceleague.adobe.com/en/docs/experience-platform/collection/js/commands/setconsent
    'agreement in version 2',
    {
      url: 'https://edge.adobedc.net/ee/v1/privacy/set-consent?configId=c1',
      body: '{"consent":[{"standard":"Adobe","version":"2.0","value":{"collect":{"val":"y"}}}]}',
    },
    { kind: 'consent', consent: { granted: true } },
  ],
  [
    'a consent string',
    {
      url: 'https://edge.adobedc.net/ee/v1/privacy/set-consent?configId=c1',
      body: '{"consent":[{"standard":"IAB TCF","version":"2.0","value":"CO052l-O052l"}]}',
    },
    { kind: 'consent', consent: { tcf: 'CO052l-O052l' } },
  ],
  ['a body that is cut', { url: interact, body: '{"events":[' }, { kind: 'opaque', accountId: 'c1' }],
  ['no datastream', { url: 'https://edge.adobedc.net/ee/v1/interact', body: body({ xdm: { eventType: 'x' } }) }, null],
  ['no body', interact, null],
  ['a path of the site’s own', { url: 'https://www.shop.example/ee/v1/interactions?configId=1', body: body({ xdm: {} }) }, null],
  ['another path', { url: 'https://edge.adobedc.net/eb/v1/interact?configId=c1', body: body({ xdm: {} }) }, null],
  ['a preflight', { method: 'OPTIONS', url: interact }, null],
  ['a look-alike', { url: interact.replace('adobedc.net', 'adobedc.net.evil.example'), body: body({ xdm: {} }) }, null],
]);

it.each([
  [['sendEvent', { xdm: { eventType: 'leadOperation.newLead' } }], { kind: 'event', event: 'leadOperation.newLead' }],
  [['setConsent', {}], { kind: 'consent' }],
  [['configure', { datastreamId: 'c1' }], { kind: 'init', accounts: ['c1'] }],
  [['getIdentity'], { kind: 'other' }],
])('reads alloy%j', (args, expected) => {
  expect(readCall({ api: 'alloy', args })).toEqual({ vendor: 'adobe_edge', ...expected });
});
