import { createDictionary } from './dictionary';
import { bodyOf, opaque, type Vendor } from './kit';
import { createDecode } from './simple';

/**
 * CallRail: its script asks which telephone number to show; a call itself never leaves a request in the browser
 * (https://support.callrail.com/hc/en-us/articles/5711477024269). What it sends of forms is not published.
 */
const vendor = 'callrail';

const dictionary = createDictionary({
  uuid: ['Visitor id', 'user'],
  'ids.0': ['Company', 'event'],
  'ids.': ['Company', 'event'],
  landing: ['First page', 'page'],
  url: ['Page address', 'page'],
  referrer: ['Referrer', 'page'],
});

const decodeKnown = createDecode({ vendor, dictionary, account: ['ids.0'], pageUrl: ['url'], referrer: ['referrer'] }, [
  { path: /^\/companies\/(\d+)\/[0-9a-f]+\/\d+\/swap\.js$/, kind: 'library' },
  { path: /^\/group\/\d+\/[0-9a-f]+\/\d+\/(?:swap_session|swap)\.json$/, kind: 'config' },
]);

export const callrail: Vendor = {
  facts: {
    id: vendor,
    name: 'CallRail',
    mark: 'Cr',
    consent: {
      required: true,
      source: 'Sets an identifier to tie calls to visits: https://support.callrail.com/hc/en-us/articles/5711492051085',
    },
    oncePerPage: [],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'number swaps',
      source: 'https://support.callrail.com/hc/en-us/articles/5711477024269',
      verified: '2026-11-23',
    },
  },
  hosts: ['cdn.callrail.com', 'js.callrail.com', 'callreports.com'],
  decode(hit) {
    const decoded = decodeKnown(hit);
    if (decoded || !hit.address.path.startsWith('/group/') || bodyOf(hit).kind === 'none') return decoded;
    return opaque(hit, { vendor, reason: 'A request of CallRail’s script: its format is not documented.' }, dictionary);
  },
};
