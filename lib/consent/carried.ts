import type { CarriedConsent, ConsentType, VendorFacts } from '../model';
import { isMalformed, readTcString } from './read-tc-string';
import { type Decision, decideTcf, type Use } from './tcf-decision';

/** What the hit itself says for the storage this product needs, as a claim to compare with the page's word; `null`: nothing. */
export function claimOfHit(carried: CarriedConsent | undefined, vendor: VendorFacts, use: Use): 'granted' | 'denied' | null {
  if (carried === undefined) return null;
  const state = stateOfStorage(carried, vendor);
  if (state !== null) return state;
  const verdict = decideCarriedString(carried, vendor, use)?.verdict;
  if (verdict === 'granted' || verdict === 'denied') return verdict;
  if (carried.granted === undefined) return null;
  return carried.granted ? 'granted' : 'denied';
}

/**
 * The vendor's documented limited mode for the storage this product needs: the storage denied (GA4 with `gcs=G1x0`, Google Ads and
 * Floodlight with `G10x`, UET with `asc=D`), or limited data use, which answers US law only.
 * https://developers.google.com/tag-platform/security/concepts/consent-mode ·
 * https://developers.facebook.com/docs/meta-pixel/implementation/data-processing-options
 */
export function isLimited(carried: CarriedConsent | undefined, vendor: VendorFacts, isUsLaw: boolean): boolean {
  if (carried === undefined) return false;
  return stateOfStorage(carried, vendor) === 'denied' || (isUsLaw && carried.ldu === true);
}

/**
 * The hit as the only witness, for captures without any word of the page (a HAR). `null` when it says nothing. A hit cannot tell a
 * refusal from "not chosen yet", except by Google's `gcd`, whose letter says whether an update was made.
 */
export function decideByHit(carried: CarriedConsent, vendor: VendorFacts, use: Use): Decision | null {
  if (carried.raw?.gdpr === '0') return hit('not-required', 'says that GDPR does not apply (gdpr=0)');
  const listed = decideCarriedString(carried, vendor, use);
  if (listed !== null) {
    const words = `${listed.words} Read from the hit's own consent string, since the page said nothing about consent.`;
    return { ...listed, framework: 'hit', words };
  }
  const type = storageOf(carried, vendor);
  const state = stateOfStorage(carried, vendor);
  if (type !== undefined && state !== null) return byStorage(type, state, carried.raw?.gcd);
  if (carried.granted !== undefined) {
    return carried.granted ? hit('granted', 'says that consent was given') : hit('denied', 'says that consent was not given');
  }
  const sale = carried.usPrivacy?.charAt(2).toUpperCase();
  if (sale === 'Y') return hit('denied', 'says that the visitor opted out of sale (US Privacy)');
  return sale === 'N' ? hit('granted', 'says that the visitor did not opt out of sale (US Privacy)') : null;
}

/** The storage this product needs; a hit that states one type only (UET's `asc`) says which by that. */
function storageOf({ signals = {} }: CarriedConsent, { consent }: VendorFacts): ConsentType | undefined {
  const [needed] = consent.consentModeTypes ?? [];
  if (needed !== undefined) return needed;
  const stated = Object.keys(signals) as ConsentType[];
  return stated.length === 1 ? stated[0] : undefined;
}

function stateOfStorage(carried: CarriedConsent, vendor: VendorFacts): 'granted' | 'denied' | null {
  const type = storageOf(carried, vendor);
  const state = type === undefined ? undefined : carried.signals?.[type];
  return state === 'granted' || state === 'denied' ? state : null;
}

function decideCarriedString(carried: CarriedConsent, vendor: VendorFacts, use: Use): Decision | null {
  const { gvlId } = vendor.consent;
  if (gvlId === undefined) return carried.ac === undefined ? null : decideTcf({ addtlConsent: carried.ac }, vendor, use);
  if (!carried.tcf) return null;
  const reading = readTcString(carried.tcf);
  // A string that is cut on its way says nothing; what else the hit carries may.
  return isMalformed(reading) && carried.signals !== undefined ? null : decideTcf({ tcString: carried.tcf }, vendor, use);
}

/** Where `gcd` keeps the four types: `1`, then a mark and a letter for each. */
const gcdPositions: Record<ConsentType, number> = { ad_storage: 2, analytics_storage: 4, ad_user_data: 6, ad_personalization: 8 };

/** Letters of `gcd`: p, t default only; m, n update only; q, r, u, v default and update. */
function byStorage(type: ConsentType, state: 'granted' | 'denied', gcd: string | undefined): Decision {
  const letter = gcd?.charAt(gcdPositions[type]) ?? '';
  const byDefault = letter === 'p' || letter === 't';
  const byUpdate = /^[mnqruv]$/.test(letter);
  if (state === 'granted') {
    return hit(
      'granted',
      byDefault
        ? `says that ${type} is granted by the site's default, not by a visitor's choice`
        : `says that ${type} is granted`,
    );
  }
  if (byDefault)
    return hit('pending', `says that ${type} stands at the site's default, denied: too early, the visitor had not chosen`);
  return hit('denied', byUpdate ? `says that ${type} was refused` : `says that ${type} is denied: refused, or not chosen yet`);
}

function hit(verdict: Decision['verdict'], clause: string): Decision {
  return { verdict, framework: 'hit', words: `The hit itself ${clause}; the page said nothing about consent.` };
}
