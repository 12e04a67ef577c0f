import type { CarriedConsent, Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createBatchAnswer, messagesIn } from './batch';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import { bodyOf, complete, type Hit, isFirstParty, opaque, type PageApiCall, queryOf, unreadReason, type Vendor } from './kit';
import { addJson, type Sent, textOf } from './sent';

/**
 * Adobe's Edge Network (Web SDK). Requests: https://experienceleague.adobe.com/en/docs/experience-platform/edge-network-server-api/interactive-data-collection;
 * event types: https://experienceleague.adobe.com/en/docs/experience-platform/xdm/classes/experienceevent; consent:
 * https://experienceleague.adobe.com/en/docs/experience-platform/collection/js/commands/setconsent.
 */
const vendor = 'adobe_edge';

const categories: ReadonlyMap<string, Category> = new Map([
  ['web.webpagedetails.pageViews', 'page_view'],
  ['web.webinteraction.linkClicks', 'engagement'],
  ['web.formFilledOut', 'lead'],
  ['leadOperation.newLead', 'lead'],
  ['commerce.productViews', 'view_content'],
  ['commerce.productListAdds', 'add_to_cart'],
  ['commerce.checkouts', 'initiate_checkout'],
  ['commerce.purchases', 'purchase'],
  ['commerce.saveForLaters', 'add_to_wishlist'],
]);

const dictionary = createDictionary({
  configId: ['Datastream', 'event'],
  dataStreamId: ['Datastream', 'event'],
  requestId: ['Request', 'technical'],
  'xdm.eventType': ['Event', 'event'],
  'xdm._id': ['Event id', 'event'],
  'xdm.timestamp': ['Event time', 'event'],
  'xdm.web.webPageDetails.URL': ['Page address', 'page'],
  'xdm.web.webPageDetails.name': ['Page name', 'page'],
  'xdm.web.webPageDetails.pageViews.value': ['Page views', 'event'],
  'xdm.web.webReferrer.URL': ['Referrer', 'page'],
  'xdm.web.': ['Page', 'page'],
  'xdm.commerce.': ['Commerce', 'event'],
  'xdm.commerce.order.purchaseID': ['Order id', 'event'],
  'xdm.commerce.order.priceTotal': ['Value', 'event'],
  'xdm.commerce.order.currencyCode': ['Currency', 'event'],
  'xdm.productListItems.': ['Products', 'items'],
  'xdm.identityMap.': ['Identity', 'user'],
  'xdm.implementationDetails.name': ['Library', 'technical'],
  'xdm.environment.': ['Browser', 'technical'],
  'xdm.device.': ['Device', 'technical'],
  'data.': ['Event data', 'event'],
  'query.': ['Query', 'technical'],
  'meta.': ['About the request', 'technical'],
  'consent.': ['Consent', 'consent'],
});
const { at } = dictionary;

