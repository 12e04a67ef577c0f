import type { Decoded, DecodedEvent, VendorCall } from '../model';
import { bytesOf, gunzip, parseJson } from './body';
import { textIn, valueIn } from './fields';
import { flattenJson, scalar } from './flatten';
import { isObject, type JsonObject, objectAt, textAt } from './json-reading';
import { compact, type Hit, labelsOf, opaque, type PageApiCall, parametersOf, plainAnswer, some, type Vendor } from './kit';
import { formOf } from './user-data';

/**
 * LinkedIn Insight Tag. A conversion's kind is set in Campaign Manager: on the wire stands its number only. Deduplication by event id:
 * https://learn.microsoft.com/linkedin/marketing/conversions/deduplication.
 */
const vendor = 'linkedin';

const labelOf = labelsOf({
  pid: ['Partner', 'event'],
  conversionId: ['Conversion', 'event'],
  eventId: ['Event id', 'event'],
  time: ['Event time', 'event'],
  url: ['Page address', 'page'],
  fmt: ['Answer format', 'technical'],
  v: ['Version', 'technical'],
  tm: ['Integration', 'technical'],
  li_fat_id: ['Click id', 'campaign'],
  liFatId: ['Click id', 'campaign'],
  hem: ['E-mail, hashed', 'user'],
  pageTitle: ['Page title', 'page'],
  signalType: ['Signal', 'event'],
  'domAttributes.': ['What was clicked', 'event'],
});

export const linkedin: Vendor = {
  facts: {
    id: vendor,
    name: 'LinkedIn',
    mark: 'Li',
    consent: {
      required: true,
      gvlId: 804,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 9, 10],
      consentModeTypes: ['ad_storage', 'ad_user_data', 'ad_personalization'],
      source: 'IAB vendor list entry 804, LinkedIn Ireland (v45 of 2024-03)',
    },
    oncePerPage: ['page_view'],
    dedup: {
      idName: 'event_id',
      window: 'an unpublished window',
      windowMs: 48 * 3_600_000,
      source: 'https://learn.microsoft.com/linkedin/marketing/conversions/deduplication',
    },
    apis: ['lintrk'],
  },
  hosts: ['px.ads.linkedin.com', 'px4.ads.linkedin.com', 'dc.ads.linkedin.com', 'snap.licdn.com', 'www.linkedin.com'],
  decode(hit) {
    const { host, path } = hit.address;
    if (host === 'snap.licdn.com')
      return /^\/li\.lms-analytics\/insight[^/]*\.js$/.test(path) ? plainAnswer(hit, { kind: 'library', vendor }, labelOf) : null;
    if (host === 'www.linkedin.com')
      return path.startsWith('/px/li_sync') ? plainAnswer(hit, { kind: 'sync', vendor }, labelOf) : null;
    if (/^\/collect\/?$/.test(path)) return collect(hit, host.startsWith('px4.'));
    if (/^\/wa\/?$/.test(path)) return websiteAction(hit);
    if (path.startsWith('/attribution_trigger')) return copyWithoutEvent(hit);
    return /^\/(?:db_sync|setuid|li_sync)/.test(path) ? plainAnswer(hit, { kind: 'sync', vendor }, labelOf) : null;
  },
  readCall,
};

