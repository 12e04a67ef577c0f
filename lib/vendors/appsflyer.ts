import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * AppsFlyer’s web kit. Beyond the kind of an event its names are the site’s own.
 */
const vendor = 'appsflyer';

const dictionary = createDictionary({
  'site-id': ['Web app', 'event'],
  'data.webAppId': ['Web app', 'event'],
  'data.eventType': ['Kind of event', 'event'],
  'data.afWebUserId': ['Visitor', 'user'],
  'meta.locationHref': ['Page address', 'page'],
  'meta.referrer': ['Referrer', 'page'],
  'meta.userAgent': ['Browser', 'technical'],
  'meta.timestamp': ['Time', 'technical'],
});

export const appsflyer: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'AppsFlyer',
    mark: 'Af',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://support.appsflyer.com/hc/en-us/articles/360001610038-PBA-Web-SDK-integration-guide',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'kind of the event, page and account',
      source: 'https://support.appsflyer.com/hc/en-us/articles/360001610038-PBA-Web-SDK-integration-guide',
      verified: '2026-11-25',
    },
  },
  hosts: ['appsflyer.com'],
  paths: [
    { host: 'websdk.appsflyer.com', path: '/', kind: 'library' },
    { host: 'wa.appsflyer.com', path: '/events', kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['data.webAppId', 'site-id'],
    event: ['data.eventType'],
    vocabulary: { LOAD: 'page_view' },
    pageUrl: ['meta.locationHref'],
    referrer: ['meta.referrer'],
  },
});
