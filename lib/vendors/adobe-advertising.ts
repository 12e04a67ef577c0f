import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/**
 * Adobe Advertising: conversion properties under the names the advertiser chose.
 */
const vendor = 'adobe_advertising';

const dictionary = createDictionary(
  {
    ev_transid: ['Transaction', 'event'],
    px_evt: ['Kind', 'technical'],
    s: ['Segment', 'event'],
    ev_: ['Conversion property', 'event'],
  },
  ['ev_'],
);

export const adobeAdvertising: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Adobe Advertising',
    mark: 'Aa',
    consent: {
      required: true,
      gvlId: 264,
      consentPurposes: [1, 2, 3, 4, 10],
      flexiblePurposes: [7],
      source: 'IAB vendor list entry 264, Adobe Advertising Cloud (v45 of 2024-03)',
    },
    oncePerPage: [],
    dedup: {
      idName: 'ev_transid',
      window: 'an unpublished window',
      windowMs: 48 * 3_600_000,
      source:
        'https://experienceleague.adobe.com/docs/advertising/search-social-commerce/tracking/conversion-tracking/advertising-conversion-tracking/format-conversion-tag-image.html',
    },
    wire: {
      reads: 'conversions with their properties and transaction id',
      source:
        'https://experienceleague.adobe.com/docs/advertising/search-social-commerce/tracking/conversion-tracking/advertising-conversion-tracking/format-conversion-tag-image.html',
      verified: '2026-11-25',
    },
  },
  hosts: ['everesttech.net', 'everestjs.net'],
  paths: [
    { host: 'www.everestjs.net', path: /^\/static\/st\.v\d\.js$/, kind: 'library' },
    {
      host: 'pixel.everesttech.net',
      path: /^\/(?:px2\/)?(\d+)(?:\/t)?$/,
      kind: 'event',
      event: { name: 'transaction', category: 'conversion' },
    },
    { host: 'cm.everesttech.net', path: /^\/cm\//, kind: 'sync' },
  ],
  reading: { vendor, dictionary, account: [], orderId: ['ev_transid'], paramsUnder: ['ev_'] },
});
