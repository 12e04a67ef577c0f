import { describe, expect, it } from 'vitest';
import { createClient } from './client';
import { panelPort, tabOfPort } from './messages';
import { type Handlers, type Sender, serve } from './server';

const place = { tabId: 1, frameId: 0, documentId: 'D', url: 'https://a.example/' };
const own: Sender = { from: 'own', place };
const content: Sender = { from: 'content', place };

function fakeHandlers(): { handlers: Handlers; cleared: number[] } {
  const cleared: number[] = [];
  const done = { done: true } as const;
  const handlers: Handlers = {
    'page/reports': (batch) => ({ received: batch.first + batch.reports.length }),
    'devtools/body': () => ({ done: true }),
    'session/state': () => ({ captureSession: 's', paused: false, inMemory: false, kept: { signals: 0, bytes: 0 } }),
    'session/signals': () => ({ signals: [] }),
    'session/clear': ({ tabId }) => {
      cleared.push(tabId);
      return done;
    },
    'session/pause': () => done,
    'session/resume': () => {
      throw new Error('nothing to resume');
    },
  };
  return { handlers, cleared };
}

describe('serve and ask, joined in memory', () => {
  const pair = (sender: Sender, handlers: Handlers) =>
    createClient(
      (message) => serve(handlers, message, sender) ?? Promise.resolve(undefined),
      () => {},
    );

  it('carries a question to its handler and the answer back', async () => {
    const { handlers } = fakeHandlers();
    await expect(pair(content, handlers).ask('page/reports', { sensor: 's', first: 3, reports: [] })).resolves.toEqual({
      received: 3,
    });
  });

  it('carries a failure back', async () => {
    await expect(pair(own, fakeHandlers().handlers).ask('session/resume', { tabId: 1 })).rejects.toThrow('nothing to resume');
  });

  it('gives a page no command', async () => {
    const { handlers, cleared } = fakeHandlers();
    await expect(pair(content, handlers).ask('session/clear', { tabId: 1 })).rejects.toThrow();
    expect(cleared).toEqual([]);
  });

  it('fails when no answer comes in time', async () => {
    const client = createClient(
      () => new Promise(() => {}),
      (run) => run(),
    );
    await expect(client.ask('session/state', { tabId: 1 })).rejects.toThrow('did not answer');
  });

  it.each([null, 'session/clear', {}, { type: 4 }, { type: 'toString' }, { type: '__proto__' }])(
    'does not answer %j',
    (message) => {
      expect(serve(fakeHandlers().handlers, message, own)).toBeUndefined();
    },
  );
});

describe('the name of a panel’s port', () => {
  it('goes there and back', () => {
    expect(tabOfPort(panelPort(17))).toBe(17);
  });
  it.each(['', 'panel/', 'panel/x', 'panel/1.5', 'other/1'])('is not %j', (name) => {
    expect(tabOfPort(name)).toBeNull();
  });
});
