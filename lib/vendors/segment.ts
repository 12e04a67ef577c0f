import type { Decoded } from '../model';
import { basicName } from './basic-name';
import { messagesIn } from './batch';
import { cdpCall, cdpDictionary, createCdpAnswer } from './cdp';
import { bodyOf, type Hit, opaque, plainAnswer, queryOf, unreadReason, type Vendor } from './kit';

/**
 * Segment. Paths of its HTTP API, in letters and in words: https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/.
 * Consent in events: https://segment.com/docs/privacy/consent-management/.
 */
const vendor = 'segment';

export const segment: Vendor = {
  facts: {
    id: vendor,
    name: 'Segment',
    mark: 'Se',
    consent: {
      required: true,
      source:
        'Sets an identifier and hands events on: https://segment.com/docs/privacy/consent-management/; not in the IAB vendor list (v45 of 2024-03)',
    },
    oncePerPage: [],
    dedup: {
      idName: 'messageId',
      window: '24 hours',
      windowMs: 24 * 3_600_000,
      source: 'https://segment.com/docs/guides/duplicate-data/',
    },
    apis: ['analytics'],
    traits: ['identifies-visitors', 'routes-first-party'],
    wire: {
      reads: 'calls of its kit',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Segment.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['api.segment.io', 'events.eu1.segmentapis.com', 'api.segment.com', 'cdn.segment.com', 'cdn.segment.io'],
  decode(hit) {
    const { host, path } = hit.address;
    if (host.startsWith('cdn.')) return loadOf(hit);
    if (/^\/v1\/m(?:etrics)?\/?$/.test(path)) return plainAnswer(hit, { kind: 'telemetry', vendor }, cdpDictionary);
    const isCall = /^\/v1\/(?:[tpigasb]|track|page|identify|group|alias|screen|batch|import)\/?$/.test(path);
    return isCall ? messagesOf(hit) : null;
  },
  readCall: cdpCall(vendor),
};

const answer = createCdpAnswer(vendor);

function loadOf(hit: Hit): Decoded | null {
  const { path } = hit.address;
  const settings = /^\/v1\/projects\/([^/]+)\/settings/.exec(path)?.[1];
  if (settings !== undefined) return plainAnswer(hit, { kind: 'config', vendor, accountId: settings }, cdpDictionary);
  const accountId = /^\/analytics\.js\/v1\/([^/]+)\/(?:analytics|platform\/)/.exec(path)?.[1];
  const isPart = path.startsWith('/analytics-next/') || path.startsWith('/next-integrations/') || accountId !== undefined;
  return isPart ? plainAnswer(hit, { kind: 'library', vendor, accountId }, cdpDictionary) : null;
}

function messagesOf(hit: Hit): Decoded | null {
  const body = bodyOf(hit);
  if (body.kind === 'none') return null;
  if (body.kind !== 'json')
    return opaque(
      hit,
      { vendor, reason: unreadReason(hit) ?? 'The body is not the JSON that Segment’s library sends.' },
      cdpDictionary,
    );
  const read = messagesIn(queryOf(hit, cdpDictionary), body.json, { lists: ['batch'] });
  const decoded = answer(hit, read, {
    accountId: basicName(hit.request.headers),
    encoding: read.isBatch ? 'json-batch' : 'json',
  });
  return decoded?.accountId === undefined ? null : decoded;
}
