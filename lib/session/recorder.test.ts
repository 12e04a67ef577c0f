import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport, RequestSignal, Signal } from '../model';
import { createMemoryLog } from './memory-log';
import { createRecorder, type Recorder } from './recorder';
import type { SignalLog } from './signal-log';

const place = { tabId: 1, frameId: 0, documentId: 'D', url: 'https://a.example/' };
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
    recorder = createRecorder({ log, captureSession: 's', paused: new Map(), onKept: (signal) => told.push(signal) });
  });

  it('writes down what is kept and tells it', async () => {
    recorder.see(lead);
    await recorder.report({ sensor: 'a', first: 0, reports: [call] }, place);
    expect((await log.read(1)).map((signal) => signal.id)).toEqual(['s:1:0', 'a:0']);
    expect(told).toHaveLength(2);
  });

  it('answers with the next number it expects', async () => {
    await expect(recorder.report({ sensor: 'a', first: 3, reports: [call, call] }, place)).resolves.toEqual({ received: 5 });
  });

  it('hears nothing of a paused tab but its pages, and leaves a gap', async () => {
    recorder.pause(1, 10);
    recorder.see(lead);
    await recorder.report({ sensor: 'a', first: 0, reports: [call] }, place);
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
      place,
    );
    expect((await log.read(1)).map((signal) => (signal.kind === 'call' ? signal.args : []))).toEqual([
      ['https://www.shop.example/api', 'POST'],
      ['https://analytics.tiktok.com/api/v2/pixel', 'POST', { text: 'ada@larch.example' }],
    ]);
  });

  it('resumes only what was paused', async () => {
    recorder.resume(1, 20);
    expect(await log.read(1)).toEqual([]);
  });
});