function accountsOf(pid: string | undefined): string[] {
  return (pid ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function collect(hit: Hit, copy: boolean): Decoded | null {
  const { query } = hit;
  const accounts = accountsOf(textIn(query, 'pid'));
  const [accountId] = accounts;
  if (!accountId) return null;
  const event = eventOf(textIn(query, 'conversionId'), textIn(query, 'eventId'));
  return compact<Decoded>({
    kind: copy ? 'mirror' : 'event',
    vendor,
    accountId,
    accountIds: accounts.length > 1 ? accounts : undefined,
    encoding: 'query',
    events: [event],
    parameters: parametersOf(query, { source: 'query', labelOf }),
    pageUrl: textIn(query, 'url'),
    integration: textIn(query, 'tm'),
    noscript: valueIn(query, 'fmt') === 'gif' ? true : undefined,
    role: copy ? 'px4' : 'main',
    foldKey: [accounts.join(','), event.conversionId ?? '', textIn(query, 'time') ?? ''].join('|'),
  });
}

function eventOf(conversionId: string | undefined, eventId: string | undefined): DecodedEvent {
  if (!conversionId) return { name: 'PageView', category: 'page_view' };
  return compact<DecodedEvent>({ name: `conversion ${conversionId}`, category: 'conversion', conversionId, eventId });
}

function copyWithoutEvent(hit: Hit): Decoded {
  const [accountId] = accountsOf(textIn(hit.query, 'pid'));
  return compact(
    plainAnswer(hit, { kind: 'mirror', vendor, accountId, encoding: 'query', pageUrl: textIn(hit.query, 'url') }, labelOf),
  );
}

/** Website actions: what the tag saw by itself, as base64 of gzip of JSON. */
function websiteAction(hit: Hit): Decoded | null {
  const { json, encoding } = openAction(hit);
  if (!isObject(json))
    return hit.body.kind === 'none'
      ? null
      : opaque(hit, { vendor, reason: 'The body is not the packed JSON that LinkedIn’s tag sends.' }, labelOf);
  const accounts = Array.isArray(json.pids) ? json.pids.map(scalar) : accountsOf(textAt(json, 'pid'));
  const hem = textAt(json, 'hem');
  return compact<Decoded>({
    kind: 'event',
    vendor,
    accountId: accounts[0],
    accountIds: accounts.length > 1 ? accounts : undefined,
    encoding,
    events: [actionOf(json)],
    parameters: [
      ...parametersOf(hit.query, { source: 'query', labelOf }),
      ...parametersOf(flattenJson(json), { source: 'body', labelOf }),
    ],
    pageUrl: textAt(json, 'url'),
    userData: some(hem === undefined ? [] : [{ key: 'hem', form: formOf(hem) }]),
    automatic: true,
    role: 'wa',
  });
}

function openAction({ body }: Hit): { json: unknown; encoding: string } {
  if (body.kind === 'json') return { json: body.json, encoding: 'json' };
  const text =
    body.kind === 'text'
      ? body.text
      : body.kind === 'fields'
        ? body.fields.map(({ key, value }) => (value === '' ? key : `${key}=${value}`)).join('&')
        : '';
  const bytes = text.startsWith('H4sI') ? bytesOf(text.replaceAll(' ', '+')) : null;
  const unpacked = bytes && gunzip(bytes);
  return { json: unpacked ? parseJson(new TextDecoder().decode(unpacked)) : undefined, encoding: 'base64-gzip-json' };
}

function actionOf(json: JsonObject): DecodedEvent {
  const attributes = flattenJson(objectAt(json, 'domAttributes')).filter(
    ({ key, value }) => key !== '' && value !== '' && value !== 'null',
  );
  const params = Object.fromEntries(attributes.map(({ key, value }) => [key, value]));
  return compact<DecodedEvent>({
    name: textAt(json, 'signalType') ?? 'action',
    category: 'auto',
    params: attributes.length > 0 ? params : undefined,
  });
}

/** `lintrk('track', {conversion_id: 1, event_id: 'x'})` (learn.microsoft.com/linkedin/marketing/conversions/deduplication). */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, options] = args;
  if (command === 'setUserData') return { vendor, kind: 'other' };
  if (command !== 'track') return null;
  const said = isObject(options) ? options : {};
  const conversion = textAt(said, 'conversion_id');
  return compact<VendorCall>({
    vendor,
    kind: 'event',
    event: conversion ? `conversion ${conversion}` : 'PageView',
    eventId: textAt(said, 'event_id'),
  });
}
