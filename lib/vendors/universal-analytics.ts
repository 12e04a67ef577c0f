import type { Category, Decoded, DecodedEvent, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { consentLabels, consentReader } from './google-consent';
import { isObject, textAt } from './json-reading';
import { bodyOf, complete, completeEvent, type Hit, type PageApiCall, plainAnswer, queryOf, type Vendor } from './kit';
import { numberOf } from './numbers';
import { addFields, addQuery, firstOf, nothingSent, type Sent, textOf, under } from './sent';

/**
 * Universal Analytics, whose processing ended in July 2024 (https://support.google.com/analytics/answer/11583528): its hits go nowhere.
 * Parameters: https://developers.google.com/analytics/devguides/collection/protocol/v1/parameters.
 */
const vendor = 'universal_analytics';

/** By hit type, and of enhanced e-commerce by product action. */
const vocabulary: Readonly<Record<string, Category>> = {
  pageview: 'page_view',
  screenview: 'page_view',
  transaction: 'purchase',
  timing: 'engagement',
};
const productActions: Readonly<Record<string, Category>> = {
  detail: 'view_content',
  add: 'add_to_cart',
  checkout: 'initiate_checkout',
  purchase: 'purchase',
};

const dictionary = createDictionary(
  {
    ...consentLabels,
    v: ['Protocol version', 'technical'],
    tid: ['Property', 'event'],
    t: ['Hit type', 'event'],
    cid: ['Client id', 'user'],
    uid: ['User id', 'user'],
    ec: ['Event category', 'event'],
    ea: ['Event action', 'event'],
    el: ['Event label', 'event'],
    ev: ['Event value', 'event'],
    ti: ['Order id', 'event'],
    ta: ['Affiliation', 'event'],
    tr: ['Revenue', 'event'],
    ts: ['Shipping', 'event'],
    tt: ['Tax', 'event'],
    cu: ['Currency', 'event'],
    pa: ['Product action', 'event'],
    in: ['Item name', 'items'],
    ip: ['Item price', 'items'],
    iq: ['Item quantity', 'items'],
    ic: ['Item code', 'items'],
    iv: ['Item category', 'items'],
    dl: ['Page address', 'page'],
    dh: ['Page host', 'page'],
    dp: ['Page path', 'page'],
    dt: ['Page title', 'page'],
    dr: ['Referrer', 'page'],
    gclid: ['Click id', 'campaign'],
    cd: ['Screen, or custom dimension', 'event'],
    cm: ['Custom metric', 'event'],
    ni: ['No interaction', 'event'],
    z: ['Number against caching', 'technical'],
  },
  ['cd', 'cm'],
);
const { at } = dictionary;
const googleConsent = consentReader(at);
type UaSent = Sent<'cd' | 'cm'>;

export const universalAnalytics: Vendor = {
  facts: {
    id: vendor,
    name: 'Universal Analytics',
    mark: 'Ua',
    consent: {
      required: true,
      gvlId: 755,
      consentModeTypes: ['analytics_storage'],
      source:
        'developers.google.com/tag-platform/security/concepts/consent-mode; Analytics hits go to entry 755 of the IAB vendor list',
    },
    oncePerPage: [],
    apis: ['ga'],
    wire: {
      reads: 'hits of a product that no longer processes them',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/UniversalAnalytics.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['google-analytics.com', 'stats.g.doubleclick.net'],
  decode(hit) {
    const { path, host } = hit.address;
    if (/^\/(?:[jr]\/)?collect\/?$/.test(path) || path === '/batch') return collect(hit, host === 'stats.g.doubleclick.net');
    return path === '/analytics.js' || path === '/ga.js' ? plainAnswer(hit, { kind: 'library', vendor }, dictionary) : null;
  },
  readCall,
};

function collect(hit: Hit, copy: boolean): Decoded | null {
  const query = queryOf(hit, dictionary);
  const { hits, encoding } = hitsOf(hit, query);
  const own = hits.filter((one) => firstOf(one, at.v) === '1' && /^UA-\d+-\d+$/.test(firstOf(one, at.tid) ?? ''));
  const [first] = own;
  if (!first) return null;
  const shared = hits.length === 1 && first === query ? [] : hits.flatMap(({ parameters }) => parameters);
  const decoded = complete(
    {
      kind: copy ? 'mirror' : 'event',
      vendor,
      events: own.map(eventOf),
      parameters: [...query.parameters, ...shared],
    },
    {
      accountId: textOf(first, at.tid),
      accountIds: [...new Set(own.flatMap((one) => textOf(one, at.tid) ?? []))],
      encoding,
      pageUrl: textOf(first, at.dl),
      referrer: firstOf(first, at.dr),
      consent: googleConsent(first),
      role: copy ? 'doubleclick' : 'main',
    },
  );
  decoded.legacy = true;
  return decoded;
}

/** One hit in the address or in the body, or one a line of the body. */
function hitsOf(hit: Hit, query: UaSent): { hits: UaSent[]; encoding: string } {
  const body = bodyOf(hit);
  if (body.kind === 'form' || body.kind === 'fields') {
    const one = nothingSent(dictionary, { shared: query });
    if (body.kind === 'form') addQuery(one, body.text, 'body');
    else addFields(one, body.fields, 'body');
    return { hits: [one], encoding: 'form' };
  }
  if (body.kind !== 'text') return { hits: [query], encoding: 'query' };
  const lines = body.text.split(/\r?\n/).filter((line) => line.includes('='));
  return {
    hits: lines.map((line, event) => {
      const one = nothingSent(dictionary, { shared: query, event });
      addQuery(one, line, 'body');
      return one;
    }),
    encoding: 'lines',
  };
}

function eventOf(sent: UaSent): DecodedEvent {
  const type = textOf(sent, at.t) ?? 'pageview';
  const ec = textOf(sent, at.ec);
  const ea = textOf(sent, at.ea);
  const el = textOf(sent, at.el);
  const name = type === 'event' ? [ec, ea].filter((one) => one !== undefined).join(' / ') || type : type;
  const action = productActions[textOf(sent, at.pa) ?? ''];
  const isOrder = type === 'transaction' || action === 'purchase';
  return completeEvent(
    { name, category: action ?? vocabulary[type] ?? 'custom' },
    {
      value: numberOf(isOrder ? textOf(sent, at.tr) : textOf(sent, at.ev)),
      currency: textOf(sent, at.cu),
      orderId: isOrder || type === 'item' ? textOf(sent, at.ti) : undefined,
      params: paramsOf(sent, { ec, ea, el }),
    },
  );
}

function paramsOf(sent: UaSent, said: Record<string, string | undefined>): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(said)) if (value !== undefined) params[key] = value;
  for (const prefix of ['cd', 'cm'] as const)
    for (const [number, value] of Object.entries(under(sent, prefix) ?? {}))
      if (/^\d+$/.test(number)) params[prefix + number] = value;
  return Object.keys(params).length > 0 ? params : undefined;
}

/** `ga('send', 'event', 'category', 'action')`, `ga('t0.send', {hitType})` (developers.google.com/analytics/devguides/collection/analyticsjs/command-queue-reference). */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, first, second, third] = args;
  if (typeof command !== 'string') return null;
  const word = command.slice(command.indexOf('.') + 1);
  if (word === 'create') {
    const account = isObject(first) ? textAt(first, 'trackingId') : first;
    return { vendor, kind: 'init', ...(typeof account === 'string' ? { accounts: [account] } : {}) };
  }
  if (word !== 'send') return { vendor, kind: 'other' };
  const said = isObject(first) ? first : isObject(second) ? { hitType: first, ...second } : {};
  const type = typeof first === 'string' ? first : textAt(said, 'hitType');
  if (type === undefined) return { vendor, kind: 'other' };
  const words = type === 'event' ? [textAt(said, 'eventCategory') ?? second, textAt(said, 'eventAction') ?? third] : [];
  const event = words.filter((one) => typeof one === 'string').join(' / ') || type;
  return { vendor, kind: 'event', event };
}
