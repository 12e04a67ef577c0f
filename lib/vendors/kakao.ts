import type { Category, VendorCall } from '../model';
import { createDictionary } from './dictionary';
import type { PageApiCall } from './kit';
import { simpleVendor } from './simple';

/**
 * Kakao pixel. `Participation` is its event for potential customers, `SignUp` for an application for a service:
 * https://kakaoad.github.io/kakao-pixel/. Where the sums of a purchase stand in the message is not published: both places are read.
 */
const vendor = 'kakao';

const vocabulary: Readonly<Record<string, Category>> = {
  PageView: 'page_view',
  ViewContent: 'view_content',
  Search: 'search',
  AddToCart: 'add_to_cart',
  AddToWishlist: 'add_to_wishlist',
  ViewCart: 'initiate_checkout',
  Purchase: 'purchase',
  CompleteRegistration: 'complete_registration',
  Participation: 'lead',
  SignUp: 'submit_application',
};

const dictionary = createDictionary(
  {
    d: ['Message', 'event'],
    'd.': ['Message', 'event'],
    'd.track_id': ['Pixel', 'event'],
    'd.event_code': ['Event', 'event'],
    'd.sdk_type': ['Kind of library', 'technical'],
    'd.tag': ['Tag of the event', 'event'],
    'd.total_price': ['Value', 'event'],
    'd.currency': ['Currency', 'event'],
    'd.properties.': ['Event property', 'event'],
    'd.properties.total_price': ['Value', 'event'],
    'd.properties.currency': ['Currency', 'event'],
  },
  ['d.properties.'],
);

export const kakao = simpleVendor({
  facts: {
    id: vendor,
    name: 'Kakao',
    mark: 'Ka',
    consent: { required: true, source: 'Advertising pixel that sets an identifier: https://kakaoad.github.io/kakao-pixel/' },
    oncePerPage: [],
    aliases: {
      pageView: ['PageView'],
      viewContent: ['ViewContent'],
      search: ['Search'],
      addToCart: ['AddToCart'],
      addToWishList: ['AddToWishlist'],
      viewCart: ['ViewCart'],
      purchase: ['Purchase'],
      completeRegistration: ['CompleteRegistration'],
      participation: ['Participation'],
      signUp: ['SignUp'],
    },
    apis: ['kakaoPixel'],
    wire: { reads: 'events by their codes', source: 'https://kakaoad.github.io/kakao-pixel/', verified: '2026-11-23' },
  },
  hosts: ['bc.ad.daum.net', 'bc.ds.kakao.com', 't1.daumcdn.net'],
  paths: [
    { host: 'bc.ad.daum.net', path: '/bc', kind: 'event' },
    { host: 'bc.ds.kakao.com', path: '/bc', kind: 'event' },
    { host: 't1.daumcdn.net', path: /^\/(?:kas|adfit)\/static\/kp\.js$/, kind: 'library' },
  ],
  reading: {
    vendor,
    dictionary,
    account: ['d.track_id'],
    event: ['d.event_code'],
    vocabulary,
    json: ['d'],
    label: ['d.tag'],
    value: ['d.total_price', 'd.properties.total_price'],
    currency: ['d.currency', 'd.properties.currency'],
    paramsUnder: ['d.properties.'],
  },
  readCall,
});

const calls: ReadonlySet<string> = new Set([
  'pageView',
  'viewContent',
  'search',
  'addToCart',
  'addToWishList',
  'viewCart',
  'purchase',
  'completeRegistration',
  'participation',
  'signUp',
]);

/** `kakaoPixel('id').participation()`. */
function readCall({ method, args }: PageApiCall): VendorCall | null {
  if (method !== undefined) return calls.has(method) ? { vendor, kind: 'event', event: method } : { vendor, kind: 'other' };
  const [id] = args;
  return typeof id === 'string' ? { vendor, kind: 'init', accounts: [id] } : null;
}
