import { describe, expect, it } from 'vitest';
import { committed, fragmentChanged, historyChanged, type NavigationDetails } from './navigation';
import { createOpeners } from './openers';

const details: NavigationDetails = {
  tabId: 7,
  frameId: 0,
  documentId: 'D',
  documentLifecycle: 'active',
  url: 'https://www.shop.example/danke/',
  timeStamp: 1000.5,
  transitionType: 'link',
  transitionQualifiers: ['server_redirect'],
};

describe('committed', () => {
  it('names the document, the browser’s words and the instant', () => {
    expect(committed('s', details)).toEqual({
      kind: 'page',
      event: 'commit',
      id: 's:nav:D:commit:1000.5',
      at: 1000.5,
      url: details.url,
      place: { tabId: 7, frameId: 0, documentId: 'D', url: details.url, lifecycle: 'active' },
      transition: 'link',
      qualifiers: ['server_redirect'],
    });
  });

  it('gives a return from the cache its own key and the same document', () => {
    const first = committed('s', details);
    const again = committed('s', { ...details, timeStamp: 2000, transitionQualifiers: ['forward_back'] });
    expect(again.id).not.toBe(first.id);
    expect(again.place.documentId).toBe(first.place.documentId);
  });

  it('keeps the parent of a frame and the words for a page prepared in advance', () => {
    const frame = committed('s', { ...details, frameId: 5, parentDocumentId: 'P', documentLifecycle: 'prerender' });
    expect(frame.place).toMatchObject({ frameId: 5, parentDocumentId: 'P', lifecycle: 'prerender' });
  });

  it('does without the fields a browser leaves out', () => {
    const { documentId, transitionType, transitionQualifiers, ...bare } = details;
    const signal = committed('s', bare);
    expect(signal.place.documentId).toBeNull();
    expect(signal).not.toHaveProperty('transition');
    expect(signal).not.toHaveProperty('qualifiers');
    expect(signal).not.toHaveProperty('opened');
  });
});

describe('routes', () => {
  it.each([
    ['a script changed the history', historyChanged(`s`, { ...details, transitionQualifiers: [] }), undefined],
    ['the visitor went back', historyChanged('s', { ...details, transitionQualifiers: ['forward_back'] }), 'traverse'],
    ['the fragment changed', fragmentChanged('s', details), 'fragment'],
  ] as const)('%s', (_name, signal, route) => {
    expect([signal.event, signal.route, signal.url]).toEqual(['route', route, details.url]);
  });
});

describe('createOpeners', () => {
  it('names the first page of a tab that another page opened, once', () => {
    const openers = createOpeners();
    openers.created({ tabId: 7 });
    const blank = { tabId: 7, frameId: 0, url: 'about:blank' };
    const page = { ...blank, url: 'https://www.shop.example/' };
    expect([blank, { ...page, frameId: 3 }, page, page].map(openers.takes)).toEqual([false, false, true, false]);
  });

  it('says nothing of a tab the visitor opened', () => {
    expect(createOpeners().takes({ tabId: 8, frameId: 0, url: 'https://www.shop.example/' })).toBe(false);
  });
});
