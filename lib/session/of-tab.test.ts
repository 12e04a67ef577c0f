import { describe, expect, it } from 'vitest';
import type { Signal } from '../model';
import { createTabFilter } from './of-tab';

const nowhere = { tabId: null, frameId: null, documentId: null, url: null };
const page = (url: string): Signal => ({
  kind: 'page',
  event: 'commit',
  id: `page ${url}`,
  at: 1,
  url,
  place: { tabId: 1, frameId: 0, documentId: 'D', url },
});
const request = (id: string, initiator?: string, tabId: number | null = null): Signal => ({
  kind: 'request',
  id,
  at: 2,
  place: { ...nowhere, tabId },
  requestId: id,
  hop: 0,
  method: 'POST',
  url: 'https://www.facebook.com/tr/',
  type: 'xmlhttprequest',
  ...(initiator === undefined ? {} : { initiator }),
});
const answer = (requestId: string): Signal => ({
  kind: 'response',
  id: `${requestId}:headers`,
  at: 3,
  place: nowhere,
  requestId,
  hop: 0,
  phase: 'headers',
  status: 200,
});
const gap: Signal = { kind: 'gap', id: 'gap', at: 4, place: nowhere, fromAt: 3, why: 'the recorder was restarted' };
const ids = (signals: readonly Signal[]) => signals.map((signal) => signal.id).sort();

describe('createTabFilter', () => {
  it.each([
    ['in order', [page('https://shop.example/'), request('w', 'https://shop.example'), answer('w')]],
    ['the page last', [answer('w'), request('w', 'https://shop.example'), page('https://shop.example/')]],
  ])('takes what a worker of the page’s origin sent, with its answer: %s', (_name, signals) => {
    expect(ids(createTabFilter()(signals))).toEqual(ids(signals));
    const filter = createTabFilter();
    expect(ids(signals.flatMap((signal) => filter([signal])))).toEqual(ids(signals));
  });

  it.each([
    ['another site’s worker', 'https://other.example'],
    ['a worker of another port', 'https://shop.example:8443'],
    ['nobody knows who', undefined],
  ])('leaves out what was sent by %s', (_name, initiator) => {
    const own = page('https://shop.example/');
    expect(ids(createTabFilter()([own, request('w', initiator), answer('w')]))).toEqual([own.id]);
  });

  it('takes everything the browser lays to the tab, and gaps of all tabs', () => {
    const signals = [request('r', 'https://other.example', 1), gap];
    expect(ids(createTabFilter()(signals))).toEqual(['gap', 'r']);
  });
});
