import { describe, expect, it } from 'vitest';
import {
  call,
  commit,
  ga4,
  gtag,
  linkedIn,
  meta,
  microsoft,
  place,
  quora,
  spoken,
  tcf,
  tcString,
} from '../../test/helpers/consent-signals';
import type { CarriedConsent, Json, Signal, VendorFacts } from '../model';
import { createConsent } from './create-consent';

const all = tcString({ purposes: 'all', vendors: [755, 804, 1126] });
const none = tcString({ purposes: [], vendors: [] });

function verdictOf(signals: readonly Signal[], at: number, vendor: VendorFacts, carried?: CarriedConsent) {
  const consent = createConsent({ jurisdiction: 'auto' });
  for (const signal of [commit(1000), ...signals]) consent.push(signal);
  return consent.verdict({ at, place, vendor, carried });
}

describe('GPP and US Privacy', () => {
  const gpp = (at: number, more: Record<string, Json>) =>
    spoken('gpp', at, { signalStatus: 'ready', applicableSections: [7], sectionList: [7], ...more });
  const usnat = (fields: Json) => ({ parsedSections: { usnat: [fields, { Gpc: false }] } });
  const europe = { applicableSections: [2], sectionList: [2], gppString: `DBABMA~${none}` };
  const table: [string, Signal[], number, VendorFacts, string][] = [
    ['opted out of sale', [gpp(1100, usnat({ SaleOptOut: 1, SharingOptOut: 2 }))], 2000, meta, 'denied'],
    ['opted out before this visit', [gpp(1100, usnat({ SaleOptOut: 1 }))], 1050, meta, 'denied'],
    ['did not opt out', [gpp(1100, usnat({ SaleOptOut: 2, SharingOptOut: 2 }))], 2000, meta, 'granted'],
    [
      'opted out later, before',
      [gpp(1100, usnat({ SaleOptOut: 2 })), gpp(3000, usnat({ SaleOptOut: 1 }))],
      2000,
      meta,
      'granted',
    ],
    ['opted out later, after', [gpp(1100, usnat({ SaleOptOut: 2 })), gpp(3000, usnat({ SaleOptOut: 1 }))], 3000, meta, 'denied'],
    ['opt-outs do not reach analytics', [gpp(1100, usnat({ SaleOptOut: 1 }))], 2000, ga4, 'unknown'],
    ['nothing applies', [gpp(1100, { applicableSections: [-1], ...usnat({ SaleOptOut: 1 }) })], 2000, meta, 'unknown'],
    ['not ready', [gpp(1100, { signalStatus: 'not ready', ...usnat({ SaleOptOut: 1 }) })], 2000, meta, 'unknown'],
    ['not applicable by its own bits', [gpp(1100, usnat({ SaleOptOut: 0 }))], 2000, meta, 'unknown'],
    [
      'inside an event',
      [spoken('gpp', 1100, { pingData: { applicableSections: [7], ...usnat({ SaleOptOut: 1 }) } })],
      2000,
      meta,
      'denied',
    ],
    ['European section refused', [gpp(1100, europe)], 2000, linkedIn, 'denied'],
    [
      'European section, being asked',
      [gpp(1100, { ...europe, signalStatus: 'not ready', cmpDisplayStatus: 'visible' })],
      1050,
      linkedIn,
      'pending',
    ],
    [
      'European section without its string',
      [gpp(1100, { applicableSections: [2], sectionList: [7] })],
      2000,
      linkedIn,
      'unknown',
    ],
    ['US Privacy, opted out', [spoken('us-privacy', 1100, '1YYN')], 2000, meta, 'denied'],
    ['US Privacy, in an object', [spoken('us-privacy', 1100, { uspString: '1YNN' })], 2000, meta, 'granted'],
    ['US Privacy, not applicable', [spoken('us-privacy', 1100, '1---')], 2000, meta, 'unknown'],
    ['US Privacy, garbage', [spoken('us-privacy', 1100, '1YYNYYY')], 2000, meta, 'unknown'],
    [
      'GDPR does not apply, opted out under US law',
      [tcf('tcloaded', 1100, { gdprApplies: false }), gpp(1200, usnat({ SaleOptOut: 1 }))],
      2000,
      meta,
      'denied',
    ],
    [
      'GDPR does not apply, not opted out',
      [tcf('tcloaded', 1100, { gdprApplies: false }), gpp(1200, usnat({ SaleOptOut: 2 }))],
      2000,
      meta,
      'not-required',
    ],
  ];
  it.each(table)('%s', (_name, signals, at, vendor, verdict) => {
    expect(verdictOf(signals, at, vendor)).toMatchObject({ verdict });
  });

  it('make limited data use the documented answer', () => {
    const signals = [gpp(1100, usnat({ SaleOptOut: 1 }))];
    expect(verdictOf(signals, 2000, meta, { ldu: true })).toMatchObject({ verdict: 'denied', limited: true });
    expect(verdictOf(signals, 2000, meta, {})).toMatchObject({ verdict: 'denied', limited: false });
  });
});

