import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * ZoomInfo WebSights tells which company a visitor belongs to; FormComplete fills and reads forms.
 */
const vendor = 'zoominfo';

export const zoominfo: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'ZoomInfo',
    mark: 'Zi',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-companies', 'scrapes-forms'],
    wire: {
      reads: 'look-ups with their account; FormComplete by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['zoominfo.com', 'zi-scripts.com'],
  paths: [
    { host: 'js.zi-scripts.com', path: '/zi-tag.js', kind: 'library' },
    {
      host: 'ws.zoominfo.com',
      path: /^\/pixel\/(?!collect$)(\w{10,})$/,
      kind: 'identify',
      event: { name: 'WebSights visit', category: 'identify' },
    },
  ],
  sealed: [{ host: 'ws.zoominfo.com', path: /^\/(?:pixel\/collect$|formcomplete)/ }],
});
