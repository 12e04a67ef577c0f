import { createDictionary } from './dictionary';
import { textOf } from './sent';
import { simpleVendor } from './simple';

/**
 * Awin: the same sale may be sent as an image, by the server's page and by a script; names are long or short.
 * https://wiki.awin.com/index.php/Advertiser_Tracking_Guide.
 */
const vendor = 'awin';

const dictionary = createDictionary({
  merchant: ['Advertiser', 'event'],
  a: ['Advertiser', 'event'],
  amount: ['Value', 'event'],
  b: ['Value', 'event'],
  ref: ['Order id', 'event'],
  c: ['Order id', 'event'],
  parts: ['Commission groups', 'event'],
  d: ['Commission groups', 'event'],
  cr: ['Currency', 'event'],
  ch: ['Channel', 'event'],
  vc: ['Voucher code', 'event'],
  testmode: ['Test', 'technical'],
  t: ['Test', 'technical'],
  tt: ['Kind of tag', 'technical'],
  tv: ['Version', 'technical'],
});
const { at } = dictionary;

export const awin = simpleVendor({
  facts: {
    id: vendor,
    name: 'Awin',
    mark: 'Aw',
    consent: {
      required: true,
      gvlId: 907,
      consentPurposes: [1],
      flexiblePurposes: [7],
      source: 'IAB vendor list entry 907, AWIN AG (v45 of 2024-03)',
    },
    oncePerPage: [],
    traits: ['routes-first-party'],
    wire: {
      reads: 'sales and their lines',
      source: 'https://github.com/mbaersch/tracking-auditor-extension',
      verified: '2026-11-23',
    },
  },
  hosts: ['www.awin1.com', 'www.dwin1.com'],
  paths: [
    { host: 'www.awin1.com', path: '/sread.img', kind: 'event', role: 'img', event: { name: 'sale', category: 'purchase' } },
    { host: 'www.awin1.com', path: '/sread.php', kind: 'event', role: 'php', event: { name: 'sale', category: 'purchase' } },
    { host: 'www.awin1.com', path: '/sread.js', kind: 'event', role: 'js', event: { name: 'sale', category: 'purchase' } },
    { host: 'www.awin1.com', path: '/basket.php', kind: 'telemetry' },
    { host: 'www.awin1.com', path: '/alt.php', kind: 'telemetry' },
    { host: 'www.dwin1.com', path: /^\/(\d+)\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['merchant', 'a'],
    value: ['amount', 'b'],
    currency: ['cr'],
    orderId: ['ref', 'c'],
    params: ['parts', 'd', 'ch', 'vc', 'testmode'],
    refine(decoded, sent) {
      const order = textOf(sent, at.ref) ?? textOf(sent, at.c);
      if (decoded.kind === 'event' && order !== undefined) decoded.foldKey = `${decoded.accountId}|${order}`;
      return decoded;
    },
  },
});