describe('a consent tool outside the frameworks', () => {
  const tool = (at: number, answered: boolean, categories: Json = null, event = 'read'): Signal => ({
    ...spoken('cmp', at, { name: 'Klaro', answered, categories }),
    event,
  });
  const table: [string, Signal[], number, VendorFacts, string][] = [
    ['nothing chosen', [tool(1100, false)], 1050, meta, 'pending'],
    ['chosen, before', [tool(1100, false), tool(3000, true, { marketing: true }, 'chosen')], 2000, meta, 'pending'],
    ['allowed', [tool(1100, false), tool(3000, true, { marketing: true }, 'chosen')], 3000, meta, 'granted'],
    ['refused', [tool(1100, false), tool(3000, true, { marketing: false }, 'chosen')], 3000, meta, 'denied'],
    ['stored', [tool(1100, true, { marketing: true })], 1050, meta, 'granted'],
    ['chosen just now is not stored', [tool(1100, true, { marketing: true }, 'chosen')], 1050, meta, 'unknown'],
    ['opened again', [tool(1100, true, { marketing: true }), tool(4000, false)], 5000, meta, 'granted'],
    ['OneTrust’s own ids', [tool(1100, true, { C0002: true, C0004: false })], 2000, meta, 'denied'],
    ['analytics by its own category', [tool(1100, true, { statistics: true, marketing: false })], 2000, ga4, 'granted'],
    ['no category that fits', [tool(1100, true, { group1: true })], 2000, meta, 'unknown'],
    ['two categories that differ', [tool(1100, true, { advertising: true, 'marketing-social': false })], 2000, meta, 'unknown'],
    ['of no shape we know', [spoken('cmp', 1100, ['Klaro', true])], 2000, meta, 'unknown'],
  ];
  it.each(table)('%s', (_name, signals, at, vendor, verdict) => {
    expect(verdictOf(signals, at, vendor)).toMatchObject({ verdict });
  });
});

describe("a vendor's own switch", () => {
  const fbq = (at: number, word: string) => call(at, { api: 'fbq', args: ['consent', word] });
  const uetq = (at: number, command: string, state: string) =>
    call(at, { api: 'uetq', method: 'push', args: ['consent', command, { ad_storage: state }] });
  const uet: VendorFacts = { ...quora, apis: ['uetq'] };
  const tiktok: VendorFacts = { ...quora, apis: ['ttq'] };
  const table: [string, Signal[], number, VendorFacts, string][] = [
    ['held', [fbq(1001, 'revoke')], 2000, meta, 'pending'],
    ['held, then granted', [fbq(1001, 'revoke'), fbq(3000, 'grant')], 3000, meta, 'granted'],
    ['granted, then revoked', [fbq(1001, 'grant'), fbq(3000, 'revoke')], 4000, meta, 'denied'],
    ['another word', [fbq(1001, 'maybe')], 2000, meta, 'unknown'],
    ['another vendor', [fbq(1001, 'revoke')], 2000, quora, 'unknown'],
    ['UET, default denied', [uetq(1001, 'default', 'denied')], 2000, uet, 'pending'],
    ['UET, update denied', [uetq(1001, 'default', 'denied'), uetq(1900, 'update', 'denied')], 2000, uet, 'denied'],
    ['UET, update granted', [uetq(1001, 'default', 'denied'), uetq(1900, 'update', 'granted')], 2000, uet, 'granted'],
    ['TikTok, held', [call(1001, { api: 'ttq', method: 'holdConsent', args: [] })], 2000, tiktok, 'pending'],
    ['TikTok, revoked', [call(1001, { api: 'ttq', args: ['revokeConsent'] })], 2000, tiktok, 'denied'],
    [
      'Pinterest, not given',
      [call(1001, { api: 'pintrk', args: ['setconsent', false] })],
      2000,
      { ...quora, apis: ['pintrk'] },
      'pending',
    ],
    [
      'Pinterest, given, as a word',
      [call(1001, { api: 'pintrk', args: ['setconsent', 'true'] })],
      2000,
      { ...quora, apis: ['pintrk'] },
      'granted',
    ],
    ['a call that is no switch', [call(1001, { api: 'fbq', args: ['track', 'Lead'] })], 2000, meta, 'unknown'],
  ];
  it.each(table)('%s', (_name, signals, at, vendor, verdict) => {
    expect(verdictOf(signals, at, vendor)).toMatchObject({ verdict });
  });
});

