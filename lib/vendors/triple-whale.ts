import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Triple Whale’s pixel for shops.
 */
const vendor = 'triple_whale';

const dictionary = createDictionary({
  host: ['Shop', 'event'],
  action: ['Action', 'event'],
  id: ['Visit', 'user'],
  avatar: ['Visitor', 'user'],
  plat: ['Platform', 'technical'],
  url: ['Page address', 'page'],
  ref: ['Referrer', 'page'],
  ver: ['Version', 'technical'],
  time: ['Screen', 'technical'],
});

export const tripleWhale: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Triple Whale',
    mark: 'Tw',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://kb.triplewhale.com/en/articles/6266255-how-to-add-the-triple-pixel-to-a-headless-store-or-custom-website',
    },
    oncePerPage: [],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'its first request of a page; later ones as far as they are alike',
      source: 'https://kb.triplewhale.com/en/articles/6266255-how-to-add-the-triple-pixel-to-a-headless-store-or-custom-website',
      verified: '2026-11-25',
    },
  },
  hosts: ['config-security.com'],
  paths: [
    { path: /^\/model$/, kind: 'config' },
    { host: 'api.config-security.com', path: /^\/first$/, kind: 'config' },
    { host: 'api.config-security.com', path: /^\/event$/, kind: 'event' },
  ],
  reading: { vendor, dictionary, account: ['host'], event: ['action'], pageUrl: ['url'], referrer: ['ref'] },
});
