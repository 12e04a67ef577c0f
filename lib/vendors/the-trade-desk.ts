import { createDictionary } from './dictionary';
import { opaque, type Vendor } from './kit';
import { textOf } from './sent';
import { simpleVendor } from './simple';

/**
 * The Trade Desk: universal pixel and static tracking tags. What one means is set in the account: on the wire stands its number.
 * https://partner.thetradedesk.com/v3/portal/data/doc/TrackingTagsUniversalPixel, snippets as shown at
 * https://consentstack.io/vendors/the-trade-desk.
 */
const vendor = 'the_trade_desk';

const dictionary = createDictionary({
  adv: ['Advertiser', 'event'],
  upid: ['Universal pixel', 'event'],
  ct: ['Tracking tag', 'event'],
  v: ['Value', 'event'],
  vf: ['Currency', 'event'],
  orderid: ['Order id', 'event'],
  td1: ['Custom value 1', 'event'],
  td2: ['Custom value 2', 'event'],
  td3: ['Custom value 3', 'event'],
  td4: ['Custom value 4', 'event'],
  td5: ['Custom value 5', 'event'],
  td6: ['Custom value 6', 'event'],
  td7: ['Custom value 7', 'event'],
  td8: ['Custom value 8', 'event'],
  td9: ['Custom value 9', 'event'],
  td10: ['Custom value 10', 'event'],
  ref: ['Page address', 'page'],
  upv: ['Version', 'technical'],
  fmt: ['Answer format', 'technical'],
  gdpr: ['GDPR applies', 'consent'],
  gdpr_consent: ['TCF string', 'consent'],
  us_privacy: ['US Privacy string', 'consent'],
  gpp: ['GPP string', 'consent'],
  gpp_sid: ['GPP sections', 'consent'],
});
const { at } = dictionary;

const simple = simpleVendor({
  facts: {
    id: vendor,
    name: 'The Trade Desk',
    mark: 'Td',
    consent: {
      required: true,
      gvlId: 21,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 10],
      source: 'IAB vendor list entry 21, The Trade Desk (as of 2026-09)',
    },
    oncePerPage: [],
    wire: {
      reads: 'page views and conversions',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/TheTradeDeskUniversal.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['insight.adsrvr.org', 'match.adsrvr.org', 'js.adsrvr.org'],
  paths: [
    { host: 'insight.adsrvr.org', path: /^\/track\/(?:up|pxl|conv|evnt)\/?$/, kind: 'event' },
    { host: 'js.adsrvr.org', path: /^\/up_loader\.[\d.]+\.js$/, kind: 'library' },
    { host: 'match.adsrvr.org', path: /^\/track\//, kind: 'sync' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['adv'],
    event: ['upid', 'ct'],
    value: ['v'],
    currency: ['vf'],
    orderId: ['orderid'],
    conversionId: ['ct'],
    params: ['upid', 'td1', 'td2', 'td3', 'td4', 'td5', 'td6', 'td7', 'td8', 'td9', 'td10'],
    pageUrl: ['ref'],
    consent(sent) {
      const tcf = textOf(sent, at.gdpr_consent);
      const usPrivacy = textOf(sent, at.us_privacy);
      const gpp = textOf(sent, at.gpp);
      if ((tcf ?? usPrivacy ?? gpp) === undefined) return undefined;
      return {
        ...(tcf === undefined ? {} : { tcf }),
        ...(usPrivacy === undefined ? {} : { usPrivacy }),
        ...(gpp === undefined ? {} : { gpp }),
      };
    },
    refine(decoded) {
      for (const event of decoded.events) event.category = 'conversion';
      return decoded;
    },
  },
});

export const theTradeDesk: Vendor = {
  ...simple,
  decode(hit) {
    const { host, path } = hit.address;
    return host === 'insight.adsrvr.org' && path.startsWith('/track/realtimeconversion')
      ? opaque(hit, { vendor, reason: 'The Trade Desk publishes no format for this body.' }, dictionary)
      : simple.decode(hit);
  },
};