describe('precedence', () => {
  const opposite = [
    tcf('tcloaded', 1100, { tcString: none }),
    spoken('gpp', 1100, { applicableSections: [7], parsedSections: { usnat: { SaleOptOut: 2 } } }),
    spoken('cmp', 1100, { name: 'Klaro', answered: true, categories: { marketing: true } }),
    gtag(1100, ['consent', 'update', { ad_storage: 'granted' }]),
  ];
  it('takes the first that speaks, whatever comes after it', () => {
    expect(verdictOf(opposite, 2000, microsoft)).toMatchObject({ verdict: 'denied', basis: { framework: 'tcf' } });
    expect(verdictOf(opposite.slice(1), 2000, microsoft).basis.framework).toBe('gpp');
    expect(verdictOf(opposite.slice(2), 2000, microsoft).basis.framework).toBe('cmp');
    expect(verdictOf(opposite.slice(3), 2000, microsoft).basis.framework).toBe('consent-mode');
  });

  it('passes over one that cannot speak for the vendor', () => {
    const signals = [tcf('tcloaded', 1100, { tcString: all }), call(1200, { api: 'fbq', args: ['consent', 'grant'] })];
    expect(verdictOf(signals, 2000, meta)).toMatchObject({ verdict: 'granted', basis: { framework: 'vendor-switch' } });
  });
});

describe('where the page said nothing the hit is the basis', () => {
  const gcs = (state: 'granted' | 'denied', gcd?: string): CarriedConsent => ({
    signals: { analytics_storage: state },
    raw: gcd === undefined ? {} : { gcd },
  });
  const table: [string, VendorFacts, CarriedConsent | undefined, string, string][] = [
    ['granted by update', ga4, gcs('granted', '13r3r3r3r5l1'), 'granted', 'granted'],
    ['granted by default', ga4, gcs('granted', '13t3t3t3t5l1'), 'granted', "site's default"],
    ['denied by default', ga4, gcs('denied', '13p3p3p3p5l1'), 'pending', 'too early'],
    ['denied by update', ga4, gcs('denied', '13q3q3q3q5l1'), 'denied', 'refused'],
    ['denied by an update without a default', ga4, gcs('denied', '13m3m3m3m5l1'), 'denied', 'refused'],
    ['denied, only one of the two letters is ours', ga4, gcs('denied', '13q3p3q3q5l1'), 'pending', 'too early'],
    ['denied, no letters', ga4, gcs('denied'), 'denied', 'refused, or not chosen yet'],
    ['a TC string that allows', linkedIn, { tcf: all }, 'granted', "the hit's own consent string"],
    ['a TC string that refuses', linkedIn, { tcf: none }, 'denied', "the hit's own consent string"],
    ['a TC string that cannot be read', linkedIn, { tcf: 'CQinventedTCF' }, 'unknown', 'cannot be read'],
    ['GDPR does not apply', linkedIn, { tcf: none, raw: { gdpr: '0' } }, 'not-required', 'gdpr=0'],
    ['an Additional Consent string', meta, { ac: '2~~dv.89' }, 'denied', 'Meta'],
    ['a plain yes', quora, { granted: true }, 'granted', 'consent was given'],
    ['a plain no', quora, { granted: false }, 'denied', 'consent was not given'],
    ['US Privacy, opted out', quora, { usPrivacy: '1YYN' }, 'denied', 'opted out of sale'],
    ['US Privacy, not applicable', quora, { usPrivacy: '1---' }, 'unknown', 'neither the page nor the request'],
    ['limited data use is no choice', meta, { ldu: true }, 'unknown', 'neither the page nor the request'],
    ['nothing', ga4, undefined, 'unknown', 'neither the page nor the request'],
  ];
  it.each(table)('%s', (_name, vendor, carried, verdict, words) => {
    const answer = verdictOf([], 2000, vendor, carried);
    expect(answer).toMatchObject({
      verdict,
      agreement: 'silent',
      basis: { framework: verdict === 'unknown' && !carried?.tcf ? 'none' : 'hit' },
    });
    expect(answer.basis.words).toContain(words);
  });

  it('and not where it said something', () => {
    const answer = verdictOf([tcf('cmpuishown', 1100)], 2000, linkedIn, { tcf: all });
    expect(answer).toMatchObject({ verdict: 'pending', basis: { framework: 'tcf' }, agreement: 'contradicts' });
  });
});
