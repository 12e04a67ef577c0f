import type { CarriedConsent, ConsentState, ConsentType } from '../model';
import type { Field } from './fields';
import { isEmpty } from './kit';

/**
 * Consent as Google's hits carry it. Read by position: `gcs` is `G1` + ad_storage + analytics_storage; `gcd` is a version letter, then for
 * ad_storage, analytics_storage, ad_user_data and ad_personalization a separator and a state letter. Google documents neither; the layout is
 * from https://www.simoahava.com/analytics/consent-mode-v2-google-tags/ and agrees with every hit we have seen.
 */
const order: readonly ConsentType[] = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const rawKeys = new Set(['gcs', 'gcd', 'npa', 'dma', 'dma_cps', 'pscdl', 'gcu', 'gcut']);

/** `undefined` when the hit carries nothing about consent. An explicit state in `gcd` counts; what it leaves unset, `gcs` may say. */
export function googleConsent(fields: readonly Field[]): CarriedConsent | undefined {
  const raw: Record<string, string> = {};
  for (const { key, value } of fields) if (rawKeys.has(key) && raw[key] === undefined) raw[key] = value;
  const strings = iabStrings(fields);
  if (isEmpty(raw)) return isEmpty(strings) ? undefined : strings;
  if (raw.gcs === undefined && raw.gcd === undefined) return { ...strings, raw };
  const short = readGcs(raw.gcs);
  const signals = readGcd(raw.gcd);
  for (const type of order) if (short[type] !== undefined && (signals[type] ?? 'unset') === 'unset') signals[type] = short[type];
  return { signals, ...strings, raw };
}

/** IAB strings that ride on a hit under their usual names (https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform). */
function iabStrings(fields: readonly Field[]): Pick<CarriedConsent, 'tcf' | 'ac' | 'gpp' | 'usPrivacy'> {
  const found: Pick<CarriedConsent, 'tcf' | 'ac' | 'gpp' | 'usPrivacy'> = {};
  for (const { key, value } of fields) {
    const name = iabNames.get(key);
    if (name && value !== '') found[name] ??= value;
  }
  return found;
}

const iabNames = new Map<string, 'tcf' | 'ac' | 'gpp' | 'usPrivacy'>([
  ['gdpr_consent', 'tcf'],
  ['addtl_consent', 'ac'],
  ['gpp', 'gpp'],
  ['us_privacy', 'usPrivacy'],
]);

type States = Partial<Record<ConsentType, ConsentState>>;

function readGcs(gcs: string | undefined): States {
  if (!gcs || !/^G1[01-]{2}/.test(gcs)) return {};
  return { ad_storage: digit(gcs.charAt(2)), analytics_storage: digit(gcs.charAt(3)) };
}

function digit(letter: string): ConsentState {
  return letter === '1' ? 'granted' : letter === '0' ? 'denied' : 'unset';
}

/** A state letter packs declare, default and update in two bits each (1 unset, 2 denied, 3 granted); a separator may delegate to another type. */
function readGcd(gcd: string | undefined): States {
  if (!gcd || gcd.length < 9) return {};
  const own = order.map((_type, index) => packed(gcd.charAt(2 + 2 * index)));
  return Object.fromEntries(
    order.map((type, index) => {
      const delegated = own[(alphabet.indexOf(gcd.charAt(1 + 2 * index)) >> 2) - 12];
      return [type, effective(own[index]) ?? effective(delegated) ?? declared(own[index]) ?? 'unset'];
    }),
  );
}

interface Packed {
  declare: number;
  default: number;
  update: number;
}

function packed(letter: string): Packed | undefined {
  const code = alphabet.indexOf(letter);
  return code < 0 ? undefined : { declare: (code >> 4) & 3, default: (code >> 2) & 3, update: code & 3 };
}

function effective(state: Packed | undefined): ConsentState | undefined {
  return state && (bits(state.update) ?? bits(state.default));
}

function declared(state: Packed | undefined): ConsentState | undefined {
  return state && bits(state.declare);
}

function bits(value: number): ConsentState | undefined {
  return value === 3 ? 'granted' : value === 2 ? 'denied' : undefined;
}
