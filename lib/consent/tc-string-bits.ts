/**
 * A walk over the bits of a TC string before a decoder sees it. The decoder expands every range of vendor ids into a set and
 * swallows some cut strings, so a page could hand over 200 characters that cost seconds, or half a string that looks whole.
 * Layout: "Consent string and vendor list formats v2",
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 */

/** Bits of the core before its vendor sections. */
const coreHeadBits = 213;
/**
 * What a decode may cost, in steps of about 2 nanoseconds. One id of a vendor section is counted as 20 steps; the ids of one
 * restriction go into an unbalanced tree in ascending order, so they cost half their square. Real lists have about 1,600 vendors:
 * five purposes restricted for every one of them stay below this.
 */
const maxSteps = 8_000_000;
const stepsPerId = 20;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sextets = new Map([...alphabet].map((letter, value) => [letter, value]));

/**
 * `problem`: a clause for a person. Otherwise `readable` is the string without segments the format does not know (which must be
 * tolerated) or no longer has, and `disclosed` tells whether the disclosed-vendors segment is there.
 */
export function problemOfTcBits(tc: string): { problem: string } | { readable: string; disclosed: boolean } {
  const segments = tc.split('.');
  if (segments.length > 8) return { problem: 'it has more parts than the format knows' };
  if (segments.some((segment) => !/^[A-Za-z0-9_-]+$/.test(segment)))
    return { problem: 'it holds characters that are not base64url' };
  const [core = '', ...rest] = segments;
  const version = sextets.get(core.charAt(0));
  if (version !== 2) return { problem: `it is of version ${version}, and only version 2 is in use` };

  const budget = { steps: maxSteps };
  const problem = problemOfCore(new Bits(core), budget);
  if (problem !== null) return { problem };

  const readable = [core];
  const seen = new Set<number>();
  for (const segment of rest) {
    const bits = new Bits(segment);
    const type = bits.take(3);
    if (type === 0 || seen.has(type)) return { problem: 'one of its parts is there twice' };
    seen.add(type);
    if (type === 1) {
      const fault = problemOfVendors(bits, budget);
      if (fault !== null) return { problem: fault };
    }
    // 1: disclosed vendors, 3: the publisher's own purposes; 2 is from before 2.3.
    if (type === 1 || type === 3) readable.push(segment);
  }
  return { readable: readable.join('.'), disclosed: seen.has(1) };
}

interface Budget {
  steps: number;
}

const cut = 'it is cut short';
const costly = 'it names far more vendors than exist';

function problemOfCore(bits: Bits, budget: Budget): string | null {
  bits.skip(coreHeadBits);
  const vendors = problemOfVendors(bits, budget) ?? problemOfVendors(bits, budget);
  if (vendors !== null) return vendors;
  const restrictions = bits.take(12);
  for (let i = 0; i < restrictions; i++) {
    bits.skip(8);
    const ids = idsInRanges(bits, budget);
    if (typeof ids === 'string') return ids;
    budget.steps -= (ids * ids) / 2;
    if (budget.steps < 0) return costly;
  }
  return bits.overrun ? cut : null;
}

function problemOfVendors(bits: Bits, budget: Budget): string | null {
  const maxId = bits.take(16);
  if (bits.take(1) === 1) {
    const ids = idsInRanges(bits, budget);
    return typeof ids === 'string' ? ids : null;
  }
  bits.skip(maxId);
  return bits.overrun ? cut : null;
}

/** How many ids the ranges name, or what is wrong with them. */
function idsInRanges(bits: Bits, budget: Budget): number | string {
  const entries = bits.take(12);
  let ids = 0;
  for (let i = 0; i < entries; i++) {
    const isRange = bits.take(1) === 1;
    const first = bits.take(16);
    const last = isRange ? bits.take(16) : first;
    if (bits.overrun) return cut;
    if (last < first) return 'one of its ranges ends before it begins';
    ids += last - first + 1;
    budget.steps -= (last - first + 1) * stepsPerId;
    if (budget.steps < 0) return costly;
  }
  return bits.overrun ? cut : ids;
}

class Bits {
  private at = 0;
  private readonly length: number;

  constructor(private readonly text: string) {
    this.length = text.length * 6;
  }

  get overrun(): boolean {
    return this.at > this.length;
  }

  skip(count: number): void {
    this.at += count;
  }

  /** Reads past the end are zero and set `overrun`. */
  take(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++, this.at++) {
      const sextet = sextets.get(this.text.charAt(Math.floor(this.at / 6))) ?? 0;
      value = (value << 1) | ((sextet >> (5 - (this.at % 6))) & 1);
    }
    return value;
  }
}
