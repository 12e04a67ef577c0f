import type { Decoded, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { bodyOf, fieldsOf, type Hit, type PageApiCall, plainAnswer, type Vendor } from './kit';
import { createDecode, createReader, type Reading } from './simple';

/**
 * ActiveCampaign: visits of its site tracking, events of its event API (https://developers.activecampaign.com/reference/track-event), and the
 * forms it hosts (https://help.activecampaign.com/hc/en-us/articles/220358207), which go to `proc.php` of the account.
 */
const vendor = 'activecampaign';

const dictionary = createDictionary(
  {
    actid: ['Account', 'event'],
    key: ['Event key', 'event'],
    event: ['Event', 'event'],
    eventdata: ['Event data', 'event'],
    visit: ['Visitor', 'user'],
    'visit.': ['Visitor', 'user'],
    'visit.email': ['E-mail', 'user'],
    e: ['E-mail', 'user'],
    u: ['Page address', 'page'],
    r: ['Referrer', 'page'],
    email: ['E-mail', 'user'],
    phone: ['Telephone', 'user'],
    firstname: ['First name', 'user'],
    lastname: ['Last name', 'user'],
    fullname: ['Name', 'user'],
    f: ['Form', 'event'],
    act: ['Action', 'technical'],
  },
  ['field['],
);

export const activecampaign: Vendor = {
  facts: {
    id: vendor,
    name: 'ActiveCampaign',
    mark: 'Ac',
    consent: {
      required: true,
      source:
        'Tracks known contacts: https://help.activecampaign.com/hc/en-us/articles/360000872064 (site tracking and the GDPR)',
    },
    oncePerPage: [],
    receivesForms: true,
    apis: ['vgo'],
    traits: ['identifies-visitors'],
    wire: {
      reads: 'visits with the visitor’s address',
      source: 'https://github.com/Fortnight-Digital/pixel-and-tag-tracer/blob/HEAD/vendors.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['trackcmp.net', 'activehosted.com', 'diffuser-cdn.app-us1.com'],
  decode: (hit) => (hit.address.host.endsWith('.activehosted.com') ? formOf(hit) : decodeTag(hit)),
  readCall,
};

const reading: Reading<keyof typeof dictionary.at, (typeof dictionary.gathered)[number]> = {
  vendor,
  dictionary,
  account: ['actid'],
  event: ['event'],
  json: ['visit'],
  params: ['eventdata', 'f'],
  paramsUnder: ['field['],
  pageUrl: ['u'],
  referrer: ['r'],
  userData: ['visit.email', 'e', 'email', 'phone', 'firstname', 'lastname', 'fullname'],
  refine(decoded, _sent, hit) {
    const [event] = decoded.events;
    if (event && hit.address.path.startsWith('/event')) event.category = categoryByWords(event.name);
    return decoded;
  },
};

const decodeTag = createDecode(reading, [
  { host: 'trackcmp.net', path: /^\/visit\/?$/, kind: 'event', event: { name: 'visit', category: 'page_view' } },
  { host: 'trackcmp.net', path: /^\/event\/?$/, kind: 'event' },
  { host: 'diffuser-cdn.app-us1.com', path: /^\/diffuser\/diffuser\.js$/, kind: 'library' },
]);
const reader = createReader(reading);

/** Forms are hosted under the account's name, and posted to it. */
function formOf(hit: Hit): Decoded | null {
  const { host, path } = hit.address;
  if (path === '/f/embed.php') return plainAnswer(hit, { kind: 'library', vendor }, dictionary);
  if (path !== '/proc.php' || (bodyOf(hit).kind === 'none' && hit.address.query === '')) return null;
  const { sent, encoding } = fieldsOf(hit, dictionary);
  const event = { name: 'form submission', category: 'form_submit' } as const;
  return reader.answer(hit, sent, { kind: 'event', event, accountId: host.split('.', 1)[0], encoding });
}

/** `vgo('setAccount', '123')`, `vgo('process')`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, value] = args;
  if (command === 'setAccount' && typeof value === 'string') return { vendor, kind: 'init', accounts: [value] };
  if (command === 'process') return { vendor, kind: 'event', event: 'visit' };
  if (command === 'setTrackByDefault') return { vendor, kind: 'consent' };
  return typeof command === 'string' ? { vendor, kind: 'other' } : null;
}
