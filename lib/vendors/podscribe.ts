import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Podscribe attributes visits to podcasts.
 */
const vendor = 'podscribe';

const dictionary = createDictionary({
  advertiser: ['Advertiser', 'event'],
  action: ['Event', 'event'],
  order_value: ['Order value', 'event'],
  order_number: ['Order', 'event'],
  currency: ['Currency', 'event'],
  discount_code: ['Discount code', 'event'],
  num_items_purchased: ['Number of items', 'event'],
  is_new_customer: ['New customer', 'event'],
  is_subscription: ['Subscription', 'event'],
  hashed_email: ['E-mail, hashed', 'user'],
  device_id: ['Visitor', 'user'],
  url: ['Page address', 'page'],
  referrer: ['Referrer', 'page'],
  timestamp: ['Time', 'technical'],
  ip: ['Address of the visitor', 'user'],
  user_agent: ['Browser', 'technical'],
});

export const podscribe: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Podscribe',
    mark: 'Po',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/segmentio/action-destinations/tree/main/packages/destination-actions/src/destinations/podscribe',
    },
    oncePerPage: ['page_view'],
    traits: ['identifies-visitors', 'matches-by-hash'],
    wire: {
      reads: 'visits and events with order data',
      source:
        'https://github.com/segmentio/action-destinations/tree/main/packages/destination-actions/src/destinations/podscribe',
      verified: '2026-11-25',
    },
  },
  hosts: ['podscribe.com', 'd34r8q7sht0t9k.cloudfront.net'],
  paths: [
    { host: 'd34r8q7sht0t9k.cloudfront.net', path: '/tag.js', kind: 'library' },
    { host: 'verifi.podscribe.com', path: '/tag', kind: 'event' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['advertiser'],
    event: ['action'],
    vocabulary: { view: 'page_view', signup: 'complete_registration', purchase: 'purchase', lead: 'lead' },
    value: ['order_value'],
    currency: ['currency'],
    orderId: ['order_number'],
    pageUrl: ['url'],
    referrer: ['referrer'],
    userData: ['hashed_email'],
  },
});
