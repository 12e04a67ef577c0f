import { describe, expect, it } from 'vitest';
import { aCommit, aGreeting, aPage, toInput } from '../../test/helpers/scenario';
import type { Page, RequestSignal, Signal } from '../model';
import { createArrivals } from './arrival';
import { createContext } from './context';
import { rule } from './lead-off-confirmation';
import { inOrder } from './run-all';

const url = 'https://www.lichtdach.example/angebot/';

/** How the last of these pages was come to. */
function arrivalOf(pages: Page[], signals: Signal[]) {
  const { input } = inOrder(toInput({ pages, signals }));
  const last = pages.at(-1);
  return last && createArrivals(createContext(rule.meta, input).context)(last);
}

/** One hop of a navigation, just before the page that begins at 1000. */
function navigation(part: Partial<RequestSignal> & { tabId?: number }): RequestSignal {
  const { tabId = 1, ...rest } = part;
  const place = { tabId, frameId: 0, documentId: null, url };
  const request = {
    kind: 'request' as const,
    at: 900,
    place,
    requestId: 'n1',
    hop: 0,
    method: 'GET',
    url,
    type: 'main_frame' as const,
    ...rest,
  };
  return { id: `${request.requestId}:${request.hop}`, ...request };
}

const page = aPage({ at: 1000 });
const post = navigation({ method: 'POST' });

describe('the arrival at a page', () => {
  it.each<[string, Signal[]]>([
    ['by a link', []],
    ['by a link, with its request', [navigation({})]],
    ['by a post in another tab', [navigation({ method: 'POST', tabId: 2 })]],
    ['by a link, with a post to another address', [navigation({ method: 'POST', url: 'https://www.lichtdach.example/suche/' })]],
    ['by a link, before a post to the same address', [navigation({ method: 'POST', at: 1001 })]],
    ['by a link, after an earlier post to the same address', [{ ...post, at: 100 }, navigation({ requestId: 'n2' })]],
    ['by a link, while a frame in it was posted to', [navigation({ method: 'POST', type: 'sub_frame' })]],
    ['by a link, while a script posted to its address', [navigation({ method: 'POST', type: 'xmlhttprequest' })]],
  ])('is ordinary: %s', (_name, signals) => {
    expect(arrivalOf([page], [aCommit(page), ...signals])).toBe('ordinary');
  });

  it.each<[string, Signal[]]>([
    ['the browser says so', [aCommit(page, { transition: 'form_submit' })]],
    ['it was posted', [aCommit(page), post]],
    ['it was posted at the very instant', [aCommit(page), { ...post, at: 1000 }]],
    ['its fragment is no other page', [aCommit({ ...page, url: `${url}#danke` }), post]],
    [
      'a post was redirected to it',
      [aCommit(page), navigation({ method: 'POST', url: 'https://pay.example/' }), navigation({ hop: 1, at: 950 })],
    ],
    ['an earlier link led there too', [aCommit(page), navigation({ at: 100, requestId: 'n0' }), post]],
  ])('is a form post: %s', (_name, signals) => {
    expect(arrivalOf([page], signals)).toBe('form-post');
  });

  it('is unseen without a commit, or with that of another document', () => {
    expect(arrivalOf([page], [])).toBe('unseen');
    expect(arrivalOf([page], [aCommit(aPage({ at: 500 }))])).toBe('unseen');
  });

  it('is found by tab and instant where the browser names no document', () => {
    const unnamed = { ...page, documentId: null };
    expect(arrivalOf([unnamed], [aCommit(unnamed)])).toBe('ordinary');
    expect(arrivalOf([page], [aCommit(unnamed)])).toBe('ordinary');
    expect(arrivalOf([unnamed], [aCommit({ ...unnamed, tabId: 2 })])).toBe('unseen');
    const frame = aCommit(unnamed);
    expect(arrivalOf([unnamed], [{ ...frame, place: { ...frame.place, frameId: 7 } }])).toBe('unseen');
  });

  it('is by an opener only when what opened it was not watched', () => {
    expect(arrivalOf([{ ...page, watchedSince: false }], [aCommit(page, { opened: true })])).toBe('opener');
    const told = { ...aGreeting(page), opened: true } as Signal;
    expect(arrivalOf([{ ...page, watchedSince: false }], [aCommit(page), told])).toBe('opener');
    expect(arrivalOf([page], [aCommit(page, { opened: true })])).toBe('ordinary');
    expect(arrivalOf([{ ...page, watchedSince: false }], [aCommit(page)])).toBe('ordinary');
  });

  it.each(['reload', 'route'] as const)('of a %s is that of the page before, when it is the same page', (cause) => {
    const posted = aCommit(page, { transition: 'form_submit' });
    const again = aPage({
      at: 2000,
      cause,
      fromPageId: page.id,
      url: `${url}?x=1`,
      documentId: cause === 'route' ? page.documentId : 'again',
    });
    const signals = cause === 'route' ? [posted] : [posted, aCommit(again, { transition: 'reload' })];
    expect(arrivalOf([page, again], signals)).toBe('form-post');
    expect(arrivalOf([page, { ...again, fromPageId: undefined }], signals)).toBe('ordinary');
    expect(arrivalOf([{ ...page, url: 'https://www.lichtdach.example/' }, again], signals)).toBe('ordinary');
  });
});
