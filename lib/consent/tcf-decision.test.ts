import { describe, expect, it } from 'vitest';
import { criteo, linkedIn, meta, microsoft, quora, type TcChoice, tcString } from '../../test/helpers/consent-signals';
import type { TcfAnswer, VendorFacts } from '../model';
import { readTcString } from './read-tc-string';
import { decideTcf, type Use } from './tcf-decision';

const vendors = [804, 91];
const answer = (choice: TcChoice, more: TcfAnswer = {}): TcfAnswer => ({ tcString: tcString(choice), ...more });

function setBits(tc: string, bits: readonly number[]): string {
  const letters = [...tc];
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const bit of bits) {
    const index = Math.floor(bit / 6);
    const value = alphabet.indexOf(letters[index] ?? '') | (1 << (5 - (bit % 6)));
    letters[index] = alphabet[value] ?? '';
  }
  return letters.join('');
}

describe('a vendor on the vendor list', () => {
  const table: [name: string, choice: TcChoice, vendor: VendorFacts, use: Use, verdict: string][] = [
    ['everything accepted', { purposes: 'all', vendors }, linkedIn, 'any', 'granted'],
    ['everything refused', { purposes: [], vendors: [] }, linkedIn, 'any', 'denied'],
    ['all purposes, but not this vendor', { purposes: 'all', vendors: [755] }, linkedIn, 'any', 'denied'],
    ['this vendor, but no purpose', { purposes: [], vendors }, linkedIn, 'any', 'denied'],
    ['all but storage', { purposes: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], vendors }, linkedIn, 'any', 'denied'],
    ['storage alone', { purposes: [1], vendors }, linkedIn, 'any', 'denied'],
    ['storage and a purpose the vendor never declared', { purposes: [1, 5], vendors }, linkedIn, 'any', 'denied'],
    ['storage and measurement, a conversion', { purposes: [1, 7], vendors }, linkedIn, 'measurement', 'granted'],
    ['storage and measurement, an audience', { purposes: [1, 7], vendors }, linkedIn, 'audience', 'denied'],
    ['storage and profiles, an audience', { purposes: [1, 3, 4], vendors }, linkedIn, 'audience', 'granted'],
    ['storage and one of two profile purposes, an audience', { purposes: [1, 3], vendors }, linkedIn, 'audience', 'denied'],
    ['storage and profiles, a conversion', { purposes: [1, 3, 4], vendors }, linkedIn, 'measurement', 'denied'],
    [
      'measurement by legitimate interest',
      { purposes: [1], vendors, interests: [7], vendorInterests: [804] },
      linkedIn,
      'measurement',
      'granted',
    ],
    [
      'legitimate interest the visitor objected to for this vendor',
      { purposes: [1], vendors, interests: [7], vendorInterests: [755] },
      linkedIn,
      'measurement',
      'denied',
    ],
    [
      'legitimate interest where the vendor declared consent only',
      { purposes: [1], vendors, interests: [7], vendorInterests: [91] },
      criteo,
      'measurement',
      'denied',
    ],
    [
      'legitimate interest without storage',
      { purposes: [], vendors: [], interests: [2, 7, 9, 10], vendorInterests: [804] },
      linkedIn,
      'measurement',
      'denied',
    ],
    [
      'purpose forbidden by the publisher',
      { purposes: 'all', vendors, restrictions: [[7, 0, 804]] },
      linkedIn,
      'measurement',
      'denied',
    ],
    ['another vendor forbidden', { purposes: 'all', vendors, restrictions: [[7, 0, 755]] }, linkedIn, 'measurement', 'granted'],
    [
      'consent required by the publisher and not given',
      { purposes: [1], vendors, interests: [7], vendorInterests: [804], restrictions: [[7, 1, 804]] },
      linkedIn,
      'measurement',
      'denied',
    ],
    [
      'legitimate interest required by the publisher, objected to',
      { purposes: 'all', vendors: [1126], restrictions: [[7, 2, 1126]] },
      microsoft,
      'measurement',
      'denied',
    ],
    [
      'legitimate interest required and there',
      { purposes: [1], vendors: [1126], interests: [7], vendorInterests: [1126], restrictions: [[7, 2, 1126]] },
      microsoft,
      'measurement',
      'granted',
    ],
    [
      'purpose 1 unasked in Switzerland',
      { purposes: [7], vendors, purposeOneUnaskedIn: 'CH' },
      linkedIn,
      'measurement',
      'granted',
    ],
    ['purpose 1 unasked elsewhere', { purposes: [7], vendors, purposeOneUnaskedIn: 'FR' }, linkedIn, 'measurement', 'unknown'],
  ];
  it.each(table)('%s', (_name, choice, vendor, use, verdict) => {
    expect(decideTcf(answer(choice), vendor, use)).toMatchObject({ verdict, framework: 'tcf' });
  });

  it('never takes profiles by legitimate interest, whatever string and facts claim', () => {
    const tc = tcString({ purposes: [1], vendors, vendorInterests: [804] });
    // Bit 176 begins the legitimate interests: purposes 3 and 4 are the third and fourth. The encoder would not set them.
    const claimed = setBits(tc, [178, 179]);
    const flexible = { ...linkedIn, consent: { ...linkedIn.consent, flexiblePurposes: [3, 4] } };
    const reading = readTcString(claimed);
    expect('malformed' in reading || [3, 4].map((purpose) => reading.purposeInterest(purpose))).toEqual([true, true]);
    expect(decideTcf({ tcString: claimed }, flexible, 'audience')).toMatchObject({ verdict: 'denied' });
  });

  it('names the purposes as the visitor read them', () => {
    const decision = decideTcf(answer({ purposes: [1, 7], vendors }), linkedIn, 'measurement');
    expect(decision?.words).toContain('LinkedIn (IAB vendor 804)');
    expect(decision?.words).toContain('“Measure advertising performance”');
    expect(decision?.words).toMatch(/but not .*“Create profiles for personalised advertising”/);
  });

  it('says when it was never disclosed, and only then', () => {
    const hidden = decideTcf(answer({ purposes: 'all', vendors, disclosed: [755] }), linkedIn, 'any');
    const shown = decideTcf(answer({ purposes: 'all', vendors, disclosed: [804] }), linkedIn, 'any');
    expect([hidden?.undisclosed, shown?.undisclosed]).toEqual([true, false]);
  });
});

