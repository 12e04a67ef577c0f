import { describe, expect, it } from 'vitest';
import {
  commit,
  container,
  frame,
  ga4,
  googleAds,
  gtag,
  linkedIn,
  meta,
  microsoft,
  place,
  quora,
  request,
  tcf,
  tcString,
} from '../../test/helpers/consent-signals';
import type { CarriedConsent, Place, Signal, VendorFacts } from '../model';
import { type Consent, createConsent } from './create-consent';

const vendors = [755, 804, 1126];
const all = { tcString: tcString({ purposes: 'all', vendors }) };
const none = { tcString: tcString({ purposes: [], vendors: [] }) };
type Jurisdiction = Parameters<typeof createConsent>[0]['jurisdiction'];

function consentOf(signals: readonly Signal[], jurisdiction: Jurisdiction = 'auto'): Consent {
  const consent = createConsent({ jurisdiction });
  for (const signal of signals) consent.push(signal);
  return consent;
}

describe('the event sequences of TCF', () => {
  const accepted = [commit(1000), tcf('cmpuishown', 1070), tcf('useractioncomplete', 2576, all)];
  const refused = [commit(1000), tcf('cmpuishown', 1070), tcf('useractioncomplete', 2576, none)];
  const returning = [commit(1000), tcf('tcloaded', 1400, all)];
  const refusedBefore = [commit(1000), tcf('tcloaded', 1400, none)];
  const again = [...returning, tcf('cmpuishown', 5000, all)];
  const changed = [...again, tcf('useractioncomplete', 7000, none)];
  it.each([
    ['accepted, before the dialog', accepted, 1010, 'pending', null],
    ['accepted, before the choice', accepted, 2575.9, 'pending', 1070],
    ['accepted, at the choice', accepted, 2576, 'granted', 2576],
    ['refused, before the choice', refused, 1500, 'pending', 1070],
    ['refused, after it', refused, 3000, 'denied', 2576],
    ['ignored', [commit(1000), tcf('cmpuishown', 1070)], 90_000, 'pending', 1070],
    ['returning, before the tool answered', returning, 1010, 'granted', 1000],
    ['returning, after it', returning, 9000, 'granted', 1000],
    ['returning after a refusal', refusedBefore, 1010, 'denied', 1000],
    ['dialog opened again', again, 6000, 'granted', 1000],
    ['choice changed, before', changed, 6999, 'granted', 1000],
    ['choice changed, after', changed, 7000, 'denied', 7000],
    ['GDPR does not apply', [commit(1000), tcf('tcloaded', 1400, { gdprApplies: false })], 1010, 'not-required', null],
    [
      'a choice was made, and what was before it was not seen',
      [commit(1000), tcf('useractioncomplete', 2576, all)],
      1500,
      'unknown',
      null,
    ],
    ['stored choice of a document whose start was not watched', [tcf('tcloaded', 1400, all)], 1010, 'unknown', null],
    ['the same, after it was reported', [tcf('tcloaded', 1400, all)], 1400, 'granted', 1400],
    [
      'stored choice reported after a dialog',
      [commit(1000), tcf('cmpuishown', 1100), tcf('tcloaded', 1400, all)],
      1200,
      'pending',
      1100,
    ],
    ['a stub that never answered', [commit(1000), tcf('ping', 1100, { cmpStatus: 'stub' })], 9000, 'unknown', null],
    ['a tool that answered without a string', [commit(1000), tcf('tcloaded', 1100, { tcString: '' })], 9000, 'unknown', null],
    ['a visible dialog known by ping', [commit(1000), tcf('ping', 1100, { displayStatus: 'visible' })], 9000, 'pending', 1100],
    ['garbage', [commit(1000), { ...tcf('tcloaded', 1100), data: [7, null] }], 9000, 'unknown', null],
    [
      'a string that cannot be read',
      [commit(1000), tcf('useractioncomplete', 1100, { tcString: 'C-broken' })],
      9000,
      'unknown',
      1100,
    ],
  ] as [string, Signal[], number, string, number | null][])('%s', (_name, signals, at, verdict, basisAt) => {
    const answer = consentOf(signals).verdict({ at, place, vendor: linkedIn });
    expect(answer).toMatchObject({ verdict, basis: { at: basisAt } });
    expect(answer.basis.words).toMatch(/^[A-Z].*\.$/);
  });

  it('tells the choice that came later, to the millisecond', () => {
    const answer = consentOf(accepted).verdict({ at: 1500, place, vendor: linkedIn });
    expect(answer.choiceAt).toBe(2576);
    expect(answer.basis.words).toContain('The choice came 1.076 seconds later.');
  });

  it('knows of no later choice where none came', () => {
    expect(consentOf(accepted.slice(0, 2)).verdict({ at: 1500, place, vendor: linkedIn })).not.toHaveProperty('choiceAt');
  });

  it('tells a choice made on the next page of the same site and tab, not of another', () => {
    const next: Place = { ...place, documentId: 'D9', url: 'https://a.example/next' };
    const elsewhere: Place = { ...place, documentId: 'D8', url: 'https://b.example/' };
    const shown = [commit(1000), tcf('cmpuishown', 1070)];
    const query = { at: 1500, place, vendor: linkedIn };
    expect(consentOf([...shown, tcf('useractioncomplete', 8000, all, next)]).verdict(query).choiceAt).toBe(8000);
    expect(consentOf([...shown, tcf('useractioncomplete', 8000, all, elsewhere)]).verdict(query).choiceAt).toBeUndefined();
  });

  it('holds every vendor back while the visitor is being asked, also those TCF cannot authorise', () => {
    const consent = consentOf([commit(1000), tcf('cmpuishown', 1070), tcf('useractioncomplete', 2000, none)]);
    expect(consent.verdict({ at: 1500, place, vendor: meta })).toMatchObject({ verdict: 'pending' });
    expect(consent.verdict({ at: 2500, place, vendor: meta })).toMatchObject({
      verdict: 'unknown',
      basis: { framework: 'none' },
    });
  });

  it('asks nothing of what needs no choice', () => {
    const consent = consentOf([commit(1000), tcf('tcloaded', 1100, none)]);
    expect(consent.verdict({ at: 1500, place, vendor: container })).toMatchObject({ verdict: 'not-required', limited: false });
  });

  it('says when a vendor was never disclosed', () => {
    const hidden = { tcString: tcString({ purposes: 'all', vendors, disclosed: [755] }) };
    const consent = consentOf([commit(1000), tcf('tcloaded', 1100, hidden)]);
    expect(consent.verdict({ at: 1500, place, vendor: linkedIn }).undisclosed).toBe(true);
    expect(consent.verdict({ at: 1500, place, vendor: googleAds }).undisclosed).toBe(false);
  });
});

