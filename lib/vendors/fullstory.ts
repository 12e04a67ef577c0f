import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * FullStory records sessions. What it records is not for reading here; that it records is.
 */
const vendor = 'fullstory';

const dictionary = createDictionary({
  OrgId: ['Organisation', 'event'],
  UserId: ['Visitor', 'user'],
  SessionId: ['Session', 'user'],
  Url: ['Page address', 'page'],
  Referrer: ['Referrer', 'page'],
});

export const fullstory: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'FullStory',
    mark: 'Fs',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: [],
    traits: ['replays-sessions', 'routes-first-party'],
    wire: {
      reads: 'the start of a recording; the recording itself stays closed',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['fullstory.com'],
  paths: [
    { path: /^\/s\/fs\.js$/, kind: 'library' },
    { path: /^\/s\/settings\/([\w-]+)/, kind: 'config' },
    { path: /^\/rec\/page$/, kind: 'event', event: { name: 'session start', category: 'session_replay' } },
  ],
  reading: { vendor, dictionary, account: ['OrgId'], pageUrl: ['Url'], referrer: ['Referrer'] },
  sealed: [{ path: /^\/rec\/bundle/ }],
});
