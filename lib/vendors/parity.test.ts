import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vendors } from '.';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder);

/** Files of the room that are no vendor. */
const shared = new Set([
  'address',
  'basic-name',
  'batch',
  'body',
  'cdp',
  'decode',
  'decode-text',
  'dictionary',
  'event-list',
  'event-words',
  'ga4-items',
  'google-consent',
  'google-hosts',
  'google-user-data',
  'gtag-call',
  'host-index',
  'index',
  'json-reading',
  'kit',
  'numbers',
  'own-vendor',
  'sent',
  'simple',
  'suspicion',
  'track-call',
  'user-data',
  'wide',
]);
const files = names
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !shared.has(name));
const ids = vendors.map((vendor) => vendor.facts.id);

describe('vendors', () => {
  it('each have a file, and each file is in the list of index.ts', () => {
    expect(
      files.map((name) => name.replaceAll('-', '_')).sort(),
      'add the vendor to the sorted list in index.ts, or the shared file to this test',
    ).toEqual([...ids].sort());
  });

  it('stand in order', () => {
    expect(ids, 'sort the list in index.ts by id').toEqual([...ids].sort());
  });

  it.each(files)('%s has a test beside it', (name) => {
    expect(names, `write ${name}.test.ts: good requests, bad ones, and look-alikes`).toContain(`${name}.test.ts`);
  });

  it.each(vendors.map((vendor) => [vendor.facts.id, vendor] as const))('%s says where its facts come from', (_id, { facts }) => {
    expect(facts.consent.source.length).toBeGreaterThan(20);
    expect(facts.mark).toMatch(/^[A-Z][A-Za-z0-9]$/);
    expect(
      facts.wire,
      'add `wire`: what of its requests is read, the public page that shows the format, and the day you read it',
    ).toBeDefined();
    expect(facts.wire?.reads).not.toBe('');
    expect(facts.wire?.source).toMatch(/^https:\/\//);
    expect(facts.wire?.verified).toMatch(/^20\d\d-\d\d-\d\d$/);
    if (facts.dedup) expect(facts.dedup.source).toMatch(/^https:\/\//);
  });
});
