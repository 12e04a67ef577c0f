import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Tealium iQ and EventStream. The data sent are the site’s own; only what begins with `tealium_` is Tealium’s.
 */
const vendor = 'tealium';

const dictionary = createDictionary({
  tealium_account: ['Account', 'event'],
  tealium_profile: ['Profile', 'event'],
  tealium_event: ['Event', 'event'],
  tealium_environment: ['Environment', 'technical'],
  tealium_datasource: ['Data source', 'technical'],
  tealium_visitor_id: ['Visitor', 'user'],
  tealium_session_id: ['Session', 'user'],
  tealium_library_name: ['Library', 'technical'],
  tealium_library_version: ['Library version', 'technical'],
  'data.tealium_account': ['Account', 'event'],
  'data.tealium_profile': ['Profile', 'event'],
  'data.tealium_event': ['Event', 'event'],
  'data.tealium_environment': ['Environment', 'technical'],
  'data.tealium_datasource': ['Data source', 'technical'],
  'data.tealium_visitor_id': ['Visitor', 'user'],
  'data.tealium_session_id': ['Session', 'user'],
  'data.tealium_library_name': ['Library', 'technical'],
  'data.tealium_library_version': ['Library version', 'technical'],
  data: ['Data', 'event'],
});

export const tealium: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Tealium',
    mark: 'Te',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/TealiumEventStream.js',
    },
    oncePerPage: ['page_view'],
    traits: ['routes-first-party'],
    wire: {
      reads: 'library loads, and events with all their data',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/TealiumEventStream.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['tiqcdn.com', 'tealiumiq.com'],
  paths: [
    { host: 'tags.tiqcdn.com', path: /^\/utag\/([\w-]+\/[\w-]+)\/[\w-]+\/utag(?:\.sync)?\.js$/, kind: 'library' },
    { host: 'tags.tiqcdn.com', path: /^\/utag\/([\w-]+\/[\w-]+)\/[\w-]+\/utag\.\d+\.js$/, kind: 'config' },
    { path: /^\/(?:event\/?|.*\/i\.gif)$/, kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['tealium_account', 'data.tealium_account'],
    event: ['tealium_event', 'data.tealium_event'],
    vocabulary: { page_view: 'page_view' },
    unnamed: { name: 'event', category: 'custom' },
    json: ['data'],
  },
});
