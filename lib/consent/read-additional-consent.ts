/** What Google's Additional Consent string says about providers that are not on the IAB's vendor list. */
export interface AdditionalConsent {
  consented(provider: number): boolean;
  /** Providers shown and not consented to; `null` in version 1, which lists the consented ones only. */
  disclosed: ((provider: number) => boolean) | null;
}

const maxLength = 32_768;
const maxKept = 64;
const kept = new Map<string, AdditionalConsent | null>();
/** Version 1 `1~1.35.41`, version 2 `2~1.35.41~dv.9.21`; all accepted ends in `~dv.` or `~dv`, all refused starts `2~~dv.`. */
const shape = /^(?:1~([\d.]*)|2~([\d.]*)~dv\.?([\d.]*))$/;

/**
 * Reads an Additional Consent string; `null` when it is none. Never throws.
 * Format: https://support.google.com/admanager/answer/9681920
 */
export function readAdditionalConsent(ac: string): AdditionalConsent | null {
  if (ac.length > maxLength) return null;
  const known = kept.get(ac);
  if (known !== undefined) return known;
  const reading = read(ac);
  if (kept.size >= maxKept) kept.clear();
  kept.set(ac, reading);
  return reading;
}

function read(ac: string): AdditionalConsent | null {
  const parts = shape.exec(ac);
  if (parts === null) return null;
  const [, first, second, shown] = parts;
  const consented = idsOf(first ?? second ?? '');
  if (shown === undefined) return { consented: (id) => consented.has(id), disclosed: null };
  const disclosed = idsOf(shown);
  return { consented: (id) => consented.has(id), disclosed: (id) => disclosed.has(id) };
}

function idsOf(list: string): Set<number> {
  return new Set(list.split('.').filter(Boolean).map(Number));
}
