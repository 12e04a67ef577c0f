import { describe, expect, it } from 'vitest';
import { createVisit } from '../test/helpers/signal-builders';
import { analyse } from './analyse';
import { emptySettings, type Signal, type StorageSignal } from './model';

const tool = { name: 'Klaro', answered: true };

function findings(sinceAt: number | undefined, at: number): string[] {
  const visit = createVisit({ at: 1_790_000_000_000 });
  visit.open('https://www.lichtdach.example/');
  visit.consent('cmp', 'shown', { name: 'Klaro', answered: false });
  const start = visit.now;
  visit.wait(5000).consent('cmp', 'chosen', { ...tool, categories: { marketing: true } });
  const signals: Signal[] = [...visit.signals];
  const { place } = visit.doc;
  const written: StorageSignal = { kind: 'storage', id: 'w', at: start + at, place, store: 'cookie', name: '_fbp' };
  signals.push(sinceAt === undefined ? written : { ...written, sinceAt: start + sinceAt });
  const session = analyse(signals, emptySettings, { source: 'session' });
  return session.findings.filter(({ rule }) => rule === 'storage-before-consent').map(({ verdict }) => verdict);
}

describe('a cookie of a vendor that comes into being', () => {
  it('before the choice is a fault, after it is none', () => {
    expect(findings(undefined, 1000)).toEqual(['fail']);
    expect(findings(undefined, 7000)).toEqual([]);
  });

  it('is judged at both ends of the time in which it may have been written', () => {
    expect(findings(500, 1000)).toEqual(['fail']);
    expect(findings(5500, 7000)).toEqual([]);
    expect(findings(1000, 7000)).toEqual(['unknown']);
  });
});
