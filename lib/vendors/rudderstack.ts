import type { Decoded } from '../model';
import { basicName } from './basic-name';
import { messagesIn } from './batch';
import { cdpCall, cdpDictionary, createCdpAnswer } from './cdp';
import { isObject, textAt } from './json-reading';
import { bodyOf, type Hit, opaque, plainAnswer, queryOf, unreadReason, type Vendor } from './kit';
import { textOf } from './sent';

/**
 * RudderStack: Segment's messages to a data plane, which is often the site's own host. The key travels in the address of a beacon, else in a
 * header (https://www.rudderstack.com/docs/api/http-api/).
 */
const vendor = 'rudderstack';

export const rudderstack: Vendor = {
  facts: {
    id: vendor,
    name: 'RudderStack',
    mark: 'Ru',
    consent: {
      required: true,
      source: 'Sets an identifier and hands events on: https://www.rudderstack.com/docs/data-governance/consent-management/',
    },
    oncePerPage: [],
    apis: ['rudderanalytics'],
    traits: ['identifies-visitors', 'routes-first-party'],
    wire: {
      reads: 'calls of its kit',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/RudderStack.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['rudderstack.com', 'rudderlabs.com'],
  decode(hit) {
    const { host, path } = hit.address;
    if (host.startsWith('cdn.'))
      return path.endsWith('.js') ? plainAnswer(hit, { kind: 'library', vendor }, cdpDictionary) : null;
    if (/^\/sourceConfig\/?$/.test(path))
      return plainAnswer(
        hit,
        { kind: 'config', vendor, accountId: textOf(queryOf(hit, cdpDictionary), cdpDictionary.at.writeKey) },
        cdpDictionary,
      );
    return call.test(path) ? messagesOf(hit, true) : null;
  },
  shape: {
    marks: ['/beacon/v1/batch', '/v1/track', '/v1/page', '/v1/identify', '/v1/group', '/v1/alias', '/v1/screen'],
    mayBe: ({ url }) => /\/(?:beacon\/v1\/batch|v1\/(?:track|page|identify|group|alias|screen))\/?(?:\?|$)/.test(url),
    decode: (hit) => (call.test(hit.address.path) ? messagesOf(hit, false) : null),
  },
  readCall: cdpCall(vendor),
};

const call = /\/(?:beacon\/v1\/batch|v1\/(?:track|page|identify|group|alias|screen|batch))\/?$/;
const answer = createCdpAnswer(vendor);

function messagesOf(hit: Hit, isOwnHost: boolean): Decoded | null {
  const query = queryOf(hit, cdpDictionary);
  const key = textOf(query, cdpDictionary.at.writeKey) ?? basicName(hit.request.headers);
  const body = bodyOf(hit);
  if (body.kind === 'none') return null;
  if (body.kind !== 'json') {
    if (!isOwnHost) return null;
    return opaque(hit, { vendor, accountId: key, reason: unreadReason(hit) ?? 'The body is no JSON.' }, cdpDictionary);
  }
  if (!isOwnHost && key === undefined && !isRudders(body.json)) return null;
  const read = messagesIn(query, body.json, { lists: ['batch'] });
  return answer(hit, read, { accountId: key, encoding: read.isBatch ? 'json-batch' : 'json', anyHost: true });
}

/** Its library names itself in each message. */
function isRudders(json: unknown): boolean {
  const message = isObject(json) && Array.isArray(json.batch) ? json.batch[0] : json;
  const context = isObject(message) && isObject(message.context) ? message.context : undefined;
  return context !== undefined && isObject(context.library) && (textAt(context.library, 'name') ?? '').startsWith('RudderLabs');
}
