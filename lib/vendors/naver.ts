import type { VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import { opaque, type PageApiCall, queryOf, type Vendor } from './kit';
import { textOf } from './sent';
import { createDecode } from './simple';

/**
 * Naver's common script. A page view is an image with account, page and referrer; what its conversions (`wcs.trans({type: 'lead'})`) put into
 * the beacon `/b` is not published. Calls: https://naver.github.io/conversion-tracking/.
 */
const vendor = 'naver';

const dictionary = createDictionary({
  wa: ['Account', 'event'],
  u: ['Page address', 'page'],
  e: ['Referrer', 'page'],
  bt: ['Time', 'technical'],
});

const decodeImage = createDecode(
  {
    vendor,
    dictionary,
    account: ['wa'],
    pageUrl: ['u'],
    referrer: ['e'],
  },
  [
    { host: 'wcs.naver.com', path: '/m', kind: 'event', event: { name: 'pageview', category: 'page_view' } },
    { host: 'wcs.naver.net', path: '/wcslog.js', kind: 'library' },
  ],
);

export const naver: Vendor = {
  facts: {
    id: vendor,
    name: 'Naver',
    mark: 'Nv',
    consent: {
      required: true,
      source: 'Advertising and analytics script that sets an identifier: https://naver.github.io/conversion-tracking/',
    },
    oncePerPage: [],
    apis: ['wcs', 'wcs_do'],
    wire: { reads: 'page views and conversions', source: 'https://naver.github.io/conversion-tracking/', verified: '2026-11-23' },
  },
  hosts: ['wcs.naver.com', 'wcs.naver.net'],
  decode(hit) {
    if (hit.address.host !== 'wcs.naver.com' || hit.address.path !== '/b') return decodeImage(hit);
    const accountId = textOf(queryOf(hit, dictionary), dictionary.at.wa);
    return opaque(hit, { vendor, accountId, reason: 'A beacon of Naver’s script: its format is not documented.' }, dictionary);
  },
  readCall,
};

/** `wcs.trans({type: 'lead', …})`, `wcs_do()`. */
function readCall({ api, method, args }: PageApiCall): VendorCall | null {
  if (api === 'wcs_do') return { vendor, kind: 'event', event: 'pageview' };
  const [said] = args;
  const event = method === 'trans' && isObject(said) ? textAt(said, 'type') : undefined;
  return event === undefined ? { vendor, kind: 'other' } : { vendor, kind: 'event', event };
}
