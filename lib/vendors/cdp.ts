import type { CarriedConsent, DecodedEvent } from '../model';
import { createBatchAnswer } from './batch';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import type { PageApiCall, Vendor } from './kit';
import { type Sent, textOf, under } from './sent';
import type { Reading } from './simple';

/**
 * Messages of customer data platforms, as Segment defined them and RudderStack sends them too:
 * https://segment.com/docs/connections/spec/common/, https://www.rudderstack.com/docs/event-spec/standard-events/common-fields/.
 */
export const cdpDictionary = createDictionary(
  {
    type: ['Kind of message', 'event'],
    event: ['Event', 'event'],
    name: ['Page name', 'page'],
    category: ['Page category', 'page'],
    messageId: ['Message id', 'event'],
    anonymousId: ['Anonymous id', 'user'],
    userId: ['User id', 'user'],
    previousId: ['Former user id', 'user'],
    groupId: ['Group id', 'user'],
    writeKey: ['Source (write key)', 'event'],
    channel: ['Channel', 'technical'],
    timestamp: ['Event time', 'event'],
    originalTimestamp: ['Event time', 'event'],
    sentAt: ['Sent at', 'technical'],
    receivedAt: ['Received at', 'technical'],
    version: ['Version', 'technical'],
    'integrations.': ['Destinations', 'technical'],
    'properties.': ['Event property', 'event'],
    'properties.revenue': ['Revenue', 'event'],
    'properties.value': ['Value', 'event'],
    'properties.total': ['Total', 'event'],
    'properties.currency': ['Currency', 'event'],
    'properties.order_id': ['Order id', 'event'],
    'properties.products.': ['Products', 'items'],
    'properties.email': ['E-mail', 'user'],
    'properties.phone': ['Telephone', 'user'],
    'traits.': ['Trait', 'user'],
    'traits.email': ['E-mail', 'user'],
    'traits.phone': ['Telephone', 'user'],
    'traits.firstName': ['First name', 'user'],
    'traits.lastName': ['Last name', 'user'],
    'traits.name': ['Name', 'user'],
    'context.': ['Context', 'technical'],
    'context.traits.': ['Trait', 'user'],
    'context.traits.email': ['E-mail', 'user'],
    'context.traits.phone': ['Telephone', 'user'],
    'context.page.': ['Page', 'page'],
    'context.page.url': ['Page address', 'page'],
    'context.page.referrer': ['Referrer', 'page'],
    'context.page.title': ['Page title', 'page'],
    'context.campaign.': ['Campaign', 'campaign'],
    'context.consent.': ['Consent', 'consent'],
    'context.consent.categoryPreferences.': ['Consent by category', 'consent'],
    'context.library.name': ['Library', 'technical'],
    'context.library.version': ['Version of the library', 'technical'],
    'context.userAgent': ['Browser', 'technical'],
    'context.locale': ['Language', 'technical'],
    'context.timezone': ['Time zone', 'technical'],
  },
  ['properties.', 'traits.', 'context.consent.categoryPreferences.'],
);
const { at } = cdpDictionary;

type CdpKey = keyof typeof at;
type CdpSent = Sent<(typeof cdpDictionary.gathered)[number]>;

function readingOf(vendor: string): Reading<CdpKey, (typeof cdpDictionary.gathered)[number]> {
  return {
    vendor,
    dictionary: cdpDictionary,
    account: ['writeKey'],
    eventId: ['messageId'],
    value: ['properties.revenue', 'properties.value', 'properties.total'],
    currency: ['properties.currency'],
    orderId: ['properties.order_id'],
    paramsUnder: ['properties.'],
    pageUrl: ['context.page.url'],
    referrer: ['context.page.referrer'],
    integration: ['context.library.name'],
    userData: [
      'traits.email',
      'traits.phone',
      'traits.firstName',
      'traits.lastName',
      'traits.name',
      'context.traits.email',
      'context.traits.phone',
      'properties.email',
      'properties.phone',
    ],
  };
}

/** Answers a vendor's messages. */
export function createCdpAnswer(vendor: string) {
  return createBatchAnswer({ reading: readingOf(vendor), named, consent: consentOf });
}

const people: ReadonlySet<string> = new Set(['identify', 'group', 'alias']);

/** `page` and `screen` may name the page; `identify`, `group` and `alias` are about the person. */
function named(sent: CdpSent): Pick<DecodedEvent, 'name' | 'category'> | undefined {
  const type = textOf(sent, at.type);
  if (type === 'page' || type === 'screen') {
    const name = textOf(sent, at.name);
    return { name: name === undefined ? type : `${type}: ${name}`, category: 'page_view' };
  }
  if (type !== undefined && people.has(type)) return { name: type, category: 'identify' };
  const event = type === undefined || type === 'track' ? textOf(sent, at.event) : undefined;
  return event === undefined ? undefined : { name: event, category: categoryByWords(event) };
}

function consentOf(sent: CdpSent): CarriedConsent | undefined {
  const said = under(sent, 'context.consent.categoryPreferences.');
  if (!said) return undefined;
  return { categories: Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value === 'true'])) };
}

/** `analytics.track('Lead', {…})`, `.page()`, `.identify()`; the snippet queues `['track', 'Lead', {…}]` (https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/). */
export function cdpCall(vendor: string): NonNullable<Vendor['readCall']> {
  return ({ method, args }: PageApiCall) => {
    const [command, ...rest] = method === undefined || method === 'push' ? flat(args) : [method, ...args];
    if (typeof command !== 'string') return null;
    if (command === 'load') return { vendor, kind: 'init', ...(typeof rest[0] === 'string' ? { accounts: [rest[0]] } : {}) };
    if (command === 'track' && typeof rest[0] === 'string') return { vendor, kind: 'event', event: rest[0] };
    if (command === 'page') {
      const [category, name] = rest;
      const page = typeof name === 'string' ? name : typeof category === 'string' ? category : undefined;
      return { vendor, kind: 'event', event: page === undefined ? 'page' : `page: ${page}` };
    }
    return { vendor, kind: command === 'consent' ? 'consent' : 'other' };
  };
}

function flat(args: readonly unknown[]): readonly unknown[] {
  return args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
}
