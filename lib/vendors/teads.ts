import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Teads universal pixel.
 */
const vendor = 'teads';

const dictionary = createDictionary({
  buyer_pixel_id: ['Pixel', 'event'],
  action: ['Event', 'event'],
  tag_version: ['Version', 'technical'],
});

export const teads: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Teads',
    mark: 'Td',
    consent: {
      required: true,
      gvlId: 132,
      consentPurposes: [1, 3, 4, 7, 9, 10],
      flexiblePurposes: [2],
      source: 'IAB vendor list entry 132, Teads France (v45 of 2024-03)',
    },
    oncePerPage: ['page_view'],
    wire: {
      reads: 'events with their pixel',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Teads.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['teads.tv'],
  paths: [
    { host: 'p.teads.tv', path: /^\/teads-fellow\.js$/, kind: 'library' },
    { host: 't.teads.tv', path: '/track', kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['buyer_pixel_id'],
    event: ['action'],
    vocabulary: {
      pageView: 'page_view',
      AddToCart: 'add_to_cart',
      AddToWishlist: 'add_to_wishlist',
      CompleteRegistration: 'complete_registration',
      InitiateCheckout: 'initiate_checkout',
      Lead: 'lead',
      Purchase: 'purchase',
      Search: 'search',
      ViewContent: 'view_content',
    },
  },
});
