import { expect, it } from 'vitest';
import type { DecodeRequest } from '../../lib/model';
import { decode } from '../../lib/vendors';
import { expectAnswer } from './vendor-tester';

/** A line of a vendor's test: what it shows, the request (an address alone is a GET), the answer. `null` expects "none of mine". */
export type VendorLine = readonly [
  name: string,
  request: string | Partial<DecodeRequest>,
  expected: Record<string, unknown> | null,
];

export function testVendor(vendor: string, lines: readonly VendorLine[]): void {
  it.each(lines)(`${vendor}: %s`, (_name, request, expected) => {
    const decoded = decode(
      typeof request === 'string' ? { method: 'GET', url: request } : { method: 'POST', url: '', ...request },
    );
    if (expected === null) expect(decoded.vendor).not.toBe(vendor);
    else expectAnswer(decoded, { vendor, ...expected });
  });
}