export const adobeEdge: Vendor = {
  facts: {
    id: vendor,
    name: 'Adobe Edge',
    mark: 'Ae',
    consent: {
      required: true,
      gvlId: 565,
      consentPurposes: [1, 10],
      source: 'IAB vendor list entry 565, Adobe Audience Manager and Experience Platform (v45 of 2024-03)',
    },
    oncePerPage: [],
    apis: ['alloy'],
    traits: ['routes-first-party'],
    wire: {
      reads: 'events of the web kit',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/AdobeWebSdk.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['edge.adobedc.net', 'adobedc.demdex.net'],
  decode: read,
  shape: {
    marks: ['/ee/'],
    mayBe: ({ url }) => /\/ee\/(?:[\w-]+\/)?v\d\/[a-z/-]+\?(?:[^#]*&)?configId=/.test(url),
    decode: read,
  },
  readCall,
};

const answer = createBatchAnswer({
  reading: {
    vendor,
    dictionary,
    account: ['configId', 'dataStreamId'],
    eventId: ['xdm._id'],
    value: ['xdm.commerce.order.priceTotal'],
    currency: ['xdm.commerce.order.currencyCode'],
    orderId: ['xdm.commerce.order.purchaseID'],
    params: ['xdm.web.webPageDetails.name'],
    pageUrl: ['xdm.web.webPageDetails.URL'],
    referrer: ['xdm.web.webReferrer.URL'],
    integration: ['xdm.implementationDetails.name'],
  },
  named,
});

type Named = Pick<DecodedEvent, 'name' | 'category'>;

function named(sent: Sent<never>): Named | undefined {
  const type = textOf(sent, at['xdm.eventType']);
  if (type !== undefined) return { name: type, category: categories.get(type) ?? (isOffer(type) ? 'engagement' : 'custom') };
  if (textOf(sent, at['xdm.web.webPageDetails.pageViews.value']) !== undefined)
    return { name: 'page view', category: 'page_view' };
  return { name: 'event without type', category: 'custom' };
}

/** Offers that were fetched, shown or clicked. */
function isOffer(type: string): boolean {
  return type.startsWith('decisioning.');
}

function read(hit: Hit): Decoded | null {
  const call = /\/ee\/(?:[\w-]+\/)?v\d\/(interact|collect|privacy\/set-consent|identity\/acquire)\/?$/.exec(
    hit.address.path,
  )?.[1];
  if (call === undefined) return null;
  const query = queryOf(hit, dictionary);
  const accountId = textOf(query, at.configId) ?? textOf(query, at.dataStreamId);
  const body = bodyOf(hit);
  if (accountId === undefined || body.kind === 'none') return null;
  if (body.kind !== 'json' || !isObject(body.json)) {
    const reason = unreadReason(hit) ?? 'The body is not the JSON that Adobe’s library sends.';
    return opaque(hit, { vendor, accountId, reason }, dictionary);
  }
  if (call === 'privacy/set-consent') return consentSet(query, accountId, body.json);
  const batch = messagesIn(query, body.json, { lists: ['events'] });
  const decoded =
    batch.isBatch && batch.messages.length > 0
      ? answer(hit, batch, { accountId, encoding: batch.messages.length > 1 ? 'json-batch' : 'json' })
      : null;
  if (!decoded)
    return complete({ kind: 'telemetry', vendor, events: [], parameters: query.parameters }, { accountId, encoding: 'json' });
  decoded.firstParty = isFirstParty(hit, decoded.pageUrl);
  if (decoded.events.every(({ name }) => isOffer(name))) decoded.kind = 'telemetry';
  return decoded;
}

function consentSet(query: Sent<never>, accountId: string, json: Record<string, unknown>): Decoded {
  addJson(query, json, 'body');
  return complete(
    { kind: 'consent', vendor, events: [], parameters: query.parameters },
    { accountId, encoding: 'json', consent: consentIn(Array.isArray(json.consent) ? json.consent : []) },
  );
}

/** Adobe's own words (`general: in`, or `collect.val: y` in version 2), or an IAB string. */
function consentIn(said: readonly unknown[]): CarriedConsent | undefined {
  let consent: CarriedConsent | undefined;
  for (const one of said) {
    if (!isObject(one)) continue;
    const iab = textAt(one, 'value');
    if (iab !== undefined) {
      consent = { ...consent, tcf: iab };
      continue;
    }
    const value = isObject(one.value) ? one.value : {};
    const general = textAt(value, 'general');
    const collect = isObject(value.collect) ? textAt(value.collect, 'val') : undefined;
    if (general !== undefined) consent = { ...consent, granted: general === 'in', raw: { general } };
    else if (collect !== undefined) consent = { ...consent, granted: collect === 'y', raw: { 'collect.val': collect } };
  }
  return consent;
}

/** `alloy('sendEvent', {xdm: {eventType}})`, `alloy('setConsent', {…})`, `alloy('configure', {datastreamId})`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, given] = args;
  if (typeof command !== 'string') return null;
  const options = isObject(given) ? given : {};
  if (command === 'setConsent') return { vendor, kind: 'consent' };
  if (command === 'configure') {
    const id = textAt(options, 'datastreamId') ?? textAt(options, 'edgeConfigId');
    return { vendor, kind: 'init', ...(id === undefined ? {} : { accounts: [id] }) };
  }
  if (command !== 'sendEvent') return { vendor, kind: 'other' };
  const type = textAt(options, 'type') ?? (isObject(options.xdm) ? textAt(options.xdm, 'eventType') : undefined);
  return { vendor, kind: 'event', ...(type === undefined ? {} : { event: type }) };
}
