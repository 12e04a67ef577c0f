import type { Decoded, DecodedEvent, VendorCall } from '../model';
import { bytesOf, gunzip, parseJson } from './body';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import {
  bodyOf,
  complete,
  completeEvent,
  type Hit,
  opaque,
  type PageApiCall,
  plainAnswer,
  queryOf,
  unreadReason,
  type Vendor,
} from './kit';
import { addJson, firstOf, type Sent, textOf, under } from './sent';
import { formOf } from './user-data';

/**
 * LinkedIn Insight Tag. A conversion's kind is set in Campaign Manager: on the wire stands its number only. Deduplication by event id:
 * https://learn.microsoft.com/linkedin/marketing/conversions/deduplication.
 */
const vendor = 'linkedin';

const dictionary = createDictionary(
  {
    pid: ['Partner', 'event'],
    'pids.': ['Partner', 'event'],
    websiteSignalRequestId: ['Id of the signal', 'technical'],
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
  },
  ['pids.', 'domAttributes.'],
);
const { at } = dictionary;

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
    storage: { names: ['li_fat_id', 'li_giant'], source: 'linkedin.com/legal/l/cookie-table' },
    oncePerPage: ['page_view'],
    dedup: {
      idName: 'event_id',
      window: 'an unpublished window',
      windowMs: 48 * 3_600_000,
      source: 'https://learn.microsoft.com/linkedin/marketing/conversions/deduplication',
    },
    apis: ['lintrk'],
    traits: ['matches-by-hash'],
    wire: {
      reads: 'conversions, page views and website actions',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/LinkedIn.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['px.ads.linkedin.com', 'px4.ads.linkedin.com', 'dc.ads.linkedin.com', 'snap.licdn.com', 'www.linkedin.com'],
  decode(hit) {
    const { host, path } = hit.address;
    if (host === 'snap.licdn.com')
      return /^\/li\.lms-analytics\/insight[^/]*\.js$/.test(path)
        ? plainAnswer(hit, { kind: 'library', vendor }, dictionary)
        : null;
    if (host === 'www.linkedin.com')
      return path.startsWith('/px/li_sync') ? plainAnswer(hit, { kind: 'sync', vendor }, dictionary) : null;
    if (/^\/collect\/?$/.test(path)) return collect(hit, host.startsWith('px4.'));
    if (/^\/wa\/?$/.test(path)) return websiteAction(hit);
    if (path.startsWith('/attribution_trigger')) return copyWithoutEvent(hit);
    return /^\/(?:db_sync|setuid|li_sync)/.test(path) ? plainAnswer(hit, { kind: 'sync', vendor }, dictionary) : null;
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
  const query = queryOf(hit, dictionary);
  const accounts = accountsOf(textOf(query, at.pid));
  const [accountId] = accounts;
  if (accountId === undefined) return null;
  const conversionId = textOf(query, at.conversionId);
  return complete(
    {
      kind: copy ? 'mirror' : 'event',
      vendor,
      events: [eventOf(conversionId, textOf(query, at.eventId))],
      parameters: query.parameters,
    },
    {
      accountId,
      accountIds: accounts,
      encoding: 'query',
      pageUrl: textOf(query, at.url),
      integration: textOf(query, at.tm),
      noscript: firstOf(query, at.fmt) === 'gif',
      role: copy ? 'px4' : 'main',
      foldKey: `${accounts.join(',')}|${conversionId ?? ''}|${textOf(query, at.time) ?? ''}`,
    },
  );
}

function eventOf(conversionId: string | undefined, eventId: string | undefined): DecodedEvent {
  if (conversionId === undefined) return { name: 'PageView', category: 'page_view' };
  return completeEvent({ name: `conversion ${conversionId}`, category: 'conversion' }, { conversionId, eventId });
}

function copyWithoutEvent(hit: Hit): Decoded {
  const query = queryOf(hit, dictionary);
  const accounts = accountsOf(textOf(query, at.pid));
  return complete(
    { kind: 'mirror', vendor, events: [], parameters: query.parameters },
    { accountId: accounts[0], accountIds: accounts, encoding: 'query', pageUrl: textOf(query, at.url) },
  );
}

/** Website actions: what the tag saw by itself, as base64 of gzip of JSON. */
function websiteAction(hit: Hit): Decoded | null {
  const { json, encoding } = openAction(hit);
  if (!isObject(json)) {
    if (bodyOf(hit).kind === 'none') return null;
    return opaque(
      hit,
      { vendor, reason: unreadReason(hit) ?? 'The body is not the packed JSON that LinkedIn’s tag sends.' },
      dictionary,
    );
  }
  const sent = queryOf(hit, dictionary);
  addJson(sent, json, 'body');
  const listed = Object.values(under(sent, 'pids.') ?? {});
  const accounts = listed.length > 0 ? listed : accountsOf(textOf(sent, at.pid) ?? textAt(json, 'pids'));
  const hem = textOf(sent, at.hem);
  return complete(
    { kind: 'event', vendor, events: [actionOf(sent)], parameters: sent.parameters },
    {
      accountId: accounts[0],
      accountIds: accounts,
      encoding,
      pageUrl: textOf(sent, at.url),
      userData: hem === undefined ? [] : [{ key: 'hem', form: formOf(hem) }],
      automatic: true,
      reason: sent.cut ? 'The body is longer than can be shown.' : undefined,
      role: 'wa',
    },
  );
}

/** The body's base64 may have been taken for a form, since it can end in `=`. */
function openAction(hit: Hit): { json: unknown; encoding: string } {
  const body = bodyOf(hit);
  if (body.kind === 'json') return { json: body.json, encoding: 'json' };
  const text =
    body.kind === 'text' || body.kind === 'form' ? body.text : body.kind === 'fields' ? (body.fields[0]?.key ?? '') : '';
  const bytes = text.startsWith('H4sI') ? bytesOf(text.replaceAll(' ', '+')) : null;
  const unpacked = bytes && gunzip(bytes);
  return { json: unpacked ? parseJson(new TextDecoder().decode(unpacked)) : undefined, encoding: 'base64-gzip-json' };
}

function actionOf(sent: Sent<(typeof dictionary.gathered)[number]>): DecodedEvent {
  const attributes = Object.entries(under(sent, 'domAttributes.') ?? {}).filter(([, value]) => value !== '' && value !== 'null');
  return completeEvent(
    { name: textOf(sent, at.signalType) ?? 'action', category: 'auto' },
    { params: attributes.length > 0 ? Object.fromEntries(attributes) : undefined },
  );
}

/** `lintrk('track', {conversion_id: 1, event_id: 'x'})` (learn.microsoft.com/linkedin/marketing/conversions/deduplication). */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, options] = args;
  if (command === 'setUserData') return { vendor, kind: 'other' };
  if (command !== 'track') return null;
  const said = isObject(options) ? options : {};
  const conversion = textAt(said, 'conversion_id');
  const eventId = textAt(said, 'event_id');
  const event = conversion === undefined ? 'PageView' : `conversion ${conversion}`;
  return { vendor, kind: 'event', event, ...(eventId === undefined ? {} : { eventId }) };
}
