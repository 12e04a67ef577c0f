import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vendors } from '../lib/vendors';
import { vendorsPage } from './vendors-page';

describe('docs/vendors.md', () => {
  it('says what lib/vendors says', () => {
    const written = readFileSync(new URL('../docs/vendors.md', import.meta.url), 'utf8');
    expect(
      written === vendorsPage(vendors.map(({ facts }) => facts)),
      'run `npm run docs:vendors` and commit docs/vendors.md',
    ).toBe(true);
  });

  it('keeps a bar in a cell from ending it', () => {
    const { facts } = vendors[0] ?? {};
    if (!facts) throw new Error('There is no vendor.');
    expect(vendorsPage([{ ...facts, name: 'A|B' }])).toContain('A\\|B');
  });
});
