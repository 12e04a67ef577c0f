import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import { aCommit, aGreeting, aPage } from '../../test/helpers/scenario';
import type { Page, Signal } from '../model';
import { rule } from './lead-off-confirmation';

const off = { placement: 'off-confirmation' } as const;
const form = { key: 'angebot', label: 'Angebot anfordern', siteWide: false };
const thanks = { at: 70_000, url: 'https://www.lichtdach.example/angebot/danke/', forms: [], fromPageId: 'p0' };
const plain: Partial<Page> = { at: 9000, url: 'https://www.lichtdach.example/ratgeber/', forms: [], fromPageId: 'p0' };
const viaTagManager = { url: 'https://www.googletagmanager.com/gtm.js', container: 'GTM-LDACH01' };

/** Page, and the signals that say how it began. */
function begun(part: Partial<Page>, how: Parameters<typeof aCommit>[1] = {}): { pages: Partial<Page>[]; signals: Signal[] } {
  const page = aPage(part);
  return { pages: [page], signals: [aCommit(page, how), aGreeting(page)] };
}

function navigation(method: string, url: string, hop: number): Signal {
  const place = { tabId: 1, frameId: 0, documentId: null, url };
  return { kind: 'request', id: `nav:${hop}`, at: -50 + hop, place, requestId: 'nav', hop, method, url, type: 'main_frame' };
}

