import type { Category, Decoded, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import type { PageApiCall } from './kit';
import { type Sent, textOf } from './sent';
import { simpleVendor } from './simple';

/**
 * Yahoo Dot tag: https://developer.yahooinc.com/native/guide/dottags/installing-tags/ (`dotq`, `projectId`, `pixelId`, and `et`, `ec`, `ea`, `el`,
 * `ev`, `gv` of custom events); hashed user data `he` and `hph` as at https://docs.chord.co/yahoo-pixel.
 */
const vendor = 'yahoo';

/** Category and action are free text. */
const vocabulary: Readonly<Record<string, Category>> = {
  lead: 'lead',
  viewproduct: 'view_content',
  addtocart: 'add_to_cart',
  begincheckout: 'initiate_checkout',
  purchase: 'purchase',
};

const dictionary = createDictionary({
  '.yp': ['Pixel', 'event'],
  a: ['Project', 'event'],
  et: ['Kind of event', 'event'],
  ec: ['Category', 'event'],
  ea: ['Action', 'event'],
  el: ['Label', 'event'],
  ev: ['Event value', 'event'],
  gv: ['Revenue', 'event'],
  he: ['E-mail, hashed', 'user'],
  hph: ['Telephone, hashed', 'user'],
  f: ['Page address', 'page'],
  e: ['Referrer', 'page'],
  b: ['Page title', 'page'],
  d: ['Time at the visitor', 'technical'],
  n: ['Time zone', 'technical'],
  enc: ['Character set', 'technical'],
  yv: ['Version', 'technical'],
  tagmgr: ['Integration', 'technical'],
});
const { at } = dictionary;

export const yahoo = simpleVendor({
  facts: {
    id: vendor,
    name: 'Yahoo',
    mark: 'Ya',
    consent: {
      required: true,
      gvlId: 25,
      consentPurposes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      flexiblePurposes: [],
      source: 'IAB vendor list entry 25, Yahoo EMEA Limited (as of 2026-09)',
    },
    oncePerPage: [],
    apis: ['dotq'],
    wire: {
      reads: 'page views and custom events',
      source: 'https://github.com/mbaersch/tracking-auditor-extension',
      verified: '2026-11-23',
    },
  },
  hosts: ['sp.analytics.yahoo.com', 's.yimg.com'],
  paths: [
    { host: 'sp.analytics.yahoo.com', path: /^\/(?:sp\.pl|spp\.pl)$/, kind: 'event' },
    { host: 's.yimg.com', path: /^\/wi\/ytc\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['.yp'],
    unnamed: { name: 'page view', category: 'page_view' },
    value: ['gv'],
    params: ['ec', 'ea', 'el', 'ev'],
    pageUrl: ['f'],
    referrer: ['e'],
    integration: ['tagmgr'],
    userData: ['he', 'hph'],
    refine,
  },
  readCall,
});

function refine(decoded: Decoded, sent: Sent): Decoded {
  const [event] = decoded.events;
  if (!event) return decoded;
  const category = textOf(sent, at.ec);
  const action = textOf(sent, at.ea);
  if (textOf(sent, at.et) !== 'custom' && action === undefined) return decoded;
  event.name = nameOf(category, action);
  event.category = vocabulary[category?.toLowerCase() ?? ''] ?? vocabulary[action?.toLowerCase() ?? ''] ?? 'custom';
  return decoded;
}

function nameOf(category: string | undefined, action: string | undefined): string {
  return [category, action].filter((one) => one !== undefined).join(' / ') || 'custom';
}

/** `dotq.push({projectId, properties: {pixelId, qstrings: {et: 'custom', ec, ea}}})` */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [said] = args;
  const properties = isObject(said) ? said.properties : undefined;
  if (!isObject(properties)) return null;
  const account = textAt(properties, 'pixelId');
  const accounts = account === undefined ? {} : { accounts: [account] };
  const query = properties.qstrings;
  if (!isObject(query)) return { vendor, kind: 'init', ...accounts };
  return { vendor, kind: 'event', ...accounts, event: nameOf(textAt(query, 'ec'), textAt(query, 'ea')) };
}
