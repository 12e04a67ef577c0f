import type { Category, Decoded, DecodedEvent } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import {
  bodyOf,
  categoryOf,
  complete,
  completeEvent,
  type Hit,
  opaque,
  plainAnswer,
  queryOf,
  unreadReason,
  type Vendor,
} from './kit';
import { numberOf } from './numbers';
import { addJson, nothingSent, type Sent, textOf } from './sent';

/**
 * RTB House. Event types and their data: https://docs.tealium.com/client-side-tags/rtb-house-tag. The older tag packs account, event and data
 * into one `id`: `pr_<account>_<event>_<value>_<order>_<offers>`.
 */
const vendor = 'rtb_house';

const vocabulary: Readonly<Record<string, Category>> = {
  home: 'page_view',
  placebo: 'page_view',
  category: 'view_content',
  category2: 'view_content',
  listing: 'view_content',
  offer: 'view_content',
  basketadd: 'add_to_cart',
  basketstatus: 'initiate_checkout',
  startorder: 'initiate_checkout',
  conversion: 'purchase',
  orderstatus2: 'purchase',
};

/** Tags that say who the visitor is, not what happened. */
const technical: ReadonlySet<string> = new Set(['uid', 'lid']);

const dictionary = createDictionary({
  id: ['Account and event', 'event'],
  th: ['Account', 'event'],
  eventType: ['Event', 'event'],
  conversionId: ['Order id', 'event'],
  conversionValue: ['Value', 'event'],
  offerId: ['Offer', 'items'],
  'offerIds.': ['Offers', 'items'],
  categoryId: ['Category', 'event'],
  cd: null,
});
const { at } = dictionary;

export const rtbHouse: Vendor = {
  facts: {
    id: vendor,
    name: 'RTB House',
    mark: 'Rh',
    consent: {
      required: true,
      gvlId: 16,
      source: 'IAB vendor list entry 16, RTB House S.A. (as of 2026-09); its purposes were not read',
    },
    oncePerPage: [],
    wire: {
      reads: 'events and orders',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/RTBHouse.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['creativecdn.com'],
  decode(hit) {
    const { path } = hit.address;
    if (path === '/tags/v2') return tagsOf(hit);
    if (path === '/tags') return packed(hit);
    const accountId = /^\/([A-Za-z0-9]{16,24})\.js$/.exec(path)?.[1];
    return accountId !== undefined && hit.address.host === 'tags.creativecdn.com'
      ? plainAnswer(hit, { kind: 'library', vendor, accountId }, dictionary)
      : null;
  },
};

function tagsOf(hit: Hit): Decoded | null {
  const body = bodyOf(hit);
  const shared = queryOf(hit, dictionary);
  const json = body.kind === 'json' && isObject(body.json) ? body.json : undefined;
  if (!json) {
    const reason = unreadReason(hit);
    return reason === undefined ? null : opaque(hit, { vendor, reason }, dictionary);
  }
  const tags: unknown[] = Array.isArray(json.tags) ? json.tags : [];
  addJson(shared, json, 'body', Array.isArray(json.tags) ? 'tags' : undefined);
  const parts = tags.map((tag, event) => {
    const part = nothingSent(dictionary, { shared, event });
    addJson(part, tag, 'body');
    return part;
  });
  const accountId = textAt(json, 'th');
  const events = parts.flatMap((part) => {
    const name = textOf(part, at.eventType);
    return name === undefined || technical.has(name) ? [] : [eventOf(part, name)];
  });
  if (accountId === undefined) return null;
  return complete(
    {
      kind: events.length > 0 ? 'event' : 'identify',
      vendor,
      events,
      parameters: shared.parameters.concat(...parts.map(({ parameters }) => parameters)),
    },
    { accountId, encoding: 'json-batch', role: 'main' },
  );
}

function eventOf(part: Sent, name: string): DecodedEvent {
  const offer = textOf(part, at.offerId);
  return completeEvent(
    { name, category: categoryOf(vocabulary, name) },
    {
      value: numberOf(textOf(part, at.conversionValue)),
      orderId: textOf(part, at.conversionId),
      items: offer === undefined ? [] : [{ id: offer }],
    },
  );
}

/** Several `id`s may stand in one address. */
function packed(hit: Hit): Decoded | null {
  const sent = queryOf(hit, dictionary);
  const found = sent.parameters
    .filter(({ key }) => key === 'id')
    .flatMap(({ value }) => {
      const [, account, name, ...rest] = /^pr_([A-Za-z0-9]{16,24})(?:_([a-z]+\d*)(?:_(.*))?)?$/s.exec(value) ?? [];
      return account === undefined ? [] : [{ account, name, rest: rest[0]?.split('_') ?? [] }];
    });
  const [first] = found;
  if (!first) return null;
  const events = found.flatMap(({ name = 'placebo', rest }) => (technical.has(name) ? [] : [packedEvent(name, rest)]));
  return complete(
    { kind: events.length > 0 ? 'event' : 'identify', vendor, events, parameters: sent.parameters },
    { accountId: first.account, encoding: 'query', role: 'main' },
  );
}

function packedEvent(name: string, rest: readonly string[]): DecodedEvent {
  const event: DecodedEvent = { name, category: categoryOf(vocabulary, name) };
  const isOrder = name === 'orderstatus2';
  const offers = (isOrder ? rest[2] : name === 'offer' || name.startsWith('basket') ? rest[0] : undefined) ?? '';
  return completeEvent(event, {
    value: isOrder ? numberOf(rest[0]) : undefined,
    orderId: isOrder ? rest[1] || undefined : undefined,
    items: offers
      .split(',')
      .filter((id) => id !== '')
      .map((id) => ({ id })),
  });
}
