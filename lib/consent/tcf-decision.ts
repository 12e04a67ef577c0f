import type { TcfAnswer, VendorFacts } from '../model';
import { readAdditionalConsent } from './read-additional-consent';
import { isMalformed, readTcString, type TcReading } from './read-tc-string';
import { purposeList } from './tcf-purposes';

/** What a choice means for one vendor. `null` in place of it: the framework does not speak for this vendor. */
export interface Decision {
  verdict: 'granted' | 'denied' | 'pending' | 'not-required' | 'unknown';
  framework: string;
  /** One sentence without the instant, which is added per fire. */
  words: string;
  /** Whether the string names the vendors it was disclosed to without this one; absent where it names none. */
  undisclosed?: boolean;
  /** Where a framework is told in parts: what this part is, and when it was said. Else the step's own state and instant hold. */
  part?: { by: 'chosen' | 'default'; saidAt: number };
}

/** What a fire does with the data, as far as it is told: decides which purpose it needs besides purpose 1. */
export type Use = 'audience' | 'measurement' | 'any';

/**
 * Is this vendor allowed to fire under this choice? The order of IAB's "How to determine legal bases"
 * (https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework, "TCF v2.2 vendor FAQ" and restrictions
 * table):
 * 1. a vendor outside the vendor list can never be authorised by the TC string: Google's Additional Consent string is asked, and
 *    where that is silent the answer is `null`, never "denied";
 * 2. purpose 1 with the vendor's consent is the gate to cookies and devices: missing, the fire is denied;
 * 3. one purpose must carry the fire, after publisher restrictions: an audience fire needs 3 and 4, a conversion 7 (by consent or, where
 *    declared, legitimate interest), any other at least one of those declared. What else was refused binds the vendor's use of
 *    the data, not the fire, and is named in the words.
 */
export function decideTcf(answer: TcfAnswer, vendor: VendorFacts, use: Use): Decision | null {
  const { gvlId } = vendor.consent;
  if (gvlId === undefined) return decideAdditional(answer.addtlConsent, vendor);
  const reading = readTcString(answer.tcString ?? '');
  if (!isMalformed(reading)) return decideListed(reading, vendor, gvlId, use);
  const spoken = readingOfApi(answer);
  if (spoken === null) {
    return { verdict: 'unknown', framework: 'tcf', words: `The page's TCF string cannot be read: ${reading.malformed}.` };
  }
  const decision = decideListed(spoken, vendor, gvlId, use);
  // The API's lists hold no legitimate interests: past the gate of purpose 1 they can allow, not refuse.
  const beyond = decision.verdict === 'denied' && spoken.purposeConsent(1) && spoken.vendorConsent(gvlId);
  return {
    ...decision,
    verdict: beyond ? 'unknown' : decision.verdict,
    words: `${decision.words} The consent string cannot be read (${reading.malformed}); the dialog's own answer was used.`,
  };
}

function decideListed(reading: TcReading, vendor: VendorFacts, gvlId: number, use: Use): Decision {
  const decision = decideByPurposes(reading, vendor, gvlId, use);
  return reading.disclosed === null ? decision : { ...decision, undisclosed: !reading.disclosed(gvlId) };
}

function decideByPurposes(reading: TcReading, vendor: VendorFacts, gvlId: number, use: Use): Decision {
  const who = `${vendor.name} (IAB vendor ${gvlId})`;
  const consent = vendor.consent.consentPurposes ?? [1];
  const flexible = vendor.consent.flexiblePurposes ?? [];
  const declared = [...new Set([...consent, ...flexible])].sort((a, b) => a - b);
  if (declared.length === 0) return decideSpecial(reading, who, gvlId);

  const allowed = declared.filter((purpose) => isAllowed(reading, { purpose, gvlId, flexible }));
  const refused = declared.filter((purpose) => !allowed.includes(purpose));
  if (refused.includes(1)) {
    if (!reading.vendorConsent(gvlId)) {
      const storage = reading.purposeConsent(1) ? 'allowed' : 'did not allow';
      return denied(`the visitor did not allow ${who}, and ${storage} ${purposeList([1])}`);
    }
    const country = reading.purposeOneUnaskedIn;
    if (country === null) return denied(`the visitor did not allow ${purposeList([1])} for ${who}`);
    // Switzerland is the one country whose law lets purpose 1 go unasked; Google's own tag honours the flag there only.
    if (country !== 'CH') {
      return tcf(
        'unknown',
        `${purposeList([1])} was not put to the visitor, and whether the law of ${country} lets it go unasked cannot be told`,
      );
    }
  }

  const serving = allowed.filter((purpose) => purpose !== 1);
  const needed = neededPurposes(declared, use);
  const missing = needed.filter((purpose) => !allowed.includes(purpose));
  if (missing.length > 0) return denied(`the visitor did not allow ${purposeList(missing)} for ${who}`);
  if (serving.length === 0 && declared.some((purpose) => purpose !== 1)) {
    return denied(`the visitor allowed ${who} to store, but none of the purposes it stores for`);
  }
  const also = refused.filter((purpose) => purpose !== 1);
  const limits = also.length === 0 ? '' : `, but not ${purposeList(also)}`;
  return tcf('granted', `the visitor allowed ${who}: ${purposeList(allowed)}${limits}`);
}

