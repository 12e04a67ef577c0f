import { describe, expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import type { Json } from '../model';
import { readCall } from '.';

const url = 'https://analytics.tiktok.com/api/v2/pixel';
const message = (over: object = {}) => ({
  event: 'Lead',
  event_id: 'e1',
  context: { pixel: { code: 'CR7A' }, page: { url: 'https://a.example/', referrer: '' }, user: {} },
  properties: {},
  ...over,
});
const base64 = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64');

testVendor('tiktok', [
  [
    'a message in the address',
    `${url}?analytics_message=${encodeURIComponent(base64(message()))}`,
    { encoding: 'base64-query', events: [{ name: 'Lead', eventId: 'e1' }] },
  ],
  [
    'a list',
    { url, body: JSON.stringify([message(), message({ event: 'Contact', event_id: '' })]) },
    { events: [{ name: 'Lead' }, { name: 'Contact', eventId: undefined }] },
  ],
  [
    'a batch that shares its context',
    {
      url: `${url}/batch`,
      body: JSON.stringify({ context: { pixel: { code: 'CR7A' } }, batch: [{ event: 'Lead' }, { event: 'Search' }] }),
    },
    { accountId: 'CR7A', events: [{ name: 'Lead' }, { name: 'Search' }] },
  ],
  [
    'the older names',
    { url, body: JSON.stringify({ pixel_code: 'CR7A', data: [{ event_name: 'SubmitForm' }] }) },
    { accountId: 'CR7A', events: [{ name: 'SubmitForm', category: 'lead' }] },
  ],
  ['bytes', { url, bodyBase64: base64(message()) }, { encoding: 'json', events: [{ name: 'Lead' }] }],
  [
    'a value as text',
    { url, body: JSON.stringify(message({ properties: { value: '45.5', currency: 'EUR', contents: [{ content_id: 'a' }] } })) },
    { events: [{ value: 45.5, params: { 'contents.0.content_id': 'a' } }] },
  ],
  [
    'clear user data',
    { url, body: JSON.stringify(message({ context: { pixel: { code: 'CR7A' }, user: { email: 'a@b.example' } } })) },
    { userData: [{ key: 'email', form: 'clear' }] },
  ],
  [
    'a page scrape',
    { url: `${url}/act`, body: JSON.stringify(message({ event: undefined, action: 'Metadata' })) },
    { automatic: true, events: [{ category: 'auto' }] },
  ],
  ['a Blob nobody could read', { url, bodyUnread: 'a Blob' }, { kind: 'opaque', reason: 'The body could not be read: a Blob.' }],
  ['no JSON', { url, body: 'x y' }, { kind: 'opaque' }],
  ['no pixel', { url, body: '{"event":"Lead"}' }, { kind: 'opaque' }],
  ['telemetry', { url: `${url}/perf`, body: '{}' }, { kind: 'telemetry' }],
  ['the library', 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=CR7A&lib=ttq', { kind: 'library', accountId: 'CR7A' }],
  ['no body', { url }, null],
  ['a video', 'https://www.tiktok.com/embed/v2/1', null],
]);

describe('ttq', () => {
  it.each([
    [
      { method: 'track', args: ['SubmitForm', { value: 1 }, { event_id: 'e' }] },
      { kind: 'event', event: 'SubmitForm', eventId: 'e' },
    ],
    [
      { method: 'page', args: [] },
      { kind: 'event', event: 'Pageview' },
    ],
    [
      { method: 'load', args: ['CR7A'] },
      { kind: 'init', accounts: ['CR7A'] },
    ],
    [
      { method: 'push', args: [['track', 'Contact']] },
      { kind: 'event', event: 'Contact' },
    ],
    [{ method: 'holdConsent', args: [] }, { kind: 'consent' }],
    [{ method: 'identify', args: [{}] }, { kind: 'other' }],
    [{ method: 'track', args: [] }, { kind: 'other' }],
  ])('%j', (call, expected) => {
    expect(readCall({ api: 'ttq', method: call.method, args: call.args as Json[] })).toEqual({ vendor: 'tiktok', ...expected });
  });
});