const cases: RuleCases = {
  pass: [
    { name: 'a site without leads', fires: [{ event: 'PageView', category: 'page_view' }], passes: [] },
    {
      name: 'a lead on the thank-you page',
      pages: [{}, thanks],
      submissions: [{ toPageId: 'p70000' }],
      fires: [{ at: 70_500, pageId: 'p70000', placement: 'after-acceptance' }],
      passes: ['accepted'],
    },
    {
      name: 'a lead after thanks in place, on the page of the form itself',
      submissions: [{}],
      fires: [{ at: 60_500, submissionId: 's60000', placement: 'after-acceptance' }],
      passes: ['accepted'],
    },
    {
      name: 'a lead after a route change of a single-page form',
      pages: [{}, { ...thanks, cause: 'route', documentId: 'd0' }],
      submissions: [{ toPageId: 'p70000' }],
      fires: [{ at: 70_500, pageId: 'p70000', placement: 'after-acceptance' }],
      passes: ['accepted'],
    },
    {
      name: 'an untyped conversion on the thank-you page',
      pages: [{}, thanks],
      fires: [
        {
          at: 70_500,
          pageId: 'p70000',
          placement: 'after-acceptance',
          category: 'conversion',
          leadLike: 'conversion',
          label: 'kX3v',
        },
      ],
      passes: ['accepted'],
    },
    ...(['on-invalid', 'at-submit', 'revisit', 'on-click', 'confirmation-without-submission'] as const).map((placement) => ({
      name: `a lead placed ${placement}, which other rules judge`,
      fires: [{ placement }],
      passes: ['elsewhere'],
    })),
    {
      name: 'page views, carts and automatic form events on the page of the form',
      fires: [
        { at: 1, event: 'PageView', category: 'page_view' },
        { at: 2, event: 'AddToCart', category: 'add_to_cart' },
        { at: 3, event: 'form_submit', category: 'form_submit', automatic: true },
      ],
      passes: [],
    },
  ],

  fail: [
    {
      name: 'every view of the form counts',
      pages: [{}, { at: 100_000, url: 'https://www.lichtdach.example/angebot/?utm_source=x' }, thanks],
      submissions: [
        { toPageId: 'p70000' },
        { startedAt: 50_000, outcome: 'rejected' },
        { startedAt: 40_000, formId: 'newsletter' },
      ],
      fires: [off, { ...off, at: 101_000, pageId: 'p100000' }].map((fire) => ({ ...fire, caller: viaTagManager })),
      says: {
        message: 'every-view',
        severity: 'error',
        fires: ['f1000', 'f101000'],
        submissions: ['s60000'],
        refs: ['p0', 's60000', 'f1000'],
        names: [
          'Meta counts a lead on every view of the form',
          '2 leads left from 2 views of the form on /angebot/, while 1 submission of it was accepted.',
          '2 views : 1 submission = 2.0 times as many leads as forms',
          'GTM-LDACH01',
          'Page View, Page Path equals /angebot/danke/',
        ],
      },
    },
    {
      name: 'the view of the form counts, watched since or not',
      pages: [{ watchedSince: false, notWatchedWhy: 'this tab was opened here' }],
      fires: [off],
      says: { message: 'every-view', severity: 'error', names: ['while no submission of it was accepted'] },
    },
    {
      name: 'only some views count, as with a trigger on scrolling',
      pages: [{ endedAt: 90_000 }, { at: 100_000, endedAt: 110_000 }, { at: 120_000 }],
      fires: [off],
      says: { message: 'some-views', names: ['on 1 of 2 views of the form'] },
    },
    {
      name: 'the reload of a form counts, when what came before it was a link',
      pages: [{}, { at: 9000, cause: 'reload', fromPageId: 'p0' }],
      fires: [{ ...off, at: 9500, pageId: 'p9000' }],
      says: { message: 'every-view', fires: ['f9500'] },
    },
    {
      name: 'a form reached by a route change counts, whatever led to the document',
      ...begun({ url: 'https://www.lichtdach.example/' }, { transition: 'form_submit' }),
      pages: [
        { url: 'https://www.lichtdach.example/', forms: [] },
        { at: 9000, cause: 'route', documentId: 'd0', fromPageId: 'p0' },
      ],
      fires: [{ ...off, at: 9500, pageId: 'p9000' }],
      says: { message: 'every-view' },
    },
    {
      name: 'a watched page that opened the form in a new tab explains nothing',
      ...begun({ watchedSince: true }, { opened: true }),
      fires: [off],
      says: { message: 'every-view' },
    },
    {
      name: 'a lead before a submission whose outcome is unknown is still one of the view',
      submissions: [{ outcome: 'unknown' }],
      fires: [off],
      says: { message: 'every-view' },
    },
    {
      name: 'a form of unknown outcome on the page before says nothing about a page with a form of its own',
      pages: [{}, { at: 70_000, url: 'https://www.lichtdach.example/kontakt/', fromPageId: 'p0' }],
      submissions: [{ outcome: 'unknown' }],
      fires: [{ ...off, at: 70_500, pageId: 'p70000' }],
      says: { message: 'every-view', names: ['/kontakt/'] },
    },
    {
      name: 'a page without a form counts, watched since before it',
      pages: [{}, plain],
      fires: [{ ...off, at: 9500, pageId: 'p9000' }],
      says: { message: 'no-form', severity: 'error', fires: ['f9500'], names: ['/ratgeber/'] },
    },
    {
      name: 'a form of unknown outcome that led elsewhere says nothing about a page without one',
      pages: [{}, { ...plain, at: 70_000 }],
      submissions: [{ outcome: 'unknown', toPageId: 'p500' }],
      fires: [{ ...off, at: 70_500, pageId: 'p70000' }],
      says: { message: 'no-form' },
    },
    {
      name: 'a newsletter form in the footer does not make a page the form’s page',
      pages: [{}, { ...plain, forms: [{ key: 'newsletter', siteWide: true }] }],
      fires: [{ ...off, at: 9500, pageId: 'p9000' }],
      says: { message: 'no-form' },
    },
    {
      name: 'an untyped conversion is one step milder, and may be called a lead',
      fires: [
        {
          ...off,
          vendor: 'google_ads',
          vendorName: 'Google Ads',
          account: 'AW-1',
          event: 'conversion',
          category: 'conversion',
          leadLike: 'conversion',
          label: 'kX3v_lead',
        },
      ],
      says: {
        message: 'every-view',
        severity: 'warning',
        names: [
          'Google Ads counts conversion kX3v_lead on every view',
          '1 fire of conversion kX3v_lead',
          '"label":"kX3v_lead"',
          'www.lichtdach.example/*',
        ],
      },
    },
    {
      name: 'an untyped conversion taken as a lead is judged as one',
      fires: [{ ...off, category: 'conversion', leadLike: 'conversion', inferred: true, label: 'kX3v' }],
      says: { message: 'every-view', severity: 'error', names: ['counts a lead'] },
    },
    {
      name: 'what the settings call a lead is judged as one',
      fires: [{ ...off, event: 'Kontakt', category: 'custom', leadLike: 'settings' }],
      says: { message: 'every-view', severity: 'error' },
    },
    {
      name: 'two accounts and two pages are four causes',
      pages: [{}, { at: 9000, url: 'https://www.lichtdach.example/kontakt/', forms: [{ ...form, key: 'kontakt' }] }],
      fires: [
        { ...off, at: 1, account: 'A' },
        { ...off, at: 2, account: 'B' },
        { ...off, at: 9001, pageId: 'p9000', account: 'A' },
        { ...off, at: 9002, pageId: 'p9000', account: 'B' },
      ],
      says: [
        { message: 'every-view', fires: ['f1'] },
        { message: 'every-view', fires: ['f2'] },
        { message: 'every-view', fires: ['f9001'] },
        { message: 'every-view', fires: ['f9002'] },
      ],
    },
    {
      name: 'views that cannot be judged are named and not held against the tag',
      pages: [{}, { at: 9000, id: 'post' }],
      signals: [aPage(), aPage({ at: 9000, id: 'post' })].flatMap((page, n) => [
        aCommit(page, n === 0 ? {} : { transition: 'form_submit' }),
        aGreeting(page),
      ]),
      fires: [off, { ...off, at: 9500, pageId: 'post' }],
      says: { message: 'every-view', fires: ['f1000'], refs: ['f9500'] },
    },
    {
      name: 'a script of the site is named with its line, and the event that follows acceptance',
      submissions: [{}],
      calls: [
        { at: 59_000, api: 'dataLayer', event: 'gtm.formSubmit', words: 'event: gtm.formSubmit' },
        { at: 60_400, api: 'dataLayer', event: 'gtm.historyChange', words: 'event: gtm.historyChange' },
        { at: 60_500, api: 'dataLayer', event: 'form_sent', words: 'event: form_sent' },
      ],
      fires: [{ ...off, caller: { url: 'https://www.lichtdach.example/js/formular.js?v=3', line: 88 } }],
      says: { message: 'every-view', names: ['www.lichtdach.example/js/formular.js, line 88', 'form_sent'] },
    },
  ],

  unknown: [
    {
      name: 'a form post led to the page with the form',
      ...begun({}, { transition: 'form_submit' }),
      fires: [off],
      says: { message: 'form-post', fires: ['f1000'], refs: ['p0', 'f1000'], names: ['1. Open a new tab'] },
    },
    {
      name: 'a post that was answered with a redirect led to it',
      pages: [{}],
      signals: [
        navigation('POST', 'https://www.lichtdach.example/senden', 0),
        navigation('GET', 'https://www.lichtdach.example/angebot/', 1),
        ...begun({}).signals,
      ],
      fires: [off],
      says: { message: 'form-post' },
    },
    {
      name: 'the reload of a page that a form post led to',
      pages: [{}, { at: 9000, cause: 'reload', fromPageId: 'p0' }],
      signals: [aPage(), aPage({ at: 9000 })].flatMap((page, n) => [
        aCommit(page, { transition: n === 0 ? 'form_submit' : 'reload' }),
        aGreeting(page),
      ]),
      fires: [{ ...off, at: 9500, pageId: 'p9000' }],
      says: { message: 'form-post' },
    },
    {
      name: 'an address that was only tidied after a form post',
      ...begun({ url: 'https://www.lichtdach.example/angebot/?ok=1' }, { transition: 'form_submit' }),
      pages: [
        { url: 'https://www.lichtdach.example/angebot/?ok=1' },
        { at: 500, cause: 'route', documentId: 'd0', fromPageId: 'p0' },
      ],
      fires: [{ ...off, pageId: 'p500' }],
      says: { message: 'form-post' },
    },
    {
      name: 'a page that was not watched opened it',
      ...begun({ watchedSince: false }, { opened: true }),
      fires: [off],
      says: { message: 'opener' },
    },
    {
      name: 'the page began before it was watched',
      pages: [{}],
      signals: [aGreeting(aPage())],
      fires: [off],
      says: { message: 'arrival-unseen' },
    },
    {
      name: 'no form, and what came before was not watched',
      pages: [
        { ...plain, at: 0, fromPageId: undefined, watchedSince: false, notWatchedWhy: 'the tab came back from a payment page' },
      ],
      fires: [off],
      says: { message: 'not-watched', names: ['the tab came back from a payment page'] },
    },
    {
      name: 'no form in a HAR, where nobody looked for one',
      pages: [{ forms: [] }, plain],
      signals: [aPage(), aPage(plain)].map((page) => aCommit(page)),
      fires: [{ ...off, at: 9500, pageId: 'p9000' }],
      says: { message: 'forms-unseen' },
    },
    {
      name: 'the forms of the page before were not watched',
      pages: [{}, plain],
      signals: [aCommit(aPage()), aCommit(aPage(plain)), aGreeting(aPage(plain))],
      fires: [{ ...off, at: 9500, pageId: 'p9000' }],
      says: { message: 'forms-unseen' },
    },
    {
      name: 'a form on this page was sent before it, with an unknown outcome',
      submissions: [{ outcome: 'unknown', basis: 'the page ended before an answer came' }],
      fires: [{ ...off, at: 65_000 }],
      says: { message: 'outcome-unknown', names: ['the page ended before an answer came'] },
    },
    {
      name: 'a form on the page before was sent, with an unknown outcome',
      pages: [{}, { ...plain, at: 70_000 }],
      submissions: [{ outcome: 'unknown' }],
      fires: [{ ...off, at: 70_500, pageId: 'p70000' }],
      says: { message: 'outcome-unknown' },
    },
    {
      name: 'a form of unknown outcome led to this page, which holds a form of its own',
      pages: [{}, { at: 70_000 }],
      submissions: [{ outcome: 'unknown', toPageId: 'p70000' }],
      fires: [{ ...off, at: 70_500, pageId: 'p70000' }],
      says: { message: 'outcome-unknown' },
    },
    {
      name: 'the lead belongs to a form of unknown outcome, whatever page either was on',
      pages: [{}, { at: 70_000 }],
      submissions: [{ outcome: 'unknown', startedAt: 69_000 }],
      fires: [{ ...off, at: 70_500, pageId: 'p70000', submissionId: 's69000' }],
      says: { message: 'outcome-unknown' },
    },
    {
      name: 'the page of the lead cannot be told',
      fires: [{ ...off, pageId: null, pageBasis: 'two documents of this address were open' }],
      says: { message: 'page-unknown', names: ['two documents of this address were open'] },
    },
    {
      name: 'a blocker stopped it',
      fires: [{ ...off, outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' }],
      says: { message: 'blocked', names: ['Switch the blocker off'] },
    },
  ],
};

testRule(rule, cases);
