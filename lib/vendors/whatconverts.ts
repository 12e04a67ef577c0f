import { createDictionary } from './dictionary';
import { bodyOf, opaque, type Vendor } from './kit';
import { createDecode } from './simple';

/**
 * WhatConverts: its script asks which telephone number to show. It is served from a host without a readable name
 * (https://www.whatconverts.com/help/docs/tracking/tracking-code/). What it sends of forms is not published.
 */
const vendor = 'whatconverts';

const dictionary = createDictionary({ wc_profile: ['Profile', 'event'], url: ['Page address', 'page'] });

const decodeKnown = createDecode({ vendor, dictionary, account: ['wc_profile'], pageUrl: ['url'] }, [
  { host: 's.ksrndkehqnwntyxlhgto.com', path: /^\/(\d+)\.js$/, kind: 'library' },
  { host: 'p.ksrndkehqnwntyxlhgto.com', path: /^\/keyword\/?$/, kind: 'config' },
]);

export const whatconverts: Vendor = {
  facts: {
    id: vendor,
    name: 'WhatConverts',
    mark: 'Wc',
    consent: { required: true, source: 'Sets an identifier to tie calls to visits: https://www.whatconverts.com/help/docs/' },
    oncePerPage: [],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'number swaps',
      source: 'https://www.whatconverts.com/help/docs/tracking/tracking-code/',
      verified: '2026-11-23',
    },
  },
  hosts: ['s.ksrndkehqnwntyxlhgto.com', 'p.ksrndkehqnwntyxlhgto.com'],
  decode(hit) {
    const decoded = decodeKnown(hit);
    if (decoded || !hit.address.host.startsWith('p.') || bodyOf(hit).kind === 'none') return decoded;
    return opaque(hit, { vendor, reason: 'A request of WhatConverts’ script: its format is not documented.' }, dictionary);
  },
};
