// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { commit, ga4, gtag, meta, place } from '../../test/helpers/consent-signals';
import type { ConsentSignal, Json, PageReport, VendorFacts } from '../model';
import { watchConsentTools } from '../page/bridge/consent-tools';
import { createConsent } from './create-consent';
import { readStoredChoice } from './stored-choice';

const reports: PageReport[] = [];
let clock = 1000;
const start = () =>
  watchConsentTools(
    (one) => reports.push(one),
    () => clock,
  );

beforeEach(() => {
  reports.length = 0;
  clock = 1000;
  localStorage.clear();
  document.body.innerHTML = '';
  for (const one of document.cookie.split('; ')) Reflect.set(document, 'cookie', `${one.split('=')[0]}=; max-age=0`);
});

/** What the page's sensor would report with these cookies or keys, read by the tool's table. */
function read(stored: Record<string, string>, where: 'cookie' | 'localStorage' = 'cookie') {
  for (const [key, value] of Object.entries(stored)) {
    if (where === 'cookie') Reflect.set(document, 'cookie', `${key}=${value}`);
    else localStorage.setItem(key, value);
  }
  start();
  const [one] = reports;
  return one?.kind === 'consent' ? readStoredChoice(one.data as Record<string, Json>) : undefined;
}

/** Klaro's notice; the tests' document lays nothing out, so it is told what can be seen. */
function drawNotice({ isShown }: { isShown: boolean }): void {
  document.body.innerHTML = '<div id="klaro"><div class="cookie-notice"></div></div>';
  const notice = document.querySelector('.cookie-notice') as Element;
  notice.checkVisibility = () => isShown;
}

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

