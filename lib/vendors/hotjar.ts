import type { Decoded, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { complete, type Hit, type PageApiCall, plainAnswer, queryOf, type Vendor } from './kit';

/**
 * Hotjar: recordings and surveys. What it sends of a visit goes through a socket and in packed pieces; neither format is published. Hosts:
 * https://help.hotjar.com/hc/en-us/articles/115011640307; calls: https://help.hotjar.com/hc/en-us/articles/4405109971095.
 */
const vendor = 'hotjar';

const dictionary = createDictionary({ sv: ['Version of the snippet', 'technical'], site_id: ['Site', 'event'] });

export const hotjar: Vendor = {
  facts: {
    id: vendor,
    name: 'Hotjar',
    mark: 'Hj',
    consent: {
      required: true,
      source:
        'Not in the IAB vendor list (v45 of 2024-03); sets an identifier: https://help.hotjar.com/hc/en-us/articles/6952777582999',
    },
    oncePerPage: [],
    apis: ['hj'],
    traits: ['replays-sessions'],
    wire: {
      reads: 'library loads; recordings by address only',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/Hotjar.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['hotjar.com', 'hotjar.io'],
  decode(hit) {
    const { host, path } = hit.address;
    const accountId = /^\/c\/hotjar-(\d+)\.js$/.exec(path)?.[1];
    if (host === 'static.hotjar.com')
      return accountId === undefined ? null : plainAnswer(hit, { kind: 'library', vendor, accountId }, dictionary);
    if (host === 'script.hotjar.com')
      return path.endsWith('.js') ? plainAnswer(hit, { kind: 'library', vendor }, dictionary) : null;
    if (/^ws(?:\d+|-[\w-]+)?\.hotjar\.com$/.test(host))
      return closed(hit, 'websocket', 'A socket that carries the recording: its format is not documented.');
    if (host === 'content.hotjar.io')
      return closed(hit, 'binary', 'A packed piece of a recording: its format is not documented.');
    if (host === 'vc.hotjar.io' || host === 'metrics.hotjar.io')
      return plainAnswer(hit, { kind: 'telemetry', vendor, accountId: /^\/sessions\/(\d+)/.exec(path)?.[1] }, dictionary);
    if (host === 'in.hotjar.com' && path.startsWith('/api/'))
      return closed(hit, undefined, 'A request of Hotjar’s library: its format is not documented.');
    return null;
  },
  readCall,
};

function closed(hit: Hit, encoding: string | undefined, reason: string): Decoded {
  const accountId = /\/sites\/(\d+)/.exec(hit.address.path)?.[1];
  return complete(
    { kind: 'opaque', vendor, events: [], parameters: queryOf(hit, dictionary).parameters },
    { accountId, encoding, reason },
  );
}

/** `hj('event', 'lead_sent')`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, name] = args;
  if (typeof command !== 'string') return null;
  return command === 'event' && typeof name === 'string' ? { vendor, kind: 'event', event: name } : { vendor, kind: 'other' };
}
