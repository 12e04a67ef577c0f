import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import { aPage } from '../../test/helpers/scenario';
import type { Fire, Parameter, Signal } from '../model';
import { rule } from './duplicate-fire';

const thanks = { at: 61_000, url: 'https://www.lichtdach.example/angebot/danke/', forms: [], fromPageId: 'p0' };
const sent: Partial<Fire> = { submissionId: 's60000', placement: 'after-acceptance', pageId: 'p61000' };
const one = { pages: [{}, thanks], submissions: [{ toPageId: 'p61000' }] };
const off: Partial<Fire> = { placement: 'off-confirmation' };
const view: Partial<Fire> = { event: 'PageView', category: 'page_view', oncePerPage: true };
const ads: Partial<Fire> = {
  vendor: 'google_ads',
  vendorName: 'Google Ads',
  account: 'AW-1',
  event: 'conversion',
  category: 'conversion',
  leadLike: 'conversion',
  dedup: undefined,
};
const ga4: Partial<Fire> = { vendor: 'ga4', vendorName: 'GA4', account: 'G-1', event: 'generate_lead', dedup: undefined };
const viaTagManager = { url: 'https://www.googletagmanager.com/gtm.js', container: 'GTM-LDACH01' };
const viaPlugin = { url: 'https://www.lichtdach.example/formular.js', line: 88 };

function dl(value: string): { parameters: Parameter[] } {
  return { parameters: [{ key: 'dl', value, source: 'query' }] };
}

function route(at: number, how: 'push' | 'replace', url: string): Signal {
  const place = { tabId: 1, frameId: 0, documentId: 'd0', url };
  return { kind: 'page', event: 'route', id: `route${at}`, at, url, place, route: how };
}

function request(id: string, documentId: string, type: 'image' | 'sub_frame' = 'image', parentDocumentId?: string): Signal {
  const place = { tabId: 1, frameId: 0, documentId, url: null, parentDocumentId };
  return { kind: 'request', id, at: 1, place, requestId: id, hop: 0, method: 'GET', url: 'https://www.facebook.com/tr/', type };
}

/** One event twice for one submission, 400 ms apart. */
function twice(first: Partial<Fire> = {}, second: Partial<Fire> = first): Partial<Fire>[] {
  return [
    { ...sent, ...first, at: 61_500 },
    { ...sent, ...second, at: 61_900 },
  ];
}

/** One page view twice, 1 ms apart. */
function viewedTwice(part: Partial<Fire> = {}): Partial<Fire>[] {
  return [500, 501].map((at) => ({ ...view, ...part, at }));
}

const here = 'https://www.lichtdach.example/angebot/';

