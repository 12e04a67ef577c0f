import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Marketo Measure, formerly Bizible: page views of visitors whom it later ties to leads. It reads the e-mail address of forms by itself.
 */
const vendor = 'marketo_measure';

const dictionary = createDictionary({
  _biz_u: ['Visitor', 'user'],
  _biz_l: ['Page address', 'page'],
  _biz_r: ['Referrer', 'page'],
  _biz_t: ['Time', 'technical'],
});

export const marketoMeasure: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Marketo Measure',
    mark: 'Mm',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-visitors', 'scrapes-forms'],
    wire: {
      reads: 'page views; the rest by address only',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['bizible.com', 'bizibly.com'],
  paths: [
    { path: /^\/scripts\/bizible\.js$/, kind: 'library' },
    { path: '/ipv', kind: 'event', event: { name: 'page view', category: 'page_view' } },
    { path: /^\/u$/, kind: 'sync' },
  ],
  reading: { vendor, dictionary, account: [], mayLackAccount: true, pageUrl: ['_biz_l'], referrer: ['_biz_r'] },
});
