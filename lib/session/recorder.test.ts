import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport, RequestSignal, Signal } from '../model';
import { core } from './core';
import { createMemoryLog } from './memory-log';
import { createRecorder, type Recorder } from './recorder';
import type { SignalLog } from './signal-log';

const place = { tabId: 1, frameId: 0, documentId: 'D', url: 'https://a.example/' };
const arrival = { place, now: 1000 };
const lead: RequestSignal = {
  kind: 'request',
  id: 's:1:0',
  at: 5,
  place,
  requestId: 's:1',
  hop: 0,
  method: 'GET',
  url: 'https://www.facebook.com/tr/?id=904417723301556&ev=Lead',
  type: 'image',
};
const call: PageReport = { kind: 'call', at: 6, api: 'fbq', args: ['track', 'Lead'] };

describe('createRecorder', () => {
  let log: SignalLog;
  let recorder: Recorder;
  let told: Signal[];
  beforeEach(() => {
    log = createMemoryLog();
    told = [];
    recorder = createRecorder({ log, core, captureSession: 's', paused: new Map(), onKept: (signal) => told.push(signal) });
  });

  it('writes down what is kept and tells it', async () => {
    recorder.see(lead);
    await recorder.report({ sensor: 'a', first: 0, reports: [call] }, arrival);
    expect((await log.read(1)).map((signal) => signal.id)).toEqual(['s:1:0', 'a:0']);
    expect(told).toHaveLength(2);
  });

  it('answers with the next number it expects', async () => {
    await expect(recorder.report({ sensor: 'a', first: 3, reports: [call, call] }, arrival)).resolves.toEqual({ received: 5 });
  });

  it('hears nothing of a paused tab but its pages, and leaves a gap', async () => {
    recorder.pause(1, 10);
    recorder.see(lead);
    await recorder.report({ sensor: 'a', first: 0, reports: [call] }, arrival);
    recorder.see({ kind: 'page', id: 'p', at: 11, place, event: 'commit', url: 'https://a.example/' });
    recorder.resume(1, 20);
    expect((await log.read(1)).map(({ kind, at }) => [kind, at])).toEqual([
      ['page', 11],
      ['gap', 20],
    ]);
  });

  it('keeps a body the sensor read for tags only', async () => {
    const send = (url: string): PageReport => ({
      kind: 'call',
      at: 7,
      api: 'fetch',
      args: [url, 'POST', { text: 'ada@larch.example' }],
    });
    await recorder.report(
      {
        sensor: 'a',
        first: 0,
        reports: [send('https://www.shop.example/api?q=ada'), send('https://analytics.tiktok.com/api/v2/pixel')],
      },
      arrival,
    );
    expect((await log.read(1)).map((signal) => (signal.kind === 'call' ? signal.args : []))).toEqual([
      ['https://www.shop.example/api', 'POST'],
      ['https://analytics.tiktok.com/api/v2/pixel', 'POST', { text: 'ada@larch.example' }],
    ]);
  });

  it('forgets a tab, but not how the page now shown began and what was said on it about consent', async () => {
    const page = (id: string, at: number, documentId: string): Signal => {
      return { kind: 'page', event: 'commit', id, at, url: place.url, place: { ...place, documentId } };
    };
    const said: PageReport = {
      kind: 'call',
      at: 5,
      api: 'dataLayer',
      method: 'push',
      args: [['consent', 'default', { ad_storage: 'denied' }]],
    };
    recorder.see(page('before', 1, 'C'));
    recorder.see(page('shown', 3, 'D'));
    recorder.see({ ...page('frame', 4, 'F'), place: { ...place, frameId: 2, documentId: 'F', parentDocumentId: 'D' } });
    recorder.see(lead);
    recorder.see({ kind: 'gap', id: 'gap', at: 5, place: { ...place, tabId: 2 }, fromAt: 4, why: 'another tab’s' });
    await recorder.report({ sensor: 'a', first: 0, reports: [said, call] }, arrival);
    told = [];
    await recorder.clear(1);
    expect((await log.read(1)).map((signal) => signal.id)).toEqual(['shown', 'frame', 'a:0']);
    expect(told.map((signal) => signal.id)).toEqual(['shown', 'frame', 'a:0']);
    expect(await log.read(2)).toHaveLength(1);
  });

  it('keeps nothing of a tab whose page was not seen to begin', async () => {
    recorder.see(lead);
    await recorder.report({ sensor: 'a', first: 0, reports: [call] }, arrival);
    await recorder.clear(1);
    expect(await log.read(1)).toEqual([]);
  });

  it('resumes only what was paused', async () => {
    recorder.resume(1, 20);
    expect(await log.read(1)).toEqual([]);
  });
});
