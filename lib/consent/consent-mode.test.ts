import { describe, expect, it } from 'vitest';
import {
  call,
  commit,
  frame,
  ga4,
  googleAds,
  gtag,
  meta,
  microsoft,
  place,
  spoken,
  tcf,
  tcString,
} from '../../test/helpers/consent-signals';
import type { CallSignal, Json, Signal, VendorFacts } from '../model';
import { createConsent } from './create-consent';

const denied = { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' };
const granted = { ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' };
const byDefault = (at: number, value: Json = denied) => gtag(at, ['consent', 'default', value]);
const update = (at: number, value: Json = granted) => gtag(at, ['consent', 'update', value]);
const ads: VendorFacts = {
  ...googleAds,
  consent: { required: true, consentModeTypes: ['ad_storage', 'ad_user_data'], source: 'invented' },
};

function verdictOf(signals: readonly Signal[], at: number, vendor: VendorFacts = ga4) {
  const consent = createConsent({ jurisdiction: 'auto' });
  for (const signal of [commit(1000), ...signals]) consent.push(signal);
  return consent.verdict({ at, place, vendor });
}

function queued(signal: CallSignal): CallSignal {
  return { ...signal, queued: true };
}

describe('Google Consent Mode', () => {
  const region = (value: Json, ...regions: string[]) => ({ ...(value as Record<string, Json>), region: regions });
  const table: [string, Signal[], number, VendorFacts, string][] = [
    ['default denied, no update', [byDefault(1001)], 9000, ga4, 'pending'],
    ['default denied after the fire', [byDefault(2000)], 1500, ga4, 'pending'],
    ['default denied, updated to granted, before', [byDefault(1001), update(3000)], 2999, ga4, 'pending'],
    ['default denied, updated to granted, after', [byDefault(1001), update(3000)], 3000, ga4, 'granted'],
    ['default denied, updated to denied', [byDefault(1001), update(3000, denied)], 3000, ga4, 'denied'],
    ['granted, then withdrawn', [byDefault(1001), update(3000), update(5000, denied)], 6000, ga4, 'denied'],
    ['granted, then withdrawn, between', [byDefault(1001), update(3000), update(5000, denied)], 4000, ga4, 'granted'],
    ['default granted', [byDefault(1001, granted)], 2000, ga4, 'granted'],
    ['default granted after the fire', [byDefault(2000, granted)], 1500, ga4, 'unknown'],
    ['default granted, refused later', [byDefault(1001, granted), update(3000, denied)], 4000, ga4, 'denied'],
    ['update without a default, before', [update(3000)], 2000, ga4, 'unknown'],
    ['update without a default, after', [update(3000)], 4000, ga4, 'granted'],
    ['default after an update changes nothing', [update(2000), byDefault(3000)], 4000, ga4, 'granted'],
    ['a later default replaces an earlier one', [byDefault(1001, granted), byDefault(1002)], 4000, ga4, 'pending'],
    ['analytics allowed only, GA4', [byDefault(1001), update(3000, { analytics_storage: 'granted' })], 4000, ga4, 'granted'],
    ['analytics allowed only, Ads', [byDefault(1001), update(3000, { analytics_storage: 'granted' })], 4000, ads, 'denied'],
    [
      'storage allowed, user data refused',
      [byDefault(1001), update(3000, { ...granted, ad_user_data: 'denied' })],
      4000,
      ads,
      'granted',
    ],
    ['types nobody set', [byDefault(1001, { ad_storage: 'denied' })], 4000, ga4, 'unknown'],
    ['a vendor without such types', [byDefault(1001), update(3000)], 4000, meta, 'unknown'],
    ['another vendor whose facts list them', [byDefault(1001), update(3000)], 4000, microsoft, 'granted'],
    ['declared only', [gtag(1001, ['consent', 'declare', granted])], 2000, ga4, 'granted'],
    ['words that are no state', [byDefault(1001, { analytics_storage: true, ad_storage: 'yes' })], 2000, ga4, 'unknown'],
    ['a command of another kind', [gtag(1001, ['set', 'consent', granted])], 2000, ga4, 'unknown'],
    [
      'what the first scripts said, found in a queue after a fire',
      [queued(byDefault(1040)), queued(update(1040))],
      1010,
      ga4,
      'granted',
    ],
    ['a default alone in that queue', [queued(byDefault(1040))], 1010, ga4, 'pending'],
    ['a queue found later may hold a person’s choice', [queued(byDefault(9000)), queued(update(9000))], 5000, ga4, 'pending'],
    ['a default for some regions only', [byDefault(1001, region(denied, 'ES', 'US-CA'))], 2000, ga4, 'unknown'],
    ['regions that differ', [byDefault(1001, region(denied, 'ES')), byDefault(1002, granted)], 2000, ga4, 'unknown'],
    ['regions that agree', [byDefault(1001, region(denied, 'ES')), byDefault(1002)], 2000, ga4, 'pending'],
    [
      'regions that differ, updated',
      [byDefault(1001, region(denied, 'ES')), byDefault(1002, granted), update(3000)],
      3000,
      ga4,
      'granted',
    ],
    ['one region as a word', [byDefault(1001, { ...denied, region: 'ES' })], 2000, ga4, 'unknown'],
    ['by gtag itself', [call(1001, { api: 'gtag', args: ['consent', 'default', denied] })], 2000, ga4, 'pending'],
    [
      'an arguments object kept with its keys',
      [call(1001, { api: 'dataLayer', args: [{ 0: 'consent', 1: 'update', 2: granted }] })],
      2000,
      ga4,
      'granted',
    ],
    [
      'two commands in one push',
      [
        call(1001, {
          api: 'dataLayer',
          args: [
            ['consent', 'default', denied],
            ['consent', 'update', granted],
          ],
        }),
      ],
      2000,
      ga4,
      'granted',
    ],
    [
      'the same words to another function',
      [call(1001, { api: 'fbq', args: ['consent', 'update', granted] })],
      2000,
      ga4,
      'unknown',
    ],
  ];
  it.each(table)('%s', (_name, signals, at, vendor, verdict) => {
    expect(verdictOf(signals, at, vendor)).toMatchObject({ verdict });
  });

  it('says what is no choice of a visitor', () => {
    expect(verdictOf([byDefault(1001, granted)], 2000).basis.words).toContain("the site's default, not by a visitor's choice");
    expect(verdictOf([byDefault(1001)], 2000).basis).toMatchObject({ framework: 'consent-mode', at: 1001 });
    expect(verdictOf([byDefault(2000)], 1500).basis).toMatchObject({
      at: null,
      words: expect.stringContaining('0.500 seconds after this fire'),
    });
  });

  it('tells the update that came later', () => {
    expect(verdictOf([byDefault(1001), update(3000)], 2000)).toMatchObject({ choiceAt: 3000 });
  });

  it('is asked in the nearest document first', () => {
    const consent = createConsent({ jurisdiction: 'auto' });
    const inFrame = gtag(1200, ['consent', 'default', denied], frame);
    for (const signal of [commit(1000), byDefault(1001), update(1100), commit(1150, frame), inFrame]) consent.push(signal);
    expect(consent.verdict({ at: 2000, place: frame, vendor: ga4 }).verdict).toBe('pending');
    expect(consent.verdict({ at: 2000, place, vendor: ga4 }).verdict).toBe('granted');
  });
});

describe('a returning visitor, whose stored choice is an update like any other', () => {
  const all = { tcString: tcString({ purposes: 'all', vendors: [755] }) };
  const table: [string, Signal[], number, string][] = [
    ['stored choice known, before the update', [byDefault(1001), tcf('tcloaded', 1500, all), update(1510)], 1200, 'granted'],
    ['stored choice reported after the update', [byDefault(1001), update(1490), tcf('tcloaded', 1500, all)], 1200, 'granted'],
    ['stored refusal', [byDefault(1001), tcf('tcloaded', 1500, all), update(1510, denied)], 1200, 'denied'],
    ['no other framework tells it from a click', [byDefault(1001), update(1510)], 1200, 'pending'],
    [
      'a dialog had been shown',
      [byDefault(1001), tcf('cmpuishown', 1100), update(1510), tcf('tcloaded', 1520, all)],
      1200,
      'pending',
    ],
  ];
  it.each(table)('%s', (_name, signals, at, verdict) => {
    expect(verdictOf(signals, at)).toMatchObject({ verdict });
  });

  it('does not reach back in a document whose start was not watched', () => {
    const consent = createConsent({ jurisdiction: 'auto' });
    for (const signal of [byDefault(1001), tcf('tcloaded', 1500, all), update(1510)]) consent.push(signal);
    expect(consent.verdict({ at: 1200, place, vendor: ga4 }).verdict).toBe('unknown');
  });

  it('has chosen where a dialog was answered and the update never came', () => {
    const answered = [byDefault(1001), tcf('cmpuishown', 1100), tcf('useractioncomplete', 2000, all)];
    expect(verdictOf(answered, 3000)).toMatchObject({ verdict: 'denied', basis: { framework: 'consent-mode' } });
  });
});

describe("Google's own state", () => {
  const state = (at: number, entries: Json) => spoken('google-state', at, { entries, usedDefault: true });
  it.each([
    [
      'settles the region',
      [gtag(1001, ['consent', 'default', { ...denied, region: ['ES'] }]), state(1800, { analytics_storage: { default: false } })],
      1500,
      'pending',
    ],
    ['speaks where a template set the default', [state(1800, { analytics_storage: { default: false } })], 2000, 'pending'],
    ['speaks where a template updated', [state(1800, { analytics_storage: { default: false, update: true } })], 2000, 'granted'],
    ['without the wrapper', [spoken('google-state', 1800, { analytics_storage: { update: false } })], 2000, 'denied'],
    ['says nothing by what it implies', [state(1800, { analytics_storage: { implicit: true } })], 2000, 'unknown'],
    ['of no shape we know', [spoken('google-state', 1800, 'granted')], 2000, 'unknown'],
  ] as [string, Signal[], number, string][])('%s', (_name, signals, at, verdict) => {
    expect(verdictOf(signals, at)).toMatchObject({ verdict });
  });
});
