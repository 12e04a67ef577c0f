import { describe, expect, it } from 'vitest';
import type { PageReport } from '../model';
import { readBatch, signalsFromReports } from './page';

const now = 1000;
const place = { tabId: 1, frameId: 0, documentId: 'D', url: 'https://a.example/' };
const call: PageReport = { kind: 'call', at: 5, api: 'fbq', args: ['track', 'Lead'] };

describe('readBatch', () => {
  it('takes a batch', () => {
    expect(readBatch({ sensor: 'a-1', first: 0, reports: [call] })).toEqual({ sensor: 'a-1', first: 0, reports: [call] });
  });
  it('cuts a batch no honest sensor sends', () => {
    expect(readBatch({ sensor: 'a', first: 0, reports: new Array(10_000).fill(call) })?.reports).toHaveLength(500);
  });
  it.each([
    ['null', null],
    ['no sensor', { first: 0, reports: [] }],
    ['a sensor that is markup', { sensor: '<b>', first: 0, reports: [] }],
    ['a negative number', { sensor: 'a', first: -1, reports: [] }],
    ['a number that is none', { sensor: 'a', first: Number.NaN, reports: [] }],
    ['reports that are no list', { sensor: 'a', first: 0, reports: {} }],
  ])('refuses %s', (_name, message) => {
    expect(readBatch(message)).toBeNull();
  });
});

describe('signalsFromReports', () => {
  it('stamps each report with its number and the browser’s own word on the place', () => {
    const [, second] = signalsFromReports({ sensor: 's', first: 4, reports: [call, call] }, { place, now });
    expect(second).toEqual({ ...call, id: 's:5', place, sequence: { sensor: 's', n: 5 } });
  });

  it('leaves the number of a malformed report missing', () => {
    const signals = signalsFromReports(
      { sensor: 's', first: 0, reports: [call, { kind: 'call' } as never, call] },
      { place, now },
    );
    expect(signals.map((signal) => signal.id)).toEqual(['s:0', 's:2']);
  });

  it('lets nothing happen after it was told', () => {
    const late = { ...call, at: 9e15 };
    const never = { ...call, at: Number.NaN };
    const signals = signalsFromReports({ sensor: 's', first: 0, reports: [call, late, never] }, { place, now });
    expect(signals.map((signal) => signal.at)).toEqual([5, 1000]);
  });

  it.each(['request', 'response', 'gap', '__proto__'])('lets no page claim a %s', (kind) => {
    expect(signalsFromReports({ sensor: 's', first: 0, reports: [{ ...call, kind } as never] }, { place, now })).toEqual([]);
  });

  it('does not let a report name its own place or id', () => {
    const forged = { ...call, id: 'x', place: { ...place, tabId: 9 } } as never;
    expect(signalsFromReports({ sensor: 's', first: 0, reports: [forged] }, { place, now })).toMatchObject([
      { id: 's:0', place: { tabId: 1 } },
    ]);
  });
});
