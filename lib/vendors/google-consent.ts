import type { CarriedConsent, ConsentState, ConsentType } from '../model';
import type { Labels } from './dictionary';
import { firstOf, type Sent, textOf } from './sent';

/**
 * Consent as Google's hits carry it. Read by position: `gcs` is `G1` + ad_storage + analytics_storage; `gcd` is a version letter, then for
 * ad_storage, analytics_storage, ad_user_data and ad_personalization a separator and a state letter. Google documents neither; the layout is
 * from https://www.simoahava.com/analytics/consent-mode-v2-google-tags/ and agrees with every hit we have seen.
 */
export const consentLabels = {
  gcs: ['Consent state', 'consent'],
  gcd: ['Consent details', 'consent'],
  npa: ['No personalised ads', 'consent'],
  dma: ['Digital Markets Act applies', 'consent'],
  dma_cps: ['Core platform services allowed', 'consent'],
  pscdl: ['Cookie deprecation label', 'consent'],
  gcu: ['Consent just updated', 'consent'],
  gcut: ['Kind of consent update', 'consent'],
  gdpr: ['GDPR applies', 'consent'],
  gdpr_consent: ['TCF string', 'consent'],
  addtl_consent: ['Additional Consent string', 'consent'],
  gpp: ['GPP string', 'consent'],
  gpp_sid: ['GPP sections', 'consent'],
  us_privacy: ['US Privacy string', 'consent'],
} as const satisfies Labels;

const order: readonly ConsentType[] = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const rawKeys = ['gcs', 'gcd', 'npa', 'dma', 'dma_cps', 'pscdl', 'gcu', 'gcut'] as const;

type Places = Readonly<Record<keyof typeof consentLabels, number>>;

/** Reads consent out of what a dictionary with these labels was sent. */
export function consentReader(at: Places): (sent: Sent) => CarriedConsent | undefined {
  const places = rawKeys.map((key) => ({ key, place: at[key] }));

  // `undefined` when the hit carries nothing about consent. An explicit state in `gcd` counts; what it leaves unset, `gcs` may say.
  return (sent) => {
    let raw: Record<string, string> | undefined;
    for (const { key, place } of places) {
      const value = firstOf(sent, place);
      if (value === undefined) continue;
      raw ??= {};
      raw[key] = value;
    }
    const tcf = textOf(sent, at.gdpr_consent);
    const ac = textOf(sent, at.addtl_consent);
    const gpp = textOf(sent, at.gpp);
    const usPrivacy = textOf(sent, at.us_privacy);
    if ((raw ?? tcf ?? ac ?? gpp ?? usPrivacy) === undefined) return undefined;
    const consent: CarriedConsent = {};
    if (raw?.gcs !== undefined || raw?.gcd !== undefined) consent.signals = signalsOf(raw.gcs, raw.gcd);
    if (tcf !== undefined) consent.tcf = tcf;
    if (ac !== undefined) consent.ac = ac;
    if (gpp !== undefined) consent.gpp = gpp;
    if (usPrivacy !== undefined) consent.usPrivacy = usPrivacy;
    if (raw) consent.raw = raw;
    return consent;
  };
}

type States = Partial<Record<ConsentType, ConsentState>>;

function signalsOf(gcs: string | undefined, gcd: string | undefined): States {
  const states: States = {};
  if (gcd && gcd.length >= 9) {
    for (let place = 0; place < 4; place += 1) {
      const type = order[place];
      if (type) states[type] = stateIn(gcd, place);
    }
  }
  if (!gcs || !/^G1[01-]{2}/.test(gcs)) return states;
  if ((states.ad_storage ?? 'unset') === 'unset') states.ad_storage = digit(gcs.charCodeAt(2));
  if ((states.analytics_storage ?? 'unset') === 'unset') states.analytics_storage = digit(gcs.charCodeAt(3));
  return states;
}

function digit(letter: number): ConsentState {
  return letter === 49 ? 'granted' : letter === 48 ? 'denied' : 'unset';
}

/**
 * A state letter packs declare, default and update in two bits each (1 unset, 2 denied, 3 granted); a separator may delegate to another type,
 * whose own state then counts. An implicit state (what the tag assumes for want of any) is nobody's word and is left unset.
 */
function stateIn(gcd: string, place: number): ConsentState {
  const own = codeAt(gcd, 2 + 2 * place);
  const said = effective(own);
  if (said !== undefined) return said;
  const delegate = (codeAt(gcd, 1 + 2 * place) >> 2) - 12;
  const delegated = delegate >= 0 && delegate < 4 ? effective(codeAt(gcd, 2 + 2 * delegate)) : undefined;
  return delegated ?? (own < 0 ? undefined : bits((own >> 4) & 3)) ?? 'unset';
}

/** -1 for a letter of no meaning. */
function codeAt(gcd: string, at: number): number {
  return alphabet.indexOf(gcd.charAt(at));
}

function effective(code: number): ConsentState | undefined {
  return code < 0 ? undefined : (bits(code & 3) ?? bits((code >> 2) & 3));
}

function bits(value: number): ConsentState | undefined {
  return value === 3 ? 'granted' : value === 2 ? 'denied' : undefined;
}