describe('frames', () => {
  const grandchild: Place = { ...frame, documentId: 'D3', parentDocumentId: 'D2', frameId: 5 };
  const orphan: Place = { tabId: 1, frameId: 6, documentId: 'D4', url: 'https://o.example/' };
  const top = [commit(1000), tcf('tcloaded', 1100, all)];
  it.each([
    ['the tool of the top document covers a frame', top, frame, 'granted'],
    ['and a frame inside it', [...top, commit(1010, frame)], grandchild, 'granted'],
    ['and a frame whose parent nobody named', top, orphan, 'granted'],
    ['a frame’s own tool is asked first', [...top, commit(1010, frame), tcf('tcloaded', 1200, none, frame)], frame, 'denied'],
    [
      'a frame’s tool says nothing of the page around it',
      [commit(1000), commit(1010, frame), tcf('tcloaded', 1200, all, frame)],
      place,
      'unknown',
    ],
    ['nor of another tab', top, { ...place, tabId: 2, documentId: 'D7' }, 'unknown'],
    ['nor of the next document of the same tab', top, { ...place, documentId: 'D6' }, 'unknown'],
    [
      'a document without id is found by tab, frame and address',
      top,
      { ...place, documentId: null, url: 'https://a.example/#x' },
      'granted',
    ],
    ['and not found by another address', top, { ...place, documentId: null, url: 'https://b.example/' }, 'unknown'],
    ['a worker of no tab cannot be told', top, { tabId: null, frameId: null, documentId: null, url: null }, 'unknown'],
    [
      'a page rendered ahead does not inherit from the page that asked for it',
      top,
      { ...orphan, lifecycle: 'prerender' },
      'unknown',
    ],
  ] as [string, Signal[], Place, string][])('%s', (_name, signals, where, verdict) => {
    expect(consentOf(signals).verdict({ at: 2000, place: where, vendor: linkedIn })).toMatchObject({ verdict });
  });

  it('are not fooled by documents that claim to hold each other', () => {
    const a = { ...frame, documentId: 'A', parentDocumentId: 'B' };
    const b = { ...frame, documentId: 'B', parentDocumentId: 'A' };
    const consent = consentOf([commit(1000, a), commit(1000, b), tcf('tcloaded', 1100, all, b)]);
    expect(consent.verdict({ at: 2000, place: a, vendor: linkedIn }).verdict).toBe('granted');
  });
});

