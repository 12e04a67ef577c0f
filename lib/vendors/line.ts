import type { VendorCall } from '../model';
import { createDictionary } from './dictionary';
import { isObject, textAt } from './json-reading';
import type { PageApiCall } from './kit';
import { textOf } from './sent';
import { simpleVendor } from './simple';

/** LINE Tag: `pv` is a page view, `cv` a conversion of the type the site gave it. https://www.lycbiz.com/jp/manual/line-ads/tracking_002/ */
const vendor = 'line';

const dictionary = createDictionary({
  t_id: ['Tag', 'event'],
  c_t: ['Kind of customer', 'technical'],
  e: ['Event', 'event'],
  type: ['Type of conversion', 'event'],
  url: ['Page address', 'page'],
  ref: ['Referrer', 'page'],
  noscript: ['Sent without script', 'technical'],
});
const { at } = dictionary;

export const line = simpleVendor({
  facts: {
    id: vendor,
    name: 'LINE',
    mark: 'Ln',
    consent: {
      required: true,
      source: 'Advertising tag that sets an identifier: https://www.lycbiz.com/jp/manual/line-ads/tracking_002/',
    },
    oncePerPage: [],
    apis: ['_lt'],
    wire: {
      reads: 'page views and conversions',
      source: 'https://www.lycbiz.com/jp/manual/line-ads/tracking_002/',
      verified: '2026-11-23',
    },
  },
  hosts: ['tr.line.me', 'd.line-scdn.net'],
  paths: [
    { host: 'tr.line.me', path: '/tag.gif', kind: 'event' },
    { host: 'd.line-scdn.net', path: /^\/n\/line_tag\/public\/release\/v\d+\/lt\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['t_id'],
    event: ['e'],
    vocabulary: { pv: 'page_view', cv: 'conversion' },
    params: ['type'],
    pageUrl: ['url'],
    referrer: ['ref'],
    refine(decoded, sent) {
      const [event] = decoded.events;
      const type = textOf(sent, at.type);
      if (event && event.name === 'cv' && type !== undefined) event.name = type;
      if (textOf(sent, at.noscript) !== undefined) decoded.noscript = true;
      return decoded;
    },
  },
  readCall,
});

/** `_lt('send', 'cv', {type: 'Conversion'}, ['tag id'])`. */
function readCall({ args }: PageApiCall): VendorCall | null {
  const [command, event, ...rest] = args;
  if (command !== 'send' || typeof event !== 'string') return command === 'init' ? { vendor, kind: 'init' } : null;
  const tags = rest.find((one) => Array.isArray(one));
  const options = rest.find((one) => isObject(one));
  const type = isObject(options) ? textAt(options, 'type') : undefined;
  const accounts = Array.isArray(tags) ? tags.filter((one) => typeof one === 'string') : [];
  return {
    vendor,
    kind: 'event',
    event: event === 'cv' && type !== undefined ? type : event,
    ...(accounts.length > 0 ? { accounts } : {}),
  };
}