describe('what consent tools store', () => {
  it.each([
    [
      'OneTrust',
      {
        OptanonConsent: 'isGpcEnabled=0&consentId=8d1c0b7e&interactionCount=1&groups=C0001%3A1%2CC0002%3A0%2CC0004%3A1',
        OptanonAlertBoxClosed: '2026-11-01T10:00:00Z',
      },
      { C0001: true, C0002: false, C0004: true },
    ],
    [
      'Cookiebot',
      {
        CookieConsent:
          '{stamp:%27abc%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27explicit%27%2Cver:1}',
      },
      { marketing: false, statistics: true },
    ],
    [
      'CookieYes',
      { 'cookieyes-consent': 'consentid:a1b2,consent:yes,action:yes,necessary:yes,functional:no,analytics:no,advertisement:yes' },
      { advertisement: true, analytics: false },
    ],
    [
      'Complianz',
      { cmplz_marketing: 'allow', cmplz_statistics: 'deny', 'cmplz_banner-status': 'dismissed' },
      { marketing: true, statistics: false },
    ],
    [
      'iubenda',
      { '_iub_cs-12345678': json({ timestamp: '2026-11-01', purposes: { 1: true, 4: false, 5: true }, id: 12345678 }) },
      { measurement: false, marketing: true },
    ],
    [
      'Axeptio',
      { axeptio_cookies: json({ $$token: 'x1', $$completed: true, google_analytics: true, facebook_pixel: false }) },
      { google_analytics: true, facebook_pixel: false },
    ],
    ['Klaro', { klaro: json({ googleAnalytics: true, facebook: false }) }, { googleAnalytics: true, facebook: false }],
    [
      'vanilla-cookieconsent',
      {
        cc_cookie: json({ categories: ['necessary', 'analytics'], revision: 0, services: { necessary: [], analytics: ['ga'] } }),
      },
      { necessary: true, analytics: true },
    ],
    [
      'vanilla-cookieconsent',
      { cc_cookie: json({ categories: ['necessary'], revision: 0 }) },
      { necessary: true, everything: false },
    ],
    [
      'tarteaucitron',
      { tarteaucitron: '!googleanalytics=true!facebookpixel=false' },
      { googleanalytics: true, facebookpixel: false },
    ],
    [
      'Cookie Information',
      {
        CookieInformationConsent: json({
          consents_approved: ['cookie_cat_necessary', 'cookie_cat_statistic'],
          consents_denied: ['cookie_cat_marketing'],
        }),
      },
      { cookie_cat_statistic: true, cookie_cat_marketing: false },
    ],
    [
      'Borlabs Cookie',
      { 'borlabs-cookie': json({ consents: { essential: ['borlabs-cookie'], marketing: ['facebook-pixel'] }, uid: 'x' }) },
      { essential: true, marketing: true },
    ],
    [
      'CookieScript',
      { CookieScriptConsent: json({ action: 'accept', categories: '["performance","targeting"]' }) },
      { performance: true, targeting: true },
    ],
    [
      'CookieFirst',
      { 'cookiefirst-consent': json({ necessary: true, performance: false, advertising: true, type: 'category' }) },
      { performance: false, advertising: true },
    ],
    [
      'Fides',
      { fides_consent: json({ consent: { analytics: true, advertising: false } }) },
      { analytics: true, advertising: false },
    ],
    [
      'Didomi',
      { didomi_token: btoa(JSON.stringify({ user_id: 'u-1', purposes: { enabled: ['analytics'], disabled: ['advertising'] } })) },
      { analytics: true, advertising: false },
    ],
    ['TrustArc', { notice_preferences: '1:' }, { functional: true, advertising: false }],
    ['TrustArc', { notice_preferences: '2:' }, { functional: true, advertising: true }],
  ] as const)('%s, as a cookie: %o', (name, stored, categories) => {
    expect(read(stored)).toMatchObject({ name, answered: true, categories });
  });

  it.each([
    [
      'Usercentrics',
      {
        uc_settings: json([
          { id: 'a', status: true },
          { id: 'b', status: true },
        ]),
        uc_user_interaction: 'true',
      },
      { everything: true },
    ],
    [
      'Usercentrics',
      {
        uc_settings: json([
          { id: 'a', status: true },
          { id: 'b', status: false },
        ]),
        uc_user_interaction: 'true',
      },
      {},
    ],
    [
      'Usercentrics',
      { ucData: JSON.stringify({ consent: { services: { a: { consent: true }, b: { consent: true } } } }) },
      { everything: true },
    ],
    [
      'Termly',
      { TERMLY_API_CACHE: JSON.stringify({ consent: JSON.stringify({ essential: true, analytics: true, advertising: false }) }) },
      { analytics: true, advertising: false },
    ],
    [
      'Transcend',
      { tcm: JSON.stringify({ purposes: { Advertising: false, Analytics: true }, confirmed: true }) },
      { Advertising: false, Analytics: true },
    ],
  ] as const)('%s, in the local storage: %o', (name, stored, categories) => {
    const said = read(stored, 'localStorage');
    expect(said).toMatchObject({ name, answered: true, categories });
    expect(said?.categories.everything).toBe('everything' in categories ? true : undefined);
  });

  it.each([
    ['OneTrust without a closed dialog', { OptanonConsent: 'groups=C0001%3A1%2CC0004%3A0' }],
    ['tarteaucitron while a service waits', { tarteaucitron: '!googleanalytics=wait!facebookpixel=wait' }],
    ['CookieYes before its answer', { 'cookieyes-consent': 'consentid:a1b2,consent:,action:,necessary:,analytics:' }],
  ])('%s is not answered', (_what, stored) => {
    expect(read(stored)?.answered).toBe(false);
  });

  it('a key of the same name that is not the tool’s says nothing', () => {
    expect(read({ CookieConsent: 'true' })).toBeNull();
  });

  it('is told without any visitor’s number', () => {
    read({
      'cookieyes-consent': 'consentid:SECRET1,consent:yes,action:yes,analytics:no',
      klaro: json({ facebook: true, id: 'SECRET2' }),
    });
    expect(JSON.stringify(reports)).not.toContain('SECRET');
  });

  it('says nothing of a dialog that stands in the page hidden', () => {
    drawNotice({ isShown: false });
    start();
    expect(reports).toEqual([]);
  });

  it('is told again when a click changed it, at the click', async () => {
    drawNotice({ isShown: true });
    const reports: PageReport[] = [];
    watchConsentTools(
      (one) => reports.push(one),
      () => clock,
    );
    expect(reports).toMatchObject([{ event: 'read', data: { stored: {}, dialog: 'klaro' } }]);
    clock = 5000;
    Reflect.set(document, 'cookie', 'klaro=%7B%22facebook%22%3Afalse%7D');
    document.body.dispatchEvent(new Event('click', { bubbles: true }));
    clock = 5004;
    await expect.poll(() => reports.length).toBe(2);
    expect(reports[1]).toMatchObject({ at: 5000, event: 'chosen', data: { stored: { klaro: { facebook: 'false' } } } });
  });

  it('that is megabytes long or no text is no trouble', () => {
    expect(read({ klaro: `${'a:'.repeat(500_000)}%` }, 'localStorage')).toMatchObject({ name: 'Klaro' });
  });
});