describe('the jurisdiction of the settings', () => {
  const shown = [commit(1000), tcf('cmpuishown', 1070)];
  it.each([
    ['auto', [], 'unknown', 'none'],
    ['eu', [], 'pending', 'settings'],
    ['us', [], 'not-required', 'settings'],
    ['none', [], 'not-required', 'settings'],
    ['eu', shown, 'pending', 'tcf'],
    ['us', shown, 'not-required', 'settings'],
    ['us', [commit(1000), tcf('tcloaded', 1100, none)], 'denied', 'tcf'],
    ['none', [commit(1000), tcf('tcloaded', 1100, all)], 'granted', 'tcf'],
    ['eu', [commit(1000), tcf('tcloaded', 1100, { gdprApplies: false })], 'not-required', 'tcf'],
  ] as [Jurisdiction, Signal[], string, string][])('%s', (jurisdiction, signals, verdict, framework) => {
    const answer = consentOf(signals, jurisdiction).verdict({ at: 2000, place, vendor: linkedIn });
    expect(answer).toMatchObject({ verdict, basis: { framework }, agreement: 'silent' });
  });
});

describe('agreement of the hit', () => {
  const storage = (ad: 'granted' | 'denied' | 'unset'): CarriedConsent => ({
    signals: { ad_storage: ad, analytics_storage: 'granted' },
  });
  const refused = [commit(1000), tcf('cmpuishown', 1070), tcf('useractioncomplete', 3000, none)];
  const accepted = [commit(1000), tcf('cmpuishown', 1070), tcf('useractioncomplete', 3000, all)];
  it.each([
    ['page refused, hit denied', refused, 4000, storage('denied'), 'agrees'],
    ['page refused, hit granted', refused, 4000, storage('granted'), 'contradicts'],
    ['page allowed, hit granted', accepted, 4000, storage('granted'), 'agrees'],
    ['page allowed, hit denied', accepted, 4000, storage('denied'), 'contradicts'],
    ['nothing chosen, hit denied', accepted, 2000, storage('denied'), 'agrees'],
    ['nothing chosen, hit granted', accepted, 2000, storage('granted'), 'contradicts'],
    ['hit says "not set"', refused, 4000, storage('unset'), 'silent'],
    [
      'hit speaks of another storage',
      refused,
      4000,
      { signals: { analytics_storage: 'granted', ad_user_data: 'granted' } },
      'silent',
    ],
    ['hit says nothing', refused, 4000, undefined, 'silent'],
    ['page refused, hit carries an accepting string', refused, 4000, { tcf: all.tcString }, 'contradicts'],
    ['page refused, hit carries a broken string', refused, 4000, { tcf: 'CQinventedTCF' }, 'silent'],
    ['page cannot be told', [], 4000, { granted: true }, 'silent'],
  ] as [string, Signal[], number, CarriedConsent | undefined, string][])('%s', (_name, signals, at, carried, agreement) => {
    expect(consentOf(signals).verdict({ at, place, vendor: googleAds, carried }).agreement).toBe(agreement);
  });

  it('says since when the page has held its word, for batches composed earlier', () => {
    const consent = consentOf(refused);
    const at = (instant: number, carried = storage('granted')) =>
      consent.verdict({ at: instant, place, vendor: googleAds, carried });
    expect(at(4000).heldSince).toBe(3000);
    expect(at(2000).heldSince).toBeNull();
    expect(at(4000, storage('denied'))).not.toHaveProperty('heldSince');
  });

  it('counts from what was seen first where the start was not watched', () => {
    const consent = consentOf([tcf('tcloaded', 1100, none)]);
    expect(consent.verdict({ at: 4000, place, vendor: googleAds, carried: storage('granted') }).heldSince).toBe(1100);
  });
});

