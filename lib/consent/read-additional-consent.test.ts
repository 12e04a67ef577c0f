import { describe, expect, it } from 'vitest';
import { readAdditionalConsent } from './read-additional-consent';

describe('an Additional Consent string', () => {
  it.each([
    ['version 1', '1~1.35.41.101', 41, true, null],
    ['version 1, not in it', '1~1.35.41.101', 89, false, null],
    ['version 1, empty', '1~', 89, false, null],
    ['version 2, consented', '2~1.35.89~dv.9.21', 89, true, false],
    ['version 2, shown and refused', '2~1.35~dv.9.89', 89, false, true],
    ['version 2, all refused', '2~~dv.1.89', 89, false, true],
    ['version 2, all accepted', '2~1.2.89~dv.', 89, true, false],
    ['version 2, all accepted without the point', '2~1.2.89~dv', 89, true, false],
    ['version 2, never shown', '2~1.2~dv.3', 89, false, false],
    ['a longer id is another id', '2~890.189~dv.', 89, false, false],
  ])('%s', (_name, text, id, consented, disclosed) => {
    const reading = readAdditionalConsent(text);
    expect(reading?.consented(id)).toBe(consented);
    expect(reading?.disclosed?.(id) ?? null).toBe(disclosed);
  });

  it.each(['', '1', '3~1.2', '2~1.2', '1~1.a', '2~1~2~dv.3', 'null', '1~1.2 ', `1~${'1.'.repeat(20_000)}`])(
    'is not %.20s',
    (text) => {
      expect(readAdditionalConsent(text)).toBeNull();
    },
  );
});
