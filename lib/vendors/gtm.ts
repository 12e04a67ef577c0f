import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import { type Hit, isFirstParty, plainAnswer, queryOf, type Vendor } from './kit';
import { textOf } from './sent';

/**
 * Loads of Google Tag Manager containers and of the Google tag (https://developers.google.com/tag-platform). A load is no event and sets
 * nothing: what its tags do is judged at each of their fires.
 */
const vendor = 'gtm';

const dictionary = createDictionary({
  id: ['Container or tag', 'event'],
  l: ['Name of the data layer', 'technical'],
  gtm_auth: ['Environment key', 'technical'],
  gtm_preview: ['Environment', 'technical'],
});
const { at } = dictionary;

export const gtm: Vendor = {
  facts: {
    id: vendor,
    name: 'Google Tag Manager',
    mark: 'TM',
    consent: {
      required: false,
      source: 'A container load carries no identifier: developers.google.com/tag-platform/security/guides/privacy',
    },
    oncePerPage: [],
    traits: ['routes-first-party'],
    wire: {
      reads: 'container loads and reports',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/GoogleTagManager.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['googletagmanager.com'],
  decode: (hit) => load(hit) ?? diagnostics(hit),
  shape: {
    marks: ['/gtm', '/gtag/', '/ns.html', 'st='],
    mayBe: ({ url, resourceType }) =>
      /\/(?:gtm|gtag\/js|gtag\/destination|ns\.html)(?:\.js)?\?[^#]*\bid=/.test(url) || mayBeDisguised(url, resourceType),
    decode(hit) {
      const found = isContainer(textOf(queryOf(hit, dictionary), at.id)) ? load(hit) : disguised(hit);
      return found && { ...found, firstParty: isFirstParty(hit, undefined) };
    },
  },
};

function load(hit: Hit): Decoded | null {
  const { path } = hit.address;
  const accountId = textOf(queryOf(hit, dictionary), at.id);
  if (path.endsWith('/ns.html'))
    return accountId ? plainAnswer(hit, { kind: 'library', vendor, accountId, noscript: true }, dictionary) : null;
  if (!/\/(?:gtm\.js|gtag\/js|gtag\/destination)$/.test(path)) return null;
  return plainAnswer(hit, { kind: 'library', vendor, accountId }, dictionary);
}

/** `/td` and `/a`: the container's own reports on its tags. */
function diagnostics(hit: Hit): Decoded | null {
  const accountId = textOf(queryOf(hit, dictionary), at.id);
  return /^\/(?:td|a)$/.test(hit.address.path) && accountId
    ? plainAnswer(hit, { kind: 'telemetry', vendor, accountId }, dictionary)
    : null;
}

function isContainer(id: string | undefined): boolean {
  return id !== undefined && /^(?:GTM|GT|G|AW|DC|UA)-[A-Z0-9-]+$/i.test(id);
}

/** A custom loader hides the container: one short path, and the id without its `GTM-` in `st`. */
function mayBeDisguised(url: string, resourceType: string | undefined): boolean {
  return (
    (resourceType === undefined || resourceType === 'script') &&
    /^https:\/\/[^/?]+\/[a-z0-9]{4,12}\.js\?(?:[^#]*&)?st=[A-Z0-9]{5,10}(?:&|$)/.test(url)
  );
}

function disguised(hit: Hit): Decoded | null {
  return mayBeDisguised(hit.request.url, hit.request.resourceType)
    ? plainAnswer(hit, { kind: 'library', vendor }, dictionary)
    : null;
}