describe('a vendor of special purposes only', () => {
  const special: VendorFacts = { ...linkedIn, consent: { required: true, gvlId: 804, consentPurposes: [], source: 'invented' } };
  it.each([
    ['disclosed', { purposes: [], vendors: [], disclosed: [804] }, 'granted'],
    ['not disclosed', { purposes: 'all', vendors, disclosed: [755] }, 'denied'],
  ] as [string, TcChoice, string][])('%s', (_name, choice, verdict) => {
    expect(decideTcf(answer(choice), special, 'any')).toMatchObject({ verdict });
  });

  it('cannot be told from a string of TCF 2.2', () => {
    const [core = ''] = tcString({ purposes: 'all', vendors }).split('.');
    expect(decideTcf({ tcString: core }, special, 'any')).toMatchObject({ verdict: 'unknown' });
  });
});

describe('a vendor outside the vendor list', () => {
  const all = tcString({ purposes: 'all', vendors });
  const none = tcString({ purposes: [], vendors: [] });
  it.each([
    ['allowed, version 2', { tcString: all, addtlConsent: '2~89~dv.' }, 'granted'],
    ['allowed, version 1', { tcString: all, addtlConsent: '1~35.89' }, 'granted'],
    ['shown and refused', { tcString: none, addtlConsent: '2~~dv.35.89' }, 'denied'],
    ['left out of version 1', { tcString: all, addtlConsent: '1~35.41' }, 'denied'],
  ])('%s', (_name, spoken, verdict) => {
    expect(decideTcf(spoken, meta, 'any')).toMatchObject({ verdict, framework: 'additional-consent' });
  });

  it.each([
    ['no Additional Consent string, all refused', { tcString: none }, meta],
    ['no Additional Consent string, all accepted', { tcString: all }, meta],
    ['never shown to the visitor', { tcString: none, addtlConsent: '2~35~dv.41' }, meta],
    ['an Additional Consent string that is none', { tcString: none, addtlConsent: 'yes' }, meta],
    ['no provider id either', { tcString: none, addtlConsent: '2~~dv.89' }, quora],
  ])('is not spoken for, so never denied: %s', (_name, spoken, vendor) => {
    expect(decideTcf(spoken, vendor, 'any')).toBeNull();
  });
});

describe('a string that cannot be read', () => {
  const broken = { tcString: 'CQ-broken' };
  it.each([
    ['alone', broken, 'unknown'],
    ['with half of the lists', { ...broken, purposeConsents: [1, 7] }, 'unknown'],
    ['with lists that allow', { ...broken, purposeConsents: [1, 7], vendorConsents: [804] }, 'granted'],
    ['with lists that refuse the vendor', { ...broken, purposeConsents: [1, 7], vendorConsents: [755] }, 'denied'],
    ['with lists that refuse storage', { ...broken, purposeConsents: [7], vendorConsents: [804] }, 'denied'],
    ['where legitimate interest might still carry it', { ...broken, purposeConsents: [1], vendorConsents: [804] }, 'unknown'],
  ])('%s', (_name, spoken, verdict) => {
    const decision = decideTcf(spoken, linkedIn, 'measurement');
    expect(decision).toMatchObject({ verdict });
    expect(decision?.words).toContain('cannot be read');
  });
});
