import type { Category } from '../model';
import { createDictionary } from './dictionary';
import { addQuery, nothingSent, textOf } from './sent';
import { simpleVendor } from './simple';
import { trackCall } from './track-call';

/**
 * Amazon Ad Tag: https://advertising.amazon.com/help/GLZ54GXQW773A6MG. Publishers' id syncs and an older pixel use the same path. The names of
 * its events are those of https://advertising.amazon.com/API/docs/en-us/guides/events/events.
 */
const vendor = 'amazon_ads';

const vocabulary: Readonly<Record<string, Category>> = {
  PageView: 'page_view',
  Search: 'search',
  AddToShoppingCart: 'add_to_cart',
  Checkout: 'initiate_checkout',
  'Off-AmazonPurchases': 'purchase',
  Lead: 'lead',
  Contact: 'contact',
  Application: 'submit_application',
  SignUp: 'complete_registration',
  Subscribe: 'subscribe',
};

const dictionary = createDictionary({
  pid: ['Tag', 'event'],
  event: ['Event', 'event'],
  value: ['Value', 'event'],
  currencyCode: ['Currency', 'event'],
  clientDedupeId: ['Event id', 'event'],
  ts: ['Event time', 'event'],
  d: ['Kind of request', 'technical'],
  cm3ppd: null,
  'ex-fargs': ['Older pixel’s data', 'event'],
});
const { at } = dictionary;

export const amazonAds = simpleVendor({
  facts: {
    id: vendor,
    name: 'Amazon Ads',
    mark: 'Am',
    consent: {
      required: true,
      gvlId: 793,
      consentPurposes: [1, 2, 3, 4, 7, 9, 10],
      flexiblePurposes: [2, 7, 9, 10],
      source: 'IAB vendor list entry 793, Amazon Advertising (as of 2026-09)',
    },
    oncePerPage: [],
    apis: ['amzn'],
    wire: {
      reads: 'events by their names',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/AmazonAdTag.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['s.amazon-adsystem.com', 'aax-eu.amazon-adsystem.com', 'c.amazon-adsystem.com', 'ara.paa-reporting-advertising.amazon'],
  paths: [
    { host: 'ara.paa-reporting-advertising.amazon', path: /^\/aat\/?$/, kind: 'mirror', role: 'attribution' },
    { host: 's.amazon-adsystem.com', path: '/iu3', kind: 'event' },
    { host: 'aax-eu.amazon-adsystem.com', path: '/s/iu3', kind: 'event' },
    { host: 'c.amazon-adsystem.com', path: '/aat/amzn.js', kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['pid', 'ex-fargs', 'd', 'cm3ppd'],
    event: ['event'],
    unnamed: { name: 'pixel', category: 'remarketing' },
    vocabulary,
    eventId: ['clientDedupeId'],
    value: ['value'],
    currency: ['currencyCode'],
    refine(decoded, sent) {
      if (decoded.kind === 'library') return decoded;
      const pid = textOf(sent, at.pid);
      const name = textOf(sent, at.event);
      if (pid !== undefined && name !== undefined) {
        decoded.foldKey = `${pid}|${name}`;
        return decoded;
      }
      const older = textOf(sent, at.d) === 'generic' ? olderId(textOf(sent, at['ex-fargs'])) : undefined;
      if (older !== undefined) {
        decoded.accountId = older;
        return decoded;
      }
      const isSync = textOf(sent, at.d) === 'dtb-pub' || textOf(sent, at.cm3ppd) !== undefined;
      return isSync ? { kind: 'sync', vendor, events: [], parameters: sent.parameters } : null;
    },
  },
  readCall: trackCall({ vendor, init: ['addTag'], track: ['trackEvent'], eventId: ['clientDedupeId'] }),
});

/** `?id=…&type=…`, a query within the parameter. */
function olderId(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const inner = nothingSent(dictionary);
  addQuery(inner, text.replace(/^\?/, ''), 'query');
  return inner.parameters.find(({ key }) => key === 'id')?.value || undefined;
}
