import type { Decoded, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject } from './json-reading';
import { bodyOf, complete, type Hit, type PageApiCall, plainAnswer, queryOf, type Vendor } from './kit';
import { addJson, textOf } from './sent';

/**
 * Microsoft Clarity: recordings of visits. Its library is public (https://github.com/microsoft/clarity): a body is `{e, a, p}`, gzipped while
 * the page lives and plain JSON when it is left; `e` begins with version, sequence, start, duration and the project.
 * Consent: https://learn.microsoft.com/clarity/setup-and-installation/consent-mode.
 */
const vendor = 'clarity';

const dictionary = createDictionary({
  'e.': ['Envelope', 'technical'],
  'e.0': ['Version', 'technical'],
  'e.1': ['Number of the piece', 'technical'],
  'e.2': ['Start', 'technical'],
  'e.3': ['Duration', 'technical'],
  'e.4': ['Project', 'event'],
  'e.5': ['Visitor id', 'user'],
  'e.6': ['Session', 'user'],
  'e.7': ['Number of the page', 'page'],
  'a.': ['Recorded events', 'event'],
  'p.': ['Recorded page', 'event'],
});
const { at } = dictionary;

export const clarity: Vendor = {
  facts: {
    id: vendor,
    name: 'Microsoft Clarity',
    mark: 'Cl',
    consent: {
      required: true,
      consentModeTypes: ['analytics_storage', 'ad_storage'],
      source:
        'Consent signals required in the EEA, UK and Switzerland: https://learn.microsoft.com/clarity/setup-and-installation/consent-mode',
    },
    oncePerPage: [],
    apis: ['clarity'],
    traits: ['replays-sessions'],
    wire: {
      reads: 'library loads; recordings by address only',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/MicrosoftClarity.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['clarity.ms'],
  decode(hit) {
    const { host, path } = hit.address;
    if (host === 'www.clarity.ms') {
      const project = /^\/tag\/(?:uet\/)?([^/]+)\/?$/.exec(path)?.[1];
      if (project !== undefined) return plainAnswer(hit, { kind: 'library', vendor, accountId: project }, dictionary);
    }
    if (/\/clarity(?:-[^/]+)?\.js$/.test(path)) return plainAnswer(hit, { kind: 'library', vendor }, dictionary);
    if (path === '/c.gif') return plainAnswer(hit, { kind: 'sync', vendor }, dictionary);
    return path === '/collect' ? pieceOf(hit) : null;
  },
  readCall,
};

function pieceOf(hit: Hit): Decoded | null {
  const body = bodyOf(hit);
  if (body.kind === 'none') return null;
  const sent = queryOf(hit, dictionary);
  if (body.kind !== 'json' || !isObject(body.json) || !Array.isArray(body.json.e)) {
    const reason =
      body.kind === 'unread' ? `A piece of a recording that could not be read: ${body.why}.` : 'A packed piece of a recording.';
    return { kind: 'opaque', vendor, encoding: 'gzip-binary', events: [], parameters: sent.parameters, reason };
  }
  addJson(sent, body.json, 'body');
  return complete(
    { kind: 'event', vendor, events: [{ name: 'recording', category: 'session_replay' }], parameters: sent.parameters },
    {
      accountId: textOf(sent, at['e.4']),
      encoding: 'json',
      automatic: true,
      role: 'main',
      reason: sent.cut ? 'The body is longer than can be shown.' : undefined,
    },
  );
}

/** `clarity('event', 'lead')`, `clarity('consentv2', {…})` (https://learn.microsoft.com/clarity/setup-and-installation/clarity-api). */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, name] = args;
  if (typeof command !== 'string') return null;
  if (command === 'event' && typeof name === 'string') return { vendor, kind: 'event', event: name };
  return { vendor, kind: command.startsWith('consent') ? 'consent' : 'other' };
}
