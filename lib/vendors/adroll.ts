import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { type Sent, textOf } from './sent';
import { wideVendor } from './wide';

/**
 * AdRoll, of NextRoll. Segments and conversions are set in the account: a hit tells the page.
 */
const vendor = 'adroll';

const dictionary = createDictionary({
  arrfrr: ['Page address', 'page'],
  adroll_s_ref: ['Referrer', 'page'],
  adroll_fpc: ['Visitor', 'user'],
  ev: ['Event', 'event'],
  keyw: ['Key words', 'page'],
  pv: ['Page view', 'technical'],
});

const { at } = dictionary;

export const adroll: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'AdRoll',
    mark: 'Ar',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    wire: {
      reads: 'page views with advertiser and page',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['adroll.com'],
  paths: [
    { path: /^\/j\/(?:(\w{22})\/)?(?:pre\/)?(?:.*\/)?roundtrip\.js$/, kind: 'library' },
    { host: 'd.adroll.com', path: /^\/pixel\/(\w+)\//, kind: 'event', event: { name: 'page view', category: 'page_view' } },
    { host: 'd.adroll.com', path: /^\/pex\/(\w+)\//, kind: 'event' },
    { host: 'd.adroll.com', path: /^\/cm\//, kind: 'sync' },
  ],
  reading: { vendor, dictionary, account: [], event: ['ev'], pageUrl: ['arrfrr'], referrer: ['adroll_s_ref'], refine },
});

/** `ev=chktcf` asks what the visitor chose; it is no event of the site’s. */
function refine(decoded: Decoded, sent: Sent): Decoded {
  return textOf(sent, at.ev) === 'chktcf' ? { ...decoded, kind: 'telemetry', events: [] } : decoded;
}
