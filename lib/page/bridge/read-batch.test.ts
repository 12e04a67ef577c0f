import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatchReader } from './read-batch';

const call = { kind: 'call', at: 1, api: 'fbq', args: ['track', 'Lead'] };

describe('a batch of the hook', () => {
  it.each([
    ['a call', [call], [call], 0],
    ['a consent signal', [{ kind: 'consent', at: 1, framework: 'tcf', event: 'ping', data: {} }], 1, 0],
    ['a blind spot', [{ kind: 'page', at: 1, event: 'described', url: 'https://a.example/', blind: ['fbq'] }], 1, 0],
    ['dropped reports', [call, 12], [call], 12],
    [
      'what only the bridge may say',
      [
        { kind: 'form', at: 1, form: {}, fact: {} },
        { kind: 'page', at: 1, event: 'commit', url: 'x' },
      ],
      [],
      0,
    ],
    [
      'what only the worker may say',
      [
        { kind: 'request', at: 1 },
        { kind: 'gap', at: 1 },
        { kind: 'response', at: 1 },
      ],
      [],
      0,
    ],
    [
      'fields of the wrong type',
      [
        { ...call, at: 'now' },
        { ...call, at: null },
        { ...call, api: 5 },
        { ...call, args: {} },
      ],
      [],
      0,
    ],
    ['numbers that are no counts', [-5, 1e9, 0.5], [], 0],
    ['no list', { ...call }, [], 0],
  ])('with %s', (_name, batch, reports, lost) => {
    const read = createBatchReader(() => 0)(JSON.stringify(batch));
    if (typeof reports === 'number') expect(read.reports).toHaveLength(reports);
    else expect(read.reports).toEqual(reports);
    expect(read.lost).toBe(lost);
  });

  it.each(['', '[', 'null', '{"a":1}', 'NaN', `[${'['.repeat(100_000)}`])('that is no batch: %.10s', (json) => {
    expect(createBatchReader(() => 0)(json)).toEqual({ reports: [], lost: 0 });
  });

  it('reads 10,000 forged ones without a throw, and pollutes nothing', () => {
    const read = createBatchReader(() => 0);
    const forged = fc.jsonValue().map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(
        fc.oneof(forged, fc.string(), fc.constant(`[{"__proto__":{"polluted":1},"kind":"call","at":1,"api":"x","args":[]}]`)),
        (json) => {
          read(json);
          return ({} as { polluted?: number }).polluted === undefined;
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('counts what comes too fast, and recovers', () => {
    let now = 0;
    const read = createBatchReader(() => now);
    const many = JSON.stringify(Array.from({ length: 3000 }, () => call));
    const first = read(many);
    expect([first.reports.length, first.lost]).toEqual([2000, 1000]);
    now = 1000;
    expect(read(many).reports).toHaveLength(400);
  });
});
