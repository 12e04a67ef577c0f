import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tcString } from '../../test/helpers/consent-signals';
import { isMalformed, readTcString } from './read-tc-string';

/** The sample of the specification; discloses 1 to 5, 100 and 404. */
const sample = 'CQSbk4AQSbk4ANwAAAENAwCgAAAAAAAAAAYgACPAAAAA.IDKQA4AAgAKAGQAygAAA.YAAAAAAAAAAA';
const core = 'CQSbk4AQSbk4ANwAAAENAwCgAAAAAAAAAAYgACPAAAAA';
const whole = tcString({
  purposes: [1, 7],
  vendors: [755],
  interests: [7, 9],
  vendorInterests: [804],
  restrictions: [[7, 1, 804]],
});

function reading(tc: string) {
  const result = readTcString(tc);
  if (isMalformed(result)) throw new Error(result.malformed);
  return result;
}

describe('a string of the format', () => {
  it('gives the disclosed vendors of the sample', () => {
    const { disclosed } = reading(sample);
    expect([1, 2, 3, 4, 5, 100, 404].every((id) => disclosed?.(id))).toBe(true);
    expect([6, 99, 403, 405].some((id) => disclosed?.(id))).toBe(false);
  });

  it('gives purposes, vendors, interests and restrictions', () => {
    const read = reading(whole);
    expect([1, 2, 7].map((purpose) => read.purposeConsent(purpose))).toEqual([true, false, true]);
    expect([755, 804].map((vendor) => read.vendorConsent(vendor))).toEqual([true, false]);
    expect([7, 9, 10].map((purpose) => read.purposeInterest(purpose))).toEqual([true, true, false]);
    expect([755, 804].map((vendor) => read.vendorInterest(vendor))).toEqual([false, true]);
    expect([read.restriction(7, 804), read.restriction(7, 755), read.restriction(2, 804)]).toEqual([1, undefined, undefined]);
  });

  it.each([
    ['cut exactly after the core, which leaves a whole string of TCF 2.2', core],
    ['with a part no version of the format knows', `${sample}.gAAA`],
    ['with the part for out-of-band vendors that 2.3 dropped', `${core}.QAAA`],
  ])('is read %s', (_name, tc) => {
    expect(readTcString(tc)).not.toHaveProperty('malformed');
  });

  it('says that the disclosed vendors are missing', () => {
    expect(reading(core).disclosed).toBeNull();
  });

  it('is decoded once', () => {
    expect(readTcString(whole)).toBe(readTcString(whole));
  });
});

describe('what is no string of the format', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['a word', 'x', 'version'],
    ['null as a word', 'null', 'version'],
    ['undefined as a word', 'undefined', 'version'],
    ['version 1', 'BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA', 'version 1'],
    ['a GPP string', 'DBABzYA~1-Y-~CAAVAAAAAABA.YA~BAgAAABA.QA', 'base64url'],
    ['one letter', 'C', 'cut'],
    ['half of the core', core.slice(0, 20), 'cut'],
    [
      'the core without its last vendor bits',
      tcString({ purposes: 'all', vendors: [755] })
        .split('.')[0]
        ?.slice(0, 44) ?? '',
      'cut',
    ],
    ['an empty part', `${core}.`, 'base64url'],
    ['an empty first part', `.${core}`, 'base64url'],
    ['spaces', `${core} `, 'base64url'],
    ['percent encoding', `${core}%3D`, 'base64url'],
    ['standard base64', `${core}==`, 'base64url'],
    ['two cores', `${core}.${core}`, 'twice'],
    ['disclosed vendors twice', `${sample}.IDKQA4AAgAKAGQAygAAA`, 'twice'],
    ['disclosed vendors cut', `${core}.IDKQA4`, 'cut'],
    ['very many parts', Array.from({ length: 20 }, () => core).join('.'), 'parts'],
    ['a length no real string has', 'C'.repeat(20_000), 'characters'],
  ])('%s', (_name, tc, reason) => {
    expect(readTcString(tc)).toEqual({ malformed: expect.stringContaining(reason) });
  });

  it('a value that is no text', () => {
    expect(readTcString(undefined as unknown as string)).toHaveProperty('malformed');
  });
});

describe('a string made to keep us busy', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const bits = (value: number, length: number) => value.toString(2).padStart(length, '0');
  const encode = (text: string) => {
    const padded = text.padEnd(Math.ceil(text.length / 6) * 6, '0');
    return (padded.match(/.{6}/g) ?? []).map((six) => letters[Number.parseInt(six, 2)]).join('');
  };
  /** Everything before the vendors, from a real string. */
  const head = [...core]
    .map((letter) => bits(letters.indexOf(letter), 6))
    .join('')
    .slice(0, 213);
  const ranges = (count: number) => bits(count, 12) + `1${bits(1, 16)}${bits(65_535, 16)}`.repeat(count);
  const noVendors = '0'.repeat(17);

  // The reason is given by the walk over the bits: the decoder, which would expand the ranges, never saw the string.
  const costly = 'far more vendors than exist';
  it.each([
    [
      'one range over every id, four hundred times',
      `${head}${bits(65_535, 16)}1${ranges(400)}${noVendors}${'0'.repeat(12)}`,
      costly,
    ],
    ['a restriction on every id', `${head}${noVendors}${noVendors}${bits(1, 12)}${bits(7, 6)}01${ranges(1)}`, costly],
    ['a count of ranges without ranges', `${head}${bits(9, 16)}1${bits(4095, 12)}`, 'cut short'],
    [
      'a range that ends before it begins',
      `${head}${bits(9, 16)}1${bits(1, 12)}1${bits(9, 16)}${bits(3, 16)}${noVendors}${'0'.repeat(12)}`,
      'ends before it begins',
    ],
  ])('%s is not expanded', (_name, text, reason) => {
    expect(readTcString(encode(text))).toEqual({ malformed: expect.stringContaining(reason) });
  });

  it('does not turn away one range over every id, which costs milliseconds', () => {
    const text = `${head}${bits(65_535, 16)}1${ranges(1)}${noVendors}${'0'.repeat(12)}`;
    expect(reading(encode(text)).vendorConsent(60_000)).toBe(true);
  });
});

describe('anything at all', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'CQABIYab019-_.~'), maxLength: 200 });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          letters,
          letters.map((rest) => core.slice(0, 40) + rest),
        ),
        (tc) => {
          expect(() => readTcString(tc)).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('cut anywhere inside the core is malformed, never a choice', () => {
    const [first = ''] = tcString({ purposes: 'all', vendors: [755, 804, 1126] }).split('.');
    // The encoder pads to whole groups of 24 bits: only zeros after the last field can be missing.
    for (let length = 0; length < first.length - 4; length++) {
      expect(readTcString(first.slice(0, length))).toHaveProperty('malformed');
    }
  });
});
