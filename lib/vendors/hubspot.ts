import type { UserDataField, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import { bodyOf, type Hit, type PageApiCall } from './kit';
import { addQuery, nothingSent, textOf } from './sent';
import { simpleVendor } from './simple';
import { formOf, withField } from './user-data';

/**
 * HubSpot: its tracking code, and the forms it receives: drawn by it, posted to its API, or collected from a site's own forms. Tracking code:
 * https://developers.hubspot.com/docs/api/events/tracking-code; forms: https://developers.hubspot.com/docs/reference/api/marketing/forms/v3-legacy.
 */
const vendor = 'hubspot';

const dictionary = createDictionary(
  {
    a: ['Portal', 'event'],
    portalId: ['Portal', 'event'],
    k: ['Kind of hit', 'event'],
    n: ['Event', 'event'],
    id: ['Event', 'event'],
    value: ['Value', 'event'],
    pu: ['Page address', 'page'],
    po: ['Page path', 'page'],
    r: ['Referrer', 'page'],
    t: ['Page title', 'page'],
    ct: ['Kind of content', 'page'],
    i: ['Visitor, as fields', 'user'],
    vi: ['Browser id', 'user'],
    u: ['Browser id (__hstc)', 'user'],
    b: ['Session (__hssc)', 'user'],
    v: ['Version', 'technical'],
    sd: ['Screen size', 'technical'],
    cd: ['Colour depth', 'technical'],
    cs: ['Character set', 'technical'],
    ln: ['Language', 'technical'],
    cts: ['Event time', 'event'],
    hs_context: ['Context of the form', 'technical'],
    'hs_context.': ['Context of the form', 'technical'],
    'hs_context.pageUrl': ['Page address', 'page'],
    'context.pageUri': ['Page address', 'page'],
    'context.hutk': ['Browser id (hubspotutk)', 'user'],
    'legalConsentOptions.': ['Agreement in the form', 'consent'],
    'fields.': ['Form field', 'user'],
    email: ['E-mail', 'user'],
    firstname: ['First name', 'user'],
    lastname: ['Last name', 'user'],
    phone: ['Telephone', 'user'],
    'contactFields.': ['Form field', 'user'],
    'contactFields.email': ['E-mail', 'user'],
    'contactFields.firstName': ['First name', 'user'],
    'contactFields.lastName': ['Last name', 'user'],
    'contactFields.phone': ['Telephone', 'user'],
    'formValues.': ['Form field', 'user'],
    pageUrl: ['Page address', 'page'],
    pageTitle: ['Page title', 'page'],
    type: ['Kind of form', 'event'],
    utk: ['Browser id (hubspotutk)', 'user'],
  },
  ['_'],
);
const { at } = dictionary;

/** Of a visitor's fields, those that are about the person. */
const people: ReadonlySet<string> = new Set(['email', 'phone', 'mobilephone', 'firstname', 'lastname', 'address', 'city', 'zip']);

export const hubspot = simpleVendor({
  facts: {
    id: vendor,
    name: 'HubSpot',
    mark: 'Hs',
    consent: {
      required: true,
      source:
        'Not in the IAB vendor list (v45 of 2024-03); asks for consent: https://developers.hubspot.com/docs/api/events/cookie-banner',
    },
    oncePerPage: [],
    receivesForms: true,
    apis: ['_hsq'],
    traits: ['identifies-visitors', 'scrapes-forms'],
    wire: {
      reads: 'page views, events, forms and identities',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Hubspot.js',
      verified: '2026-11-23',
    },
  },
  hosts: [
    'track.hubspot.com',
    'track-eu1.hubspot.com',
    'forms.hscollectedforms.net',
    'forms-eu1.hscollectedforms.net',
    'js.hscollectedforms.net',
    'js-eu1.hscollectedforms.net',
    'api.hsforms.com',
    'api-eu1.hsforms.com',
    'forms.hsforms.com',
    'forms-eu1.hsforms.com',
    'js.hsforms.net',
    'js-eu1.hsforms.net',
    'js.hs-scripts.com',
    'js-eu1.hs-scripts.com',
    'js.hs-analytics.net',
    'js-eu1.hs-analytics.net',
    'js.hsadspixel.net',
    'js-eu1.hsadspixel.net',
  ],
  paths: [
    { path: '/__ptq.gif', kind: 'event', event: { name: 'page view', category: 'page_view' } },
    { path: '/__ptbe.gif', kind: 'event' },
    { path: '/__ptc.gif', kind: 'event', event: { name: 'click', category: 'auto' } },
    {
      path: /^\/submissions\/v3\/(?:public\/submit\/formsnext\/multipart|(?:public|integration)(?:\/secure)?\/submit)\/(\d+)\/[^/]+\/?$/,
      kind: 'event',
      event: { name: 'form submission', category: 'form_submit' },
    },
    { path: /^\/collected-forms\/submit\/form\/?$/, kind: 'event', event: { name: 'form submission', category: 'form_submit' } },
    { path: /^\/collected-forms\/v\d\/config\//, kind: 'config' },
    { path: /^\/embed\/v\d\/form\/(\d+)\//, kind: 'config' },
    { path: /^\/embed\/v\d\/counters\.gif$/, kind: 'telemetry' },
    { path: /^\/analytics\/\d+\/(\d+)\.js$/, kind: 'library' },
    { path: /^\/(\d+)\.js$/, kind: 'library' },
    { path: /^\/(?:forms\/.+|collectedforms|fb)\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['a', 'portalId'],
    event: ['n', 'id'],
    value: ['value'],
    paramsUnder: ['_'],
    json: ['hs_context'],
    pageUrl: ['pu', 'hs_context.pageUrl', 'context.pageUri', 'pageUrl'],
    referrer: ['r'],
    userData: [
      'email',
      'firstname',
      'lastname',
      'phone',
      'contactFields.email',
      'contactFields.firstName',
      'contactFields.lastName',
      'contactFields.phone',
    ],
    refine(decoded, sent, hit) {
      const isPageHit = hit.address.path === '/__ptq.gif';
      const kind = textOf(sent, at.k);
      if (isPageHit && kind !== undefined && kind !== '1') {
        decoded.events = [{ name: `hit of kind ${kind}`, category: 'custom' }];
      }
      const about = fieldsAbout(textOf(sent, at.i), hit);
      for (const field of about) decoded.userData = withField(decoded.userData, field);
      if (hit.address.path === '/__ptc.gif' || textOf(sent, at.type) === 'SCRAPED') decoded.automatic = true;
      return decoded;
    },
  },
  readCall,
});

/** Fields of the person in `i`, a query within the query, and in the list of fields of a form posted as JSON. */
function fieldsAbout(query: string | undefined, hit: Hit): UserDataField[] {
  let found: UserDataField[] = [];
  if (query !== undefined) {
    const sent = nothingSent(dictionary);
    addQuery(sent, query, 'query');
    for (const { key, value } of sent.parameters)
      if (people.has(key) && value !== '') found = withField(found, { key, form: formOf(value) });
  }
  const body = bodyOf(hit);
  const fields = body.kind === 'json' && isObject(body.json) ? body.json.fields : undefined;
  if (!Array.isArray(fields)) return found;
  for (const field of fields) {
    const key = isObject(field) ? textAt(field, 'name') : undefined;
    const value = isObject(field) ? textAt(field, 'value') : undefined;
    if (key !== undefined && value !== undefined && people.has(key)) found = withField(found, { key, form: formOf(value) });
  }
  return found;
}

/** `_hsq.push(['trackPageView'])`, `_hsq.push(['trackCustomBehavioralEvent', {name}])`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [list] = args;
  if (!Array.isArray(list)) return null;
  const [command, options] = list as unknown[];
  if (command === 'trackPageView') return { vendor, kind: 'event', event: 'page view' };
  const event = isObject(options) ? (textAt(options, 'name') ?? textAt(options, 'id')) : undefined;
  if ((command === 'trackCustomBehavioralEvent' || command === 'trackEvent') && event !== undefined)
    return { vendor, kind: 'event', event };
  return { vendor, kind: command === 'doNotTrack' || command === 'revokeCookieConsent' ? 'consent' : 'other' };
}