describe('a verdict from what a consent tool has stored', () => {
  const said = (at: number, data: Json, event = 'read'): ConsentSignal => ({
    kind: 'consent',
    id: `t${at}`,
    at,
    place,
    framework: 'cmp',
    event,
    data,
  });
  const klaro = (state: string) => ({ stored: { klaro: { googleAnalytics: 'true', facebook: state } } });

  function verdicts(at: number, ...signals: ConsentSignal[]): string[] {
    const consent = createConsent({ jurisdiction: 'auto' });
    for (const signal of [commit(0), ...signals]) consent.push(signal);
    return [meta, ga4].map((vendor) => consent.verdict({ at, place, vendor }).verdict);
  }

  it('is pending while the dialog is drawn, and per service after the choice', () => {
    const asking = said(10, { stored: {}, dialog: 'klaro' });
    expect(verdicts(3000, asking)).toEqual(['pending', 'pending']);
    expect(verdicts(3000, asking, said(5000, klaro('false'), 'chosen'))).toEqual(['pending', 'pending']);
    expect(verdicts(6000, asking, said(5000, klaro('false'), 'chosen'))).toEqual(['denied', 'granted']);
    const later = said(9000, klaro('true'), 'chosen');
    expect(verdicts(9500, asking, said(5000, klaro('false'), 'chosen'), later)).toEqual(['granted', 'granted']);
  });

  it('cannot be told once the dialog has gone without an answer that can be read', () => {
    const asking = said(10, { stored: {}, dialog: 'cc-main' });
    const gone = said(5000, { stored: {} }, 'chosen');
    expect(verdicts(3000, asking, gone)).toEqual(['pending', 'pending']);
    expect(verdicts(6000, asking, gone)).toEqual(['unknown', 'unknown']);
  });

  it('of an earlier visit holds from the document’s start', () => {
    expect(verdicts(1, said(10, klaro('false')))).toEqual(['denied', 'granted']);
  });

  it('is the site’s default where a tool has its categories on before it is asked', () => {
    const groups = { stored: { OptanonConsent: { C0001: '1', C0002: '0', C0004: '1' } } };
    expect(verdicts(100, said(10, groups))).toEqual(['granted', 'pending']);
  });

  it.each<[marketing: string, statistics: string, verdict: string]>([
    ['allow', 'allow', 'granted'],
    ['deny', 'deny', 'denied'],
    ['deny', 'allow', 'unknown'],
    ['allow', 'deny', 'unknown'],
  ])(
    'speaks for a tag of unknown kind only where its categories agree: marketing %s, statistics %s',
    (ads, statistics, verdict) => {
      const vendor: VendorFacts = { ...meta, id: 'recorder', traits: [], consent: { required: true, source: 'a test' } };
      const consent = createConsent({ jurisdiction: 'auto' });
      const stored = { cmplz_marketing: { '': ads }, cmplz_statistics: { '': statistics } };
      for (const signal of [commit(0), said(10, { stored })]) consent.push(signal);
      expect(consent.verdict({ at: 100, place, vendor }).verdict).toBe(verdict);
    },
  );

  it('is left to the next framework where the tool’s words speak for no one', () => {
    const mixed = { stored: { uc_settings: { status: 'mixed' }, uc_user_interaction: { '': 'true' } } };
    expect(verdicts(100, said(10, mixed))).toEqual(['unknown', 'unknown']);
    const consent = createConsent({ jurisdiction: 'auto' });
    for (const signal of [commit(0), said(10, mixed), gtag(20, ['consent', 'update', { analytics_storage: 'denied' }])])
      consent.push(signal);
    expect(consent.verdict({ at: 100, place, vendor: ga4 }).verdict).toBe('denied');
  });
});
