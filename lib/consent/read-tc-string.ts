import { TCString } from '@iabtcf/core';
import { problemOfTcBits } from './tc-string-bits';

/** What a TC string says, ready to be asked. Built once per distinct string. */
export interface TcReading {
  policyVersion: number;
  cmpId: number;
  /** Epoch ms, precise to the day only: a choice is never timed by it. */
  createdAt: number;
  purposeConsent(purpose: number): boolean;
  purposeInterest(purpose: number): boolean;
  vendorConsent(vendor: number): boolean;
  vendorInterest(vendor: number): boolean;
  /** `null`: the string has no disclosed-vendors segment. */
  disclosed: ((vendor: number) => boolean) | null;
  /** Publisher restriction for this vendor: 0 not allowed · 1 needs consent · 2 needs legitimate interest. The strictest, when several. */
  restriction(purpose: number, vendor: number): number | undefined;
  /** Purpose 1 was never put to the visitor; the law of this country (two letters) decides. `null`: it was put. */
  purposeOneUnaskedIn: string | null;
}

/**
 * Longest string worth decoding. A string of a thousand vendors with hundreds of restrictions has about 6,300 characters; longer
 * ones are a page's attempt to keep us busy.
 */
const maxLength = 16_384;
const maxKept = 256;
const kept = new Map<string, TcReading | { malformed: string }>();

/**
 * Reads a TC string (TCF 2.2 and 2.3). Never throws: whatever is wrong becomes `malformed`, a clause for a person.
 * Each distinct string is decoded once; the 256 used last are kept.
 *
 * Format: "Consent string and vendor list formats v2",
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 */
export function readTcString(tc: string): TcReading | { malformed: string } {
  if (typeof tc !== 'string' || tc === '') return { malformed: 'it is empty' };
  if (tc.length > maxLength) return { malformed: `it has ${tc.length} characters, more than any real one` };
  const known = kept.get(tc);
  if (known !== undefined) {
    if (kept.size < maxKept) return known;
    kept.delete(tc);
    kept.set(tc, known);
    return known;
  }
  const reading = read(tc);
  if (kept.size >= maxKept) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.set(tc, reading);
  return reading;
}

export function isMalformed(reading: TcReading | { malformed: string }): reading is { malformed: string } {
  return 'malformed' in reading;
}

function read(tc: string): TcReading | { malformed: string } {
  const scan = problemOfTcBits(tc);
  if ('problem' in scan) return { malformed: scan.problem };
  try {
    return ask(TCString.decode(scan.readable), scan.disclosed);
  } catch {
    // The decoder throws its own errors and bare TypeErrors alike; the reason is of no use to a person.
    return { malformed: 'it does not follow the format' };
  }
}

function ask(model: ReturnType<typeof TCString.decode>, hasDisclosed: boolean): TcReading {
  const restrictions = model.publisherRestrictions;
  const restricted = !restrictions.isEmpty();
  return {
    policyVersion: Number(model.policyVersion),
    cmpId: Number(model.cmpId),
    createdAt: model.created.getTime(),
    purposeConsent: (purpose) => model.purposeConsents.has(purpose),
    purposeInterest: (purpose) => model.purposeLegitimateInterests.has(purpose),
    vendorConsent: (vendor) => model.vendorConsents.has(vendor),
    vendorInterest: (vendor) => model.vendorLegitimateInterests.has(vendor),
    disclosed: hasDisclosed ? (vendor) => model.vendorsDisclosed.has(vendor) : null,
    restriction(purpose, vendor) {
      if (!restricted) return undefined;
      const types = restrictions
        .getRestrictions(vendor)
        .filter((one) => one.purposeId === purpose)
        .map((one) => one.restrictionType as number)
        .filter((type) => type <= 2);
      return types.length === 0 ? undefined : Math.min(...types);
    },
    purposeOneUnaskedIn: model.purposeOneTreatment ? model.publisherCountryCode : null,
  };
}
