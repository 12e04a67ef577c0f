import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { mayBeTag, readCall } from '.';

const tp2 = 'https://c.shop.example/com.snowplowanalytics.snowplow/tp2';
const schema = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4';
const body = (...data: object[]) => JSON.stringify({ schema, data });
const unstruct = (event: string) =>
  btoa(
    JSON.stringify({
      schema: 'iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0',
      data: { schema: event, data: { form: 'quote' } },
    }),
  );
const get = 'https://c.shop.example/i?e=pv&url=https%3A%2F%2Fwww.shop.example%2F&page=Home&tv=js-3.1.0&p=web&aid=shop&eid=e1';

testVendor('snowplow', [
  [
    // https://docs.snowplow.io/docs/events/going-deeper/http-requests/
    'a page view as an image',
    get,
    {
      kind: 'event',
      accountId: 'shop',
      encoding: 'query',
      pageUrl: 'https://www.shop.example/',
      integration: 'js-3.1.0',
      events: [{ name: 'page view', category: 'page_view', eventId: 'e1' }],
    },
  ],
  [
    'an event of the owner’s own kind, in base64',
    { url: tp2, body: body({ e: 'ue', aid: 'shop', ue_px: unstruct('iglu:com.acme/lead_sent/jsonschema/1-0-0') }) },
    { events: [{ name: 'lead_sent', category: 'lead' }] },
  ],
  [
    'the form plugin, a ping, a transaction',
    {
      url: tp2,
      body: body(
        { e: 'ue', ue_px: unstruct('iglu:com.snowplowanalytics.snowplow/submit_form/jsonschema/1-0-0') },
        { e: 'pp' },
        { e: 'tr', tr_id: '7', tr_tt: '19.9', tr_cu: 'EUR' },
      ),
    },
    {
      events: [
        { name: 'submit_form', category: 'form_submit' },
        { category: 'engagement' },
        { category: 'purchase', orderId: '7', value: 19.9, currency: 'EUR' },
      ],
    },
  ],
  [
    'a path of the owner’s own',
    { url: 'https://c.shop.example/acme/t', body: body({ e: 'pv', aid: 'shop' }) },
    { accountId: 'shop', events: [{ name: 'page view' }] },
  ],
  ['an envelope that is cut', { url: tp2, body: '{"schema":' }, { kind: 'opaque' }],
  ['an image of the site’s own', 'https://www.shop.example/i?e=pv&id=7', null],
  ['another kind of event', 'https://www.shop.example/i?e=click&tv=js-1', null],
  ['another tracker’s body', { url: 'https://c.shop.example/acme/t', body: '{"schema":"x","data":[{"e":"pv"}]}' }, null],
  ['no event in it', { url: tp2, body: body({ aid: 'shop' }) }, null],
  ['its own site', 'https://docs.snowplow.io/i?e=1', null],
  ['a preflight', { method: 'OPTIONS', url: tp2 }, null],
]);

it('does not rule out its addresses, and rules out others', () => {
  expect([mayBeTag(tp2), mayBeTag(get), mayBeTag('https://www.shop.example/i?e=pv')]).toEqual([true, true, false]);
});

it.each([
  [['trackPageView'], { kind: 'event', event: 'page view' }],
  [['trackStructEvent:sp', { category: 'Form', action: 'lead_submit' }], { kind: 'event', event: 'Form / lead_submit' }],
  [
    ['trackSelfDescribingEvent', { event: { schema: 'iglu:com.acme/lead_sent/jsonschema/1-0-0' } }],
    { kind: 'event', event: 'lead_sent' },
  ],
  [['newTracker', 'sp', 'c.shop.example'], { kind: 'init' }],
  [['enableActivityTracking', {}], { kind: 'other' }],
])('reads snowplow%j', (args, expected) => {
  expect(readCall({ api: 'snowplow', args })).toEqual({ vendor: 'snowplow', ...expected });
});
