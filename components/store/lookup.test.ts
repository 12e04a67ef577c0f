import { describe, expect, it } from 'vitest';
import type { ResponseSignal } from '../../lib/model';
import { sampleSubmission } from '../../test/helpers/sample-panel';
import { sampleFinding, samplePage, sampleRequest, sampleSession } from '../../test/helpers/sample-session';
import { createLookup } from './lookup';

const answer = (id: string, status: number): ResponseSignal => {
  const { place, requestId, hop } = sampleRequest();
  return { kind: 'response', id, at: 2, place, requestId, hop, phase: 'headers', status };
};
const statusOf = (signals: ResponseSignal[]) =>
  createLookup(sampleSession({ signals }))
    .responses(sampleRequest())
    .map((one) => one.status);

describe('lookup', () => {
  it('joins a request with its own answers, although request ids repeat after a restart', () => {
    expect(statusOf([answer('before:1:0:headers', 500), answer('s:1:0:headers', 200)])).toEqual([200]);
  });

  it('takes answers by request id where the keys say nothing', () => {
    expect(statusOf([answer('har-17', 204)])).toEqual([204]);
    expect(statusOf([])).toEqual([]);
  });

  it('numbers views of one path, whatever the query', () => {
    const pages = ['/quote', '/quote?b=1', '/thanks', '/quote#form'].map((path, n) =>
      samplePage({ id: `p${n}`, url: `https://www.alder.example${path}` }),
    );
    const lookup = createLookup(sampleSession({ pages }));
    expect(pages.map((page) => lookup.view(page.id))).toEqual([
      { number: 1, of: 3 },
      { number: 2, of: 3 },
      { number: 1, of: 1 },
      { number: 3, of: 3 },
    ]);
  });

  it('knows the submission that led to a page, and its number', () => {
    const submissions = [sampleSubmission({ id: 'a', toPageId: undefined }), sampleSubmission({ id: 'b', toPageId: 'p2' })];
    const lookup = createLookup(sampleSession({ submissions }));
    expect([lookup.ledTo('p2')?.id, lookup.ledTo('p1'), lookup.submissionNumber('b')]).toEqual(['b', undefined, 2]);
  });

  it('lists the findings of a fire worst first', () => {
    const findings = [
      sampleFinding({ id: 'untold', verdict: 'unknown', severity: 'info' }),
      sampleFinding({ id: 'note', severity: 'info' }),
      sampleFinding({ id: 'error' }),
      sampleFinding({ id: 'elsewhere', fires: ['other'] }),
    ];
    expect(
      createLookup(sampleSession({ findings }))
        .findings('f1')
        .map((one) => one.id),
    ).toEqual(['error', 'note', 'untold']);
  });

  it('tells what is still there', () => {
    const lookup = createLookup(sampleSession());
    expect([
      lookup.has({ kind: 'fire', id: 'f1' }),
      lookup.has({ kind: 'fire', id: 'gone' }),
      lookup.has({ kind: 'page', id: 'f1' }),
    ]).toEqual([true, false, false]);
  });
});
