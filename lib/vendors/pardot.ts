import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import { bodyOf, fieldsOf, type Hit, type Vendor } from './kit';
import { textOf } from './sent';
import { createDecode, createReader, type Reading } from './simple';

/**
 * Pardot (Salesforce Marketing Cloud Account Engagement): page views of its tracking code, and form handlers that forms are posted to
 * (https://help.salesforce.com/s/articleView?id=mktg.pardot_forms_form_handlers.htm). Opt-in of tracking:
 * https://developer.salesforce.com/docs/marketing/pardot/guide/tracking-consent-js-api.html.
 */
const vendor = 'pardot';

const dictionary = createDictionary({
  account_id: ['Account', 'event'],
  campaign_id: ['Campaign', 'campaign'],
  visitor_id: ['Visitor id', 'user'],
  visitor_id_sign: ['Signature of the visitor id', 'technical'],
  pi_opt_in: ['Agreed to tracking', 'consent'],
  title: ['Page title', 'page'],
  url: ['Page address', 'page'],
  referrer: ['Referrer', 'page'],
  ver: ['Version', 'technical'],
  email: ['E-mail', 'user'],
  first_name: ['First name', 'user'],
  last_name: ['Last name', 'user'],
  phone: ['Telephone', 'user'],
});
const { at } = dictionary;

const reading: Reading<keyof typeof at> = {
  vendor,
  dictionary,
  account: ['account_id'],
  params: ['campaign_id'],
  pageUrl: ['url'],
  referrer: ['referrer'],
  userData: ['email', 'first_name', 'last_name', 'phone'],
  consent(sent) {
    const said = textOf(sent, at.pi_opt_in);
    return said === 'true' || said === 'false' ? { granted: said === 'true', raw: { pi_opt_in: said } } : undefined;
  },
};

const decodeHit = createDecode(reading, [
  { host: 'pi.pardot.com', path: /^\/analytics\/?$/, kind: 'event', event: { name: 'page view', category: 'page_view' } },
  { path: '/pd.js', kind: 'library' },
]);
const reader = createReader(reading);

export const pardot: Vendor = {
  facts: {
    id: vendor,
    name: 'Pardot',
    mark: 'Pa',
    consent: {
      required: true,
      source:
        'Has an opt-in of its own: https://developer.salesforce.com/docs/marketing/pardot/guide/tracking-consent-js-api.html',
    },
    oncePerPage: [],
    receivesForms: true,
    traits: ['identifies-visitors'],
    wire: {
      reads: 'page views',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['pi.pardot.com', 'cdn.pardot.com', 'go.pardot.com'],
  decode: (hit) => (hit.address.host === 'go.pardot.com' ? handlerOf(hit) : decodeHit(hit)),
};

/** `/l/<account>/<day>/<handler>`, posted to; as an address to open it is a link in a mail, or a page. */
function handlerOf(hit: Hit): Decoded | null {
  const accountId = /^\/l\/(\d+)\/\d{4}-\d{2}-\d{2}\/[^/]+\/?$/.exec(hit.address.path)?.[1];
  if (accountId === undefined || hit.request.method !== 'POST' || bodyOf(hit).kind === 'none') return null;
  const { sent, encoding } = fieldsOf(hit, dictionary);
  const event = { name: 'form submission', category: 'form_submit' } as const;
  return reader.answer(hit, sent, { kind: 'event', event, accountId, encoding });
}
