import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleFire, sampleSession } from '../../test/helpers/sample-session';
import { json } from './json';
import { ndjson } from './ndjson';

describe('ndjson', () => {
  it('is one fire a line, with its page and the rules that speak of it, each once', () => {
    const session = sampleSession({
      fires: [sampleFire(), sampleFire({ id: 'f2', pageId: null })],
      findings: [sampleFinding(), sampleFinding({ id: 'b' }), sampleFinding({ id: 'c', rule: 'duplicate-fire' })],
    });
    const lines = ndjson(session).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: 'f1', pageUrl: 'https://www.alder.example/quote', rules: ['lead-off-confirmation', 'duplicate-fire'] },
      { id: 'f2', pageUrl: null, rules: [] },
    ]);
  });

  it('is empty without fires', () => {
    expect(ndjson(sampleSession({ fires: [] }))).toBe('');
  });
});

describe('json', () => {
  it('is the session itself', () => {
    expect(JSON.parse(json(sampleSession()))).toEqual(sampleSession());
  });
});