const cases: RuleCases = {
  pass: [
    { name: 'one lead for one submission', ...one, fires: [{ ...sent, at: 61_500 }], passes: ['once'] },
    {
      name: 'two submissions, two leads with two ids',
      pages: [{}, thanks],
      submissions: [{}, { startedAt: 90_000 }],
      fires: [
        { ...sent, at: 61_500, eventId: 'a' },
        { ...sent, at: 91_500, submissionId: 's90000', eventId: 'b' },
      ],
      passes: ['once'],
    },
    {
      name: 'one lead each to two accounts',
      ...one,
      fires: twice({ account: 'A' }, { account: 'B' }),
      passes: ['once'],
    },
    {
      name: 'GA4 and Google Ads both, and two labels of one Ads account',
      ...one,
      fires: [
        { ...sent, ...ga4, at: 61_500 },
        { ...sent, ...ads, at: 61_501, label: 'lead' },
        { ...sent, ...ads, at: 61_502, label: 'anfrage' },
      ],
      passes: ['once'],
    },
    {
      name: 'two Floodlight activities, two LinkedIn conversions',
      ...one,
      fires: [
        { ...sent, at: 1, event: 'activity', goal: 'leads/anfrage' },
        { ...sent, at: 2, event: 'activity', goal: 'leads/danke' },
        { ...sent, at: 3, event: 'conversion', conversionId: '1' },
        { ...sent, at: 4, event: 'conversion', conversionId: '2' },
      ],
      passes: ['once'],
    },
    {
      name: 'a page view for each route of a single-page site',
      pages: [{}, { at: 5000, cause: 'route', documentId: 'd0', url: 'https://www.lichtdach.example/kontakt/' }],
      fires: [
        { ...view, at: 500 },
        { ...view, at: 5500, pageId: 'p5000' },
      ],
      passes: ['once'],
    },
    {
      name: 'a page view again after a reload, a step back, and a return from the cache',
      pages: [{}, ...(['reload', 'history', 'restore'] as const).map((cause, n) => ({ at: 5000 + n, cause }))],
      fires: ['p0', 'p5000', 'p5001', 'p5002'].map((pageId, n) => ({ ...view, at: 5500 + n, pageId })),
      passes: ['once'],
    },
    {
      name: 'steps of a form sent as page views of their own address',
      fires: [
        { ...view, at: 500, ...dl(here) },
        { ...view, at: 5500, ...dl('https://www.lichtdach.example/angebot/schritt-2') },
      ],
      passes: ['another-address', 'once'],
    },
    {
      name: 'a page and a frame in it, each with its own view',
      fires: viewedTwice(),
      signals: [request('r500', 'd0'), request('r501', 'frame')],
      passes: ['own-document', 'once'],
    },
    {
      name: 'custom, cart, engagement and automatic events, as often as they like',
      fires: ['custom', 'add_to_cart', 'engagement', 'auto', 'remarketing', 'form_submit'].flatMap((category, n) =>
        [0, 1].map((again) => ({ at: n * 10 + again, event: category, category: category as Fire['category'] })),
      ),
      passes: ['may-repeat'],
    },
    {
      name: 'page views of a vendor that sends several by design',
      fires: viewedTwice({ oncePerPage: undefined }),
      passes: ['may-repeat'],
    },
    {
      name: 'two clicks on the telephone number',
      fires: [5000, 9000].map((at) => ({ at, placement: 'on-click' as const })),
      passes: ['clicks'],
    },
    {
      name: 'a lead again on a reload of the thank-you page, which lead-on-revisit judges',
      ...one,
      fires: [
        { ...sent, at: 61_500 },
        { ...sent, at: 75_000, placement: 'revisit' },
      ],
      passes: ['once', 'revisit'],
    },
    {
      name: 'a lead on a view and one after acceptance: one belongs to the submission, one does not',
      ...one,
      fires: [
        { ...off, at: 500 },
        { ...sent, at: 61_500 },
      ],
      passes: ['once'],
    },
    {
      name: 'a call on the page and a lead of another name',
      ...one,
      fires: twice({}, { event: 'SubmitApplication', leadLike: 'settings' }),
      passes: ['once'],
    },
  ],

  fail: [
    {
      name: 'two leads without an id for one submission, from two places',
      ...one,
      fires: twice({ caller: viaTagManager }, { caller: viaPlugin }),
      says: {
        message: 'no-id',
        severity: 'error',
        fires: ['f61500', 'f61900'],
        submissions: ['s60000'],
        refs: ['s60000', 'f61500'],
        names: [
          'Meta counts one submission twice',
          '2 fires of Lead left for 1 submission.',
          'sent from Tag Manager container GTM-LDACH01 and www.lichtdach.example/formular.js, line 88.',
          'give both the same eventID',
        ],
      },
    },
    {
      name: 'the same, each with an id of its own',
      ...one,
      fires: twice({ eventId: 'a' }, { eventId: 'b' }),
      says: { message: 'different-ids', severity: 'error', names: ['(eventID)'] },
    },
    {
      name: 'one of the two has no id',
      ...one,
      fires: twice({ eventId: 'a' }, {}),
      says: { message: 'no-id', severity: 'error' },
    },
    {
      name: 'one id twice and another once',
      ...one,
      fires: [
        { ...sent, at: 61_500, eventId: 'a' },
        { ...sent, at: 61_600, eventId: 'a' },
        { ...sent, at: 61_900, eventId: 'b' },
      ],
      says: { message: 'different-ids', fires: ['f61500', 'f61600', 'f61900'], names: ['3 times'] },
    },
    {
      name: 'the same id twice',
      ...one,
      fires: twice({ eventId: 'a' }),
      says: { message: 'same-id', severity: 'warning', names: ['folds them within 48 hours'] },
    },
    {
      name: 'the same id beyond the vendor’s window',
      ...one,
      fires: [
        { ...sent, at: 61_500, eventId: 'a' },
        { ...sent, at: 172_900_000, eventId: 'a' },
      ],
      says: { message: 'no-id', severity: 'error' },
    },
    {
      name: 'the same id where the vendor goes by none',
      ...one,
      fires: twice({ ...ga4, eventId: 'a' }),
      says: { message: 'no-id', severity: 'error', names: ['GA4'] },
    },
    {
      name: 'the same order id where that is what the vendor folds by',
      ...one,
      fires: [61_500, 61_900].map((at) => ({
        ...sent,
        ...ads,
        at,
        label: 'lead',
        orderId: '4711',
        dedup: { idName: 'transaction_id', window: 'the conversion’s window', windowMs: 1_000_000 },
      })),
      says: { message: 'same-id', severity: 'info' },
    },
    {
      name: 'an untyped conversion twice is one step milder',
      ...one,
      fires: twice({ ...ads, label: 'lead' }),
      says: { message: 'no-id', severity: 'warning' },
    },
    {
      name: 'every submission of a form doubles: one cause',
      pages: [{}, thanks],
      submissions: [{}, { startedAt: 90_000 }],
      fires: [61_500, 61_900].flatMap((at) => [
        { ...sent, at },
        { ...sent, at: at + 30_000, submissionId: 's90000' },
      ]),
      says: {
        message: 'no-id',
        fires: ['f61500', 'f61900', 'f91500', 'f91900'],
        submissions: ['s60000', 's90000'],
        names: ['4 fires of Lead left for 2 submissions'],
      },
    },
    {
      name: 'one cause, now without ids and now with one: told by the worst',
      pages: [{}, thanks],
      submissions: [{}, { startedAt: 90_000 }],
      fires: [
        { ...sent, at: 61_500 },
        { ...sent, at: 61_900 },
        { ...sent, at: 91_500, submissionId: 's90000', eventId: 'a' },
        { ...sent, at: 91_900, submissionId: 's90000', eventId: 'a' },
      ],
      says: {
        message: 'no-id',
        severity: 'error',
        fires: ['f61500', 'f61900', 'f91500', 'f91900'],
        names: ['2 fires of Lead left for 1 submission'],
      },
    },
    {
      name: 'a page view that the settings call a lead is judged as a lead',
      ...one,
      fires: twice({ ...view, leadLike: 'settings' }),
      says: { message: 'no-id', severity: 'error' },
    },
    {
      name: 'a lead twice for one view of a page, without a submission',
      fires: [500, 900].map((at) => ({ ...off, at, eventId: `id ${at}` })),
      says: {
        message: 'page-lead',
        severity: 'warning',
        fires: ['f500', 'f900'],
        names: ['a lead twice for one view of /angebot/'],
      },
    },
    {
      name: 'a page view twice on two pages: one cause',
      pages: [{}, { at: 5000, url: 'https://www.lichtdach.example/' }],
      fires: [
        { ...view, at: 500, ...dl(here) },
        { ...view, at: 501, ...dl(`${here}#formular`) },
        { ...view, at: 5500, pageId: 'p5000' },
        { ...view, at: 5501, pageId: 'p5000' },
      ],
      says: {
        message: 'page-view',
        severity: 'warning',
        fires: ['f500', 'f501', 'f5500', 'f5501'],
        refs: ['p0', 'p5000'],
        names: ['4 fires of PageView left for 2 views'],
      },
    },
    {
      name: 'a page view twice on the page after a submission is about the page, not the form',
      ...one,
      fires: [61_500, 61_600].map((at) => ({ ...view, at, pageId: 'p61000', submissionId: 's60000' })),
      says: { message: 'page-view', severity: 'warning' },
    },
    {
      name: 'a hit posted through a hidden frame comes from the page around it',
      fires: viewedTwice(),
      signals: [request('r500', 'd0'), request('r501', 'frame', 'sub_frame', 'd0')],
      says: { message: 'page-view' },
    },
    {
      name: 'a page view again after history.replaceState changed neither path nor query',
      fires: [
        { ...view, at: 500 },
        { ...view, at: 5500, caller: viaTagManager },
      ],
      signals: [route(5400, 'replace', `${here}#top`)],
      says: {
        message: 'page-view-rewritten',
        severity: 'warning',
        refs: ['route5400'],
        names: ['history.replaceState', 'In GTM-LDACH01'],
      },
    },
    {
      name: 'a replaceState before both views is not the cause',
      fires: [
        { ...view, at: 5500 },
        { ...view, at: 5600 },
      ],
      signals: [route(500, 'replace', here), route(5550, 'replace', `${here}?schritt=2`), route(5560, 'push', here)],
      says: { message: 'page-view' },
    },
    {
      name: 'twice to the same container of the site is twice all the same',
      ...one,
      fires: twice({ ...ga4, firstParty: true }),
      says: { message: 'no-id' },
    },
  ],

  unknown: [
    {
      name: 'one lead to Google and one to the site’s own container',
      ...one,
      fires: [
        { ...sent, ...ga4, at: 61_500 },
        { ...sent, ...ga4, at: 61_501, firstParty: true },
      ],
      says: {
        message: 'both-ways',
        fires: ['f61500', 'f61501'],
        names: ['Counted twice if your container forwards to this property (G-1)'],
      },
    },
    {
      name: 'all events of an account go both ways: one line',
      ...one,
      fires: [500, 501].flatMap((at) => [
        { ...view, ...ga4, event: 'page_view', leadLike: undefined, at, firstParty: at === 501 },
        { ...sent, ...ga4, at: at + 61_000, firstParty: at === 501 },
      ]),
      says: { message: 'both-ways', fires: ['f500', 'f501', 'f61500', 'f61501'], names: ['page_view and generate_lead'] },
    },
    {
      name: 'two leads whose page cannot be told',
      fires: [
        { ...off, at: 500, pageId: null, pageBasis: 'a worker sent it' },
        { ...off, at: 900, pageId: null, pageBasis: 'a worker sent it' },
      ],
      says: { message: 'page-unknown', names: ['a worker sent it'] },
    },
    {
      name: 'a blocker stopped one of two',
      ...one,
      fires: twice({}, { outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' }),
      says: { message: 'blocked', fires: ['f61500', 'f61900'] },
    },
    {
      name: 'a blocker stopped both page views',
      fires: viewedTwice({ outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' }),
      pages: [aPage()],
      says: { message: 'blocked' },
    },
  ],
};

testRule(rule, cases);
