import type { Decoded, DecodedEvent, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { categoryByWords } from './event-words';
import { isObject, textAt } from './json-reading';
import { complete, completeEvent, type Hit, type PageApiCall, plainAnswer, queryOf, type Vendor } from './kit';
import { numberOf } from './numbers';
import { addQuery, firstOf, nothingSent, textOf } from './sent';

/**
 * VK Ads pixel (Top.Mail.Ru counter, parameters divided by semicolons) and the older retargeting pixel of vk.com. Calls:
 * https://ads.vk.com/help/articles/pixel_vk_ads.
 */
const vendor = 'vk';

const dictionary = createDictionary({
  id: ['Counter', 'event'],
  p: ['Pixel', 'event'],
  e: ['Event', 'event'],
  event: ['Event', 'event'],
  u: ['Page address', 'page'],
  r: ['Referrer', 'page'],
  st: ['Start', 'technical'],
  ver: ['Version', 'technical'],
  js: ['Sent with script', 'technical'],
});
const { at } = dictionary;

export const vk: Vendor = {
  facts: {
    id: vendor,
    name: 'VK',
    mark: 'Vk',
    consent: {
      required: true,
      atpId: 1067,
      source: 'Provider 1067 (Mail.ru) of Google’s Additional Consent list (support.google.com/admanager/answer/9681920)',
    },
    oncePerPage: [],
    apis: ['_tmr'],
    wire: { reads: 'hits and goals', source: 'https://github.com/mbaersch/tracking-auditor-extension', verified: '2026-11-23' },
  },
  hosts: ['top-fwz1.mail.ru', 'vk.com', 'vk.ru'],
  decode(hit) {
    const { host, path } = hit.address;
    if (!host.endsWith('.mail.ru')) return /^\/rtrg\/?$/.test(path) ? retargeting(hit) : null;
    if (/^\/js\/(?:code|dyn-goal-config)\.js$/.test(path)) {
      const kind = path.endsWith('/code.js') ? 'library' : 'config';
      return plainAnswer(hit, { kind, vendor }, dictionary);
    }
    return /^\/(?:tracker|counter)\/?$/.test(path) ? counted(hit) : null;
  },
  readCall,
};

function counted(hit: Hit): Decoded | null {
  const sent = nothingSent(dictionary);
  addQuery(sent, hit.address.query.replaceAll(';', '&'), 'query');
  const accountId = textOf(sent, at.id);
  if (accountId === undefined) return null;
  return complete(
    { kind: 'event', vendor, events: [eventOf(textOf(sent, at.e))], parameters: sent.parameters },
    {
      accountId,
      encoding: 'matrix-query',
      pageUrl: textOf(sent, at.u),
      referrer: firstOf(sent, at.r),
      noscript: firstOf(sent, at.js) === 'na',
      role: 'main',
    },
  );
}

/** `PVT/23` is a page view, `RG:45/lead` a goal with its value. */
function eventOf(said: string | undefined): DecodedEvent {
  if (said === undefined) return { name: 'page view', category: 'page_view' };
  if (/^PVT?(?:\/|$)/.test(said)) return { name: said, category: 'page_view' };
  const goal = /^RG:([^/]*)\/(.+)$/.exec(said);
  if (!goal) return { name: said, category: 'auto' };
  const name = goal[2] ?? said;
  return completeEvent({ name, category: categoryByWords(name) }, { value: numberOf(goal[1]) });
}

function retargeting(hit: Hit): Decoded | null {
  const sent = queryOf(hit, dictionary);
  const accountId = textOf(sent, at.p);
  if (accountId === undefined) return null;
  const name = textOf(sent, at.event);
  const event: DecodedEvent =
    name === undefined ? { name: 'hit', category: 'page_view' } : { name, category: categoryByWords(name) };
  return complete(
    { kind: 'event', vendor, events: [event], parameters: sent.parameters },
    { accountId, encoding: 'query', role: 'main' },
  );
}

/** `_tmr.push({type: 'reachGoal', id, goal: 'lead'})`, `_tmr.push({type: 'pageView', id})`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [said] = args;
  if (!isObject(said)) return null;
  const id = textAt(said, 'id');
  const accounts = id === undefined ? {} : { accounts: [id] };
  if (said.type === 'pageView') return { vendor, kind: 'event', event: 'page view', ...accounts };
  const goal = textAt(said, 'goal');
  if (said.type === 'reachGoal' && goal !== undefined) return { vendor, kind: 'event', event: goal, ...accounts };
  return { vendor, kind: 'other', ...accounts };
}
