import type { Decoded } from '../model';
import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { type Sent, textOf } from './sent';
import { wideVendor } from './wide';

/**
 * Marketo Engage: the Munchkin tracker and Marketo’s forms. Its forms are the site’s forms, so their posts are submissions.
 */
const vendor = 'marketo';

const dictionary = createDictionary({
  _mchId: ['Munchkin account', 'event'],
  munchkinId: ['Munchkin account', 'event'],
  _mchTk: ['Visitor', 'user'],
  _mchHo: ['Host of the page', 'page'],
  _mchRu: ['Path of the page', 'page'],
  _mchQp: ['Query of the page', 'page'],
  _mchHa: ['Fragment of the page', 'page'],
  _mchPc: ['Protocol of the page', 'page'],
  _mchPo: ['Port of the page', 'page'],
  _mchRe: ['Referrer', 'page'],
  _mchHr: ['Link clicked', 'event'],
  _mchNc: ['Time', 'technical'],
  _mchCn: ['Campaign', 'campaign'],
  _mchVr: ['Version', 'technical'],
  formid: ['Form', 'event'],
});

const { at } = dictionary;

export const marketo: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: 'Marketo',
    mark: 'Mk',
    consent: {
      required: true,
      source:
        'Keeps an id of the visitor or tells who it is, as its requests show: https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
    },
    oncePerPage: ['page_view'],
    receivesForms: true,
    traits: ['identifies-visitors'],
    wire: {
      reads: 'visits, link clicks and form posts',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-25',
    },
  },
  hosts: ['mktoresp.com', 'marketo.net', 'marketo.com'],
  paths: [
    { host: 'munchkin.marketo.net', path: /^\/(?:\d+\/)?munchkin(?:-beta)?\.js$/, kind: 'library' },
    { path: /^\/webevents\/visitWebPage$/, kind: 'event', event: { name: 'visitWebPage', category: 'page_view' } },
    { path: /^\/webevents\/clickLink$/, kind: 'event', event: { name: 'clickLink', category: 'engagement' } },
    { path: /^\/js\/forms2\/js\/forms2(?:\.min)?\.js$/, kind: 'library' },
    { path: /^\/index\.php\/leadCapture\/save2?$/, kind: 'event', event: { name: 'form submission', category: 'form_submit' } },
  ],
  reading: { vendor, dictionary, account: ['_mchId', 'munchkinId'], conversionId: ['formid'], referrer: ['_mchRe'], refine },
});

/** The page’s address comes in pieces. */
function refine(decoded: Decoded, sent: Sent): Decoded {
  const [protocol, host, path, query] = [at._mchPc, at._mchHo, at._mchRu, at._mchQp].map((slot) => textOf(sent, slot));
  if (protocol === undefined || host === undefined) return decoded;
  return { ...decoded, pageUrl: `${protocol}//${host}${path ?? '/'}${query === undefined ? '' : `?${query}`}` };
}