function neededPurposes(declared: readonly number[], use: Use): number[] {
  if (use === 'audience') return declared.filter((purpose) => purpose === 3 || purpose === 4);
  if (use === 'measurement') return declared.filter((purpose) => purpose === 7);
  return [];
}

interface PurposeQuestion {
  purpose: number;
  gvlId: number;
  flexible: readonly number[];
}

/** Publisher restriction first, then the bits: TCF "restrictions table"; purposes 1 and 3 to 6 never rest on legitimate interest. */
function isAllowed(reading: TcReading, { purpose, gvlId, flexible }: PurposeQuestion): boolean {
  const byConsent = () => reading.purposeConsent(purpose) && reading.vendorConsent(gvlId);
  const mayInterest = purpose !== 1 && !(purpose >= 3 && purpose <= 6);
  const byInterest = () => mayInterest && reading.purposeInterest(purpose) && reading.vendorInterest(gvlId);
  const isFlexible = flexible.includes(purpose);
  const restriction = reading.restriction(purpose, gvlId);
  if (restriction === 0) return false;
  if (restriction === 1) return byConsent();
  if (restriction === 2) return isFlexible && byInterest();
  return byConsent() || (isFlexible && byInterest());
}

/** A vendor of special purposes only is not chosen, just disclosed (TCF 2.3). */
function decideSpecial(reading: TcReading, who: string, gvlId: number): Decision {
  if (reading.disclosed === null) return tcf('unknown', `the string does not say whether ${who} was disclosed to the visitor`);
  if (!reading.disclosed(gvlId)) return denied(`${who} was not disclosed to the visitor`);
  return tcf('granted', `${who} was disclosed to the visitor, which is all its purposes need`);
}

/** https://support.google.com/admanager/answer/9681920 */
function decideAdditional(ac: string | undefined, vendor: VendorFacts): Decision | null {
  const { atpId } = vendor.consent;
  if (atpId === undefined || ac === undefined || ac === '') return null;
  const reading = readAdditionalConsent(ac);
  if (reading === null) return null;
  const who = `${vendor.name} (Google provider ${atpId})`;
  if (reading.consented(atpId)) return additional('granted', `the visitor allowed ${who}, which is not on the IAB's vendor list`);
  // Version 1 lists the allowed ones only; version 2 also those that were shown, and is silent on the rest.
  if (reading.disclosed === null || reading.disclosed(atpId))
    return additional('denied', `refused, the visitor did not allow ${who}`);
  return null;
}

/** The API's own lists, for a string that cannot be read; they hold no legitimate interests and no restrictions. */
function readingOfApi(answer: TcfAnswer): TcReading | null {
  const { purposeConsents: purposes, vendorConsents: vendors } = answer;
  if (purposes === undefined || vendors === undefined) return null;
  return {
    policyVersion: answer.tcfPolicyVersion ?? 0,
    cmpId: answer.cmpId ?? 0,
    createdAt: 0,
    purposeConsent: (purpose) => purposes.includes(purpose),
    purposeInterest: () => false,
    vendorConsent: (vendor) => vendors.includes(vendor),
    vendorInterest: () => false,
    disclosed: null,
    restriction: () => undefined,
    purposeOneUnaskedIn: null,
  };
}

function denied(clause: string): Decision {
  return tcf('denied', `refused, ${clause}`);
}

function tcf(verdict: Decision['verdict'], clause: string): Decision {
  return { verdict, framework: 'tcf', words: `Consent dialog (IAB TCF): ${clause}.` };
}

function additional(verdict: Decision['verdict'], clause: string): Decision {
  return { verdict, framework: 'additional-consent', words: `Consent dialog (Additional Consent): ${clause}.` };
}
