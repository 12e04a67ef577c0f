import { describe, expect, it } from 'vitest';
import { aCommit, aGreeting, aPage, toInput } from '../../test/helpers/scenario';
import type { Page, Signal } from '../model';
import { createContext } from './context';
import { createFormWatch } from './form-watch';
import { rule } from './lead-off-confirmation';
import { inOrder } from './run-all';

const page = aPage({ at: 1000, endedAt: 5000 });
const unnamed = { ...page, documentId: null };
const { place } = aGreeting(page);
const base = { id: 's', at: 2000, place };

function seen(of: Page, signals: Signal[]): boolean {
  const { input } = inOrder(toInput({ pages: [of], signals }));
  return createFormWatch(createContext(rule.meta, input).context)(of);
}

describe('forms on a page would have been seen', () => {
  it.each<[string, Signal]>([
    ['its sensor described it', aGreeting(page)],
    ['it reported a call', { ...base, kind: 'call', api: 'fbq', args: [] }],
    ['it reported a form', { ...base, kind: 'form', form: { key: 'k', instance: 0, fields: [] }, fact: { event: 'present' } }],
    ['it reported a cookie', { ...base, kind: 'storage', store: 'cookie', name: '_ga' }],
  ])('when %s', (_name, signal) => {
    expect(seen(page, [signal])).toBe(true);
  });

  it.each<[string, Signal[]]>([
    ['nothing was seen', []],
    ['only the browser said that it began', [aCommit(page)]],
    [
      'only a request was seen',
      [{ ...base, kind: 'request', requestId: '1', hop: 0, method: 'GET', url: 'https://a.example/', type: 'image' }],
    ],
    ['only an answer was seen', [{ ...base, kind: 'response', requestId: '1', hop: 0, phase: 'headers', status: 200 }]],
    ['we were not watching', [{ ...base, kind: 'gap', fromAt: 0, why: 'the recorder was restarted' }]],
    ['the sensor of another document spoke', [aGreeting(aPage({ at: 900 }))]],
  ])('not when %s', (_name, signals) => {
    expect(seen(page, signals)).toBe(false);
  });

  it('when a sensor spoke in its tab, in its time, where the browser names no document', () => {
    expect(seen(unnamed, [{ ...aGreeting(unnamed), at: 1000 }])).toBe(true);
    expect(seen(unnamed, [{ ...aGreeting(unnamed), at: 5000 }])).toBe(true);
    expect(seen({ ...unnamed, endedAt: undefined }, [{ ...aGreeting(unnamed), at: 9000 }])).toBe(true);
    expect(seen(page, [aGreeting(unnamed)])).toBe(true);
    expect(seen(unnamed, [{ ...aGreeting(unnamed), at: 999 }])).toBe(false);
    expect(seen(unnamed, [{ ...aGreeting(unnamed), at: 5001 }])).toBe(false);
    expect(seen(unnamed, [aGreeting({ ...unnamed, tabId: 2 })])).toBe(false);
  });
});
