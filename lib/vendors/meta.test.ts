import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import type { Json } from '../model';
import { readCall } from '.';

const tr = 'https://www.facebook.com/tr/';
const id = '904417723301556';
const sha = 'a'.repeat(64);

testVendor('meta', [
  [
    'an event with brackets encoded and not',
    `${tr}?id=${id}&ev=Lead&cd[value]=1,50&cd%5Bcurrency%5D=EUR`,
    { kind: 'event', events: [{ name: 'Lead', value: 1.5, currency: 'EUR' }] },
  ],
  [
    'fields the browser has parsed',
    {
      url: tr,
      bodyFields: [
        ['id', id],
        ['ev', 'Lead'],
        ['eid', 'e'],
      ],
    },
    { encoding: 'form', events: [{ eventId: 'e' }] },
  ],
  [
    'a body whose first name has brackets',
    { url: `${tr}?id=${id}&ev=Lead`, body: 'cd[value]=2&cd[currency]=EUR' },
    { events: [{ name: 'Lead', value: 2, currency: 'EUR' }] },
  ],
  [
    'a Blob nobody could read',
    { url: tr, bodyUnread: 'a Blob' },
    { kind: 'opaque', reason: 'The body could not be read: a Blob.', events: [] },
  ],
  ['an empty event id', `${tr}?id=${id}&ev=Lead&eid=`, { events: [{ name: 'Lead', eventId: undefined }] }],
  [
    'a clear e-mail',
    `${tr}?id=${id}&ev=Lead&ud[em]=a%40b.example&ud[ph]=${sha}`,
    {
      userData: [
        { key: 'em', form: 'clear' },
        { key: 'ph', form: 'sha256' },
      ],
    },
  ],
  ['an event that no vocabulary has', `${tr}?id=${id}&ev=lead`, { events: [{ name: 'lead', category: 'custom' }] }],
  ['an automatic event of any name', `${tr}?id=${id}&ev=Lead&es=automatic`, { automatic: true, events: [{ category: 'auto' }] }],
  ['an object’s own property as event', `${tr}?id=${id}&ev=constructor`, { events: [{ category: 'custom' }] }],
  ['the library', 'https://connect.facebook.net/en_US/fbevents.js', { kind: 'library' }],
  ['a plugin', 'https://connect.facebook.net/signals/plugins/identity.js?v=2.9.9', { kind: 'library' }],
  [
    'a path of the site’s own',
    {
      method: 'GET',
      url: `https://www.shop.example/metrics/tr?id=${id}&ev=Lead&eid=e`,
      initiatorPage: 'https://www.shop.example/',
    },
    { kind: 'event', firstParty: true, accountId: id },
  ],
  [
    'the gateway’s copy',
    {
      url: 'https://gw.shop.example/events?cee=no',
      initiatorPage: 'https://www.shop.example/x',
      body: JSON.stringify({
        event_name: 'Lead',
        event_id: 'e1',
        'fb.pixel_id': id,
        custom_data: { content_name: 'a' },
        conversion_value: { value: 45, currency: 'EUR' },
        website_context: { location: 'https://www.shop.example/x', referrer: '' },
        'fb.advanced_matching': { em: sha },
      }),
    },
    {
      kind: 'mirror',
      accountId: id,
      firstParty: true,
      pageUrl: 'https://www.shop.example/x',
      referrer: '',
      events: [{ name: 'Lead', eventId: 'e1', value: 45, currency: 'EUR', params: { content_name: 'a' } }],
      userData: [{ key: 'em', form: 'sha256' }],
    },
  ],
  [
    'the server’s API from a browser',
    {
      url: `https://graph.facebook.com/v19.0/${id}/events?access_token=x`,
      body: '{"data":[{"event_name":"Lead","event_id":"e"}]}',
    },
    { kind: 'mirror', accountId: id, events: [{ name: 'Lead', eventId: 'e' }] },
  ],
  ['no pixel', `${tr}?ev=Lead`, null],
  ['no event', `${tr}?id=${id}`, null],
  ['the Turkish pages of a shop', 'https://www.shop.example/tr/?id=5&ev=1', null],
  ['events of somebody else', { url: 'https://api.shop.example/events', body: '{"event_name":"x"}' }, null],
  ['a share button', 'https://www.facebook.com/plugins/like.php', null],
]);

describe('fbq', () => {
  it.each([
    [['track', 'Lead', { value: 1 }, { eventID: 'e' }], { kind: 'event', event: 'Lead', eventId: 'e' }],
    [['trackSingle', id, 'Lead'], { kind: 'event', event: 'Lead', accounts: [id] }],
    [['trackCustom', 'X'], { kind: 'event', event: 'X' }],
    [['init', id], { kind: 'init', accounts: [id] }],
    [['init', 904417723301556], { kind: 'init', accounts: [id] }],
    [['consent', 'revoke'], { kind: 'consent' }],
    [['set', 'autoConfig', false, id], { kind: 'other' }],
    [['track'], { kind: 'other' }],
  ])('%j', (args, expected) => {
    expect(readCall({ api: 'fbq', args: args as Json[] })).toEqual({ vendor: 'meta', ...expected });
  });
  it('reads nothing out of nothing', () => {
    expect(readCall({ api: 'fbq', args: [] })).toBeNull();
  });
});
