import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Contentsquare records sessions and measures pages.
 */
const vendor = 'contentsquare';

const dictionary = createDictionary({
  pid: ['Project', 'event'],
  uu: ['Visitor', 'user'],
  sn: ['Number of the session', 'user'],
  pn: ['Number of the page', 'page'],
  url: ['Page address', 'page'],
  dr: ['Referrer', 'page'],
  la: ['Language', 'technical'],
  cvars: ['Custom variables', 'event'],
});

export const contentsquare: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Contentsquare',
    mark: 'Cs',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['replays-sessions', 'routes-first-party'],
    wire: {
      reads: 'page views; recordings and other requests by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['contentsquare.net'],
  paths: [
    { host: 't.contentsquare.net', path: /^\/(?:uxa|ss)\/(\w+)(?:\.js$|\/)/, kind: 'library' },
    { path: /^\/pageview$/, kind: 'event', event: { name: 'pageview', category: 'page_view' } },
  ],
  reading: { vendor, dictionary, account: ['pid'], pageUrl: ['url'], referrer: ['dr'] },
  sealed: [{ path: /^\/(?:events|transaction|dvar|v\d\/recording)$/ }],
});
