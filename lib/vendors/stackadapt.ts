import type { VendorCall } from '../model';
import { createDictionary } from './dictionary';
import type { PageApiCall } from './kit';
import { simpleVendor } from './simple';

/** StackAdapt: universal pixel, conversion and retargeting pixels. Calls: https://docs.chord.co/stackadapt-pixel. */
const vendor = 'stackadapt';

const dictionary = createDictionary({
  uid: ['Universal pixel', 'event'],
  cid: ['Conversion', 'event'],
  sid: ['Audience', 'event'],
  landing_url: ['Page address', 'page'],
  t: ['Page title', 'page'],
  host: ['Site', 'page'],
  is_js: ['Sent by a script', 'technical'],
});

export const stackadapt = simpleVendor({
  facts: {
    id: vendor,
    name: 'StackAdapt',
    mark: 'Sa',
    consent: {
      required: true,
      gvlId: 238,
      source: 'IAB vendor list entry 238, StackAdapt (as of 2026-09); its purposes were not read',
    },
    oncePerPage: [],
    apis: ['saq'],
    wire: {
      reads: 'page views and conversions',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['tags.srv.stackadapt.com'],
  paths: [
    { path: '/saq_pxl', kind: 'event', event: { name: 'page view', category: 'page_view' } },
    { path: '/conv', kind: 'event', event: { name: 'conversion', category: 'conversion' } },
    { path: '/rt', kind: 'event', event: { name: 'retargeting', category: 'remarketing' } },
    { path: '/events.js', kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['uid', 'cid', 'sid'],
    conversionId: ['cid'],
    pageUrl: ['landing_url'],
  },
  readCall,
});

/** `saq('ts', pixel)` is a page view, `saq('conv', id)` a conversion, `saq('rt', id)` an audience; each is sent at once. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, account] = args;
  if (typeof command !== 'string') return null;
  const events = new Map([
    ['ts', 'page view'],
    ['conv', 'conversion'],
    ['rt', 'retargeting'],
  ]);
  const event = events.get(command);
  if (event === undefined) return { vendor, kind: 'other' };
  return { vendor, kind: 'event', ...(typeof account === 'string' ? { accounts: [account] } : {}), event };
}
