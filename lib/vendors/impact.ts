import type { VendorCall } from '../model';
import { createDictionary } from './dictionary';
import type { PageApiCall } from './kit';
import { simpleVendor } from './simple';

/**
 * impact.com Universal Tracking Tag: https://integrations.impact.com/impact-brand/docs/javascript-installation. Where it sends a conversion is not
 * published: only visits and the library are known.
 */
const vendor = 'impact';

const dictionary = createDictionary({
  landurl: ['Page address', 'page'],
  _ir: ['Browser id', 'user'],
});

export const impact = simpleVendor({
  facts: {
    id: vendor,
    name: 'impact.com',
    mark: 'Im',
    consent: {
      required: true,
      gvlId: 721,
      source: 'IAB vendor list entry 721, impact.com (v45 of 2024-03); its purposes were not read',
    },
    oncePerPage: [],
    apis: ['ire'],
    wire: {
      reads: 'visits',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['pxf.io', 'utt.impactcdn.com'],
  paths: [
    { path: /^\/xc\/(\d+)\/\d+\/\d+$/, kind: 'event', event: { name: 'visit', category: 'page_view' } },
    { host: 'utt.impactcdn.com', path: /^\/[^/]+\.js$/, kind: 'library' },
  ],
  reading: { vendor, dictionary, account: [], pageUrl: ['landurl'] },
  readCall,
});

/** `ire('trackConversion', 12345, {orderId})`, `ire('identify', {…})` */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, type] = args;
  if (typeof command !== 'string') return null;
  if (command !== 'trackConversion') return { vendor, kind: 'other' };
  const event = typeof type === 'number' || typeof type === 'string' ? String(type) : 'conversion';
  return { vendor, kind: 'event', event };
}
