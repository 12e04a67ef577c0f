import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSettings } from './guards';

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
const [, example = ''] = /```json\n([\s\S]*?)```/.exec(read('own-vendors.md')) ?? [];
const described = JSON.parse(example);
const schema = JSON.parse(read('vendors.schema.json')).$defs.vendor;
const base = { id: 'own_a', name: 'A', hosts: ['a.example'] };

function problemOf(vendors: unknown): string | null {
  const parsed = parseSettings({ schema: 'tagwitness.settings/1', sites: [], vendors });
  return parsed.ok ? null : parsed.problem;
}

describe('vendors of the user’s own', () => {
  it('are read as docs/own-vendors.md shows them', () => {
    expect(parseSettings(described)).toMatchObject({ ok: true, value: described });
  });

  it('have the fields that docs/vendors.schema.json has, all of them in the example', () => {
    expect(Object.keys(described.vendors[0]).sort()).toEqual(Object.keys(schema.properties).sort());
    for (const key of schema.required) expect(problemOf([{ ...base, [key]: undefined }])).toContain(`"vendors.0.${key}"`);
  });

  it('know the categories that the schema knows', () => {
    for (const one of schema.properties.events.additionalProperties.enum)
      expect(problemOf([{ ...base, events: { x: one } }])).toBeNull();
  });

  it.each<[string, unknown, RegExp]>([
    ['a known tag’s id', [{ ...base, id: 'meta' }], /"vendors\.0\.id": an id of your own begins with "own_"/],
    ['an address for a host', [{ ...base, hosts: ['https://a.example/x'] }], /"vendors\.0\.hosts\.0": a host is a name/],
    ['neither host nor path', [{ id: 'own_a', name: 'A' }], /"vendors\.0": it needs "hosts", or a "path"/],
    ['a path that is everywhere', [{ id: 'own_a', name: 'A', path: '/*' }], /"vendors\.0": it needs "hosts", or a "path"/],
    ['a path without slash', [{ ...base, path: 'hit' }], /"vendors\.0\.path": a path begins with/],
    ['a misspelt field', [{ ...base, acount: ['c'] }], /"vendors\.0\.acount"/],
    ['a meaning nobody knows', [{ ...base, events: { x: 'leed' } }], /"vendors\.0\.events\.x"/],
    ['one id twice', [base, base], /"vendors": two vendors have one id/],
    ['no list', {}, /"vendors"/],
  ])('are refused with one sentence: %s', (_name, vendors, sentence) => {
    expect(problemOf(vendors)).toMatch(/^These settings cannot be used: [^\n]*\.$/);
    expect(problemOf(vendors)).toMatch(sentence);
  });
});