describe('limited mode', () => {
  const table: [string, VendorFacts, CarriedConsent, Jurisdiction, boolean][] = [
    ['GA4, G100', ga4, { signals: { ad_storage: 'denied', analytics_storage: 'denied' } }, 'auto', true],
    ['GA4, G110', ga4, { signals: { ad_storage: 'granted', analytics_storage: 'denied' } }, 'auto', true],
    ['GA4, G101', ga4, { signals: { ad_storage: 'denied', analytics_storage: 'granted' } }, 'auto', false],
    ['GA4, G1--', ga4, { signals: { ad_storage: 'unset', analytics_storage: 'unset' } }, 'auto', false],
    ['Ads, G100', googleAds, { signals: { ad_storage: 'denied', analytics_storage: 'denied' } }, 'auto', true],
    ['Ads, G101', googleAds, { signals: { ad_storage: 'denied', analytics_storage: 'granted' } }, 'auto', true],
    ['Ads, G110', googleAds, { signals: { ad_storage: 'granted', analytics_storage: 'denied' } }, 'auto', false],
    ['UET, asc=D', microsoft, { signals: { ad_storage: 'denied' } }, 'auto', true],
    ['UET, asc=G', microsoft, { signals: { ad_storage: 'granted' } }, 'auto', false],
    ['Meta, limited data use, law unknown', meta, { ldu: true }, 'auto', false],
    ['Meta, limited data use, Europe', meta, { ldu: true }, 'eu', false],
    ['Meta, limited data use, United States', meta, { ldu: true }, 'us', true],
    ['Meta, without it, United States', meta, { ldu: false }, 'us', false],
    ['a vendor without such a mode', quora, {}, 'us', false],
  ];
  it.each(table)('%s', (_name, vendor, carried, jurisdiction, limited) => {
    expect(consentOf([], jurisdiction).verdict({ at: 1, place, vendor, carried }).limited).toBe(limited);
  });
});

describe('reports that were lost', () => {
  const row = (n: number) => ({ sequence: { sensor: 's', n } });
  const shown = { ...tcf('cmpuishown', 1100), ...row(0) };
  const chosen = { ...tcf('useractioncomplete', 2000, none), ...row(1) };
  const later = { ...gtag(3000, ['event', 'x']), ...row(2) };
  const stored = { ...tcf('tcloaded', 1400, all), ...row(1) };
  const verdict = (signals: Signal[], at: number) => consentOf(signals).verdict({ at, place, vendor: linkedIn }).verdict;
  it.each([
    ['nothing lost', [shown, chosen, later], 2500, 'denied'],
    ['the refusal', [shown, later], 2500, 'unknown'],
    ['the dialog, after the refusal', [chosen, later], 2500, 'denied'],
    ['something before a stored choice', [stored], 1200, 'unknown'],
    ['something before a stored choice, after it', [stored], 1500, 'granted'],
    ['something after the refusal', [shown, chosen, { ...later, ...row(3) }], 3500, 'unknown'],
    ['something after the fire', [shown, chosen, { ...later, ...row(3) }], 1999, 'pending'],
  ])('%s', (_name, signals, at, expected) => {
    expect(verdict([commit(1000), request(1001), ...signals], at)).toBe(expected);
  });

  it('are not suspected while only some kinds of signals are handed over', () => {
    expect(verdict([commit(1000), shown, later], 2500)).toBe('pending');
  });
});

describe('push', () => {
  it('says whether a signal mattered, and the second time that it did not', () => {
    const consent = createConsent({ jurisdiction: 'auto' });
    const spoken = tcf('cmpuishown', 1100);
    const signals = [
      commit(1000),
      spoken,
      spoken,
      gtag(1, ['event', 'x']),
      gtag(1, ['consent', 'update', { ad_storage: 'granted' }]),
    ];
    expect(signals.map((signal) => consent.push(signal))).toEqual([true, true, false, false, true]);
  });
});
