import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Signal } from '../model';
import { openIndexedDbLog } from './indexed-db-log';
import { createMemoryLog } from './memory-log';
import type { SignalLog } from './signal-log';

let database = 0;
let now = 0;
beforeEach(() => {
  now = 0;
  database += 1;
});
const openLog = (session = 's1', more: object = {}) => openIndexedDbLog(session, { name: `log-${database}`, ...more });

function call(n: number, tabId: number | null = 1): Signal {
  return {
    kind: 'call',
    id: `c:${n}`,
    at: n,
    place: { tabId, frameId: 0, documentId: 'D', url: null },
    api: 'fbq',
    args: ['track', n],
  };
}
const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => call(from + index));

describe.each<[string, () => Promise<SignalLog>]>([
  ['in memory', async () => createMemoryLog({ now: () => now })],
  ['in IndexedDB', () => openLog('s1', { now: () => now })],
])('the log %s', (_name, open) => {
  it('gives back what was appended, each once, in order', async () => {
    const log = await open();
    await log.append([call(2), call(1)]);
    await log.append([call(1), call(3)]);
    expect((await log.read(1)).map((signal) => signal.id)).toEqual(['c:1', 'c:2', 'c:3']);
  });

  it('keeps tabs apart and gives each what belongs to no single tab', async () => {
    const log = await open();
    await log.append([call(1, 1), call(2, 2), call(3, null)]);
    expect((await log.read(2)).map((signal) => signal.id)).toEqual(['c:2', 'c:3']);
  });

  it('forgets one tab when told to', async () => {
    const log = await open();
    await log.append([call(1, 1), call(2, 2)]);
    await log.clear(1);
    expect([(await log.read(1)).length, (await log.read(2)).length]).toEqual([0, 1]);
    await log.append([call(4, 1)]);
    expect(await log.read(1)).toHaveLength(1);
  });

  it('knows when it was last written to, whatever instants a page claims', async () => {
    const log = await open();
    expect(await log.lastWrittenAt()).toBeNull();
    now = 700;
    await log.append([call(9e15)]);
    expect(await log.lastWrittenAt()).toBe(700);
  });

  it('gives only what was written since, when asked so', async () => {
    const log = await open();
    now = 100;
    await log.append(many(100));
    now = 200;
    await log.append(many(20, 100));
    expect((await log.read(1, 200)).map((signal) => signal.at)).toEqual(many(20, 100).map((signal) => signal.at));
    expect(await log.read(1, 201)).toEqual([]);
    expect(await log.read(1, 100)).toHaveLength(120);
  });
});

describe('the log in IndexedDB', () => {
  it('is read by one while another writes to it, a panel and the worker', async () => {
    const worker = await openLog();
    const panel = await openLog();
    await worker.append(many(250));
    await panel.append(many(3, 250));
    expect([(await panel.read(1)).length, (await worker.stats()).signals]).toEqual([253, 253]);
  });

  it('says in a sentence when nothing more can be stored, and goes on when it can again', async () => {
    const log = await openLog();
    await log.append(many(5));
    const unstorable = { ...call(5), args: [() => {}] } as unknown as Signal;
    await log.append([unstorable]);
    expect((await log.stats()).error).toMatch(/^New signals cannot be stored: /);
    await log.append(many(2, 6));
    expect((await log.stats()).error).toBeUndefined();
    expect((await log.read(1)).map((signal) => signal.at)).toEqual(expect.arrayContaining([6, 7]));
  });

  it('loses nothing of a burst that comes faster than it writes', async () => {
    const log = await openLog();
    await Promise.all(many(1050).map((signal) => log.append([signal])));
    expect(await log.read(1)).toHaveLength(1050);
  });

  it('goes on where another worker stopped', async () => {
    await (await openLog()).append(many(150));
    const next = await openLog();
    await next.append(many(10, 150));
    expect(await next.read(1)).toHaveLength(160);
    expect((await next.stats()).signals).toBe(160);
  });

  it('does not show one capture session to another, and forgets the old when a fresh one begins', async () => {
    await (await openLog('s1')).append(many(3));
    const fresh = await openLog('s2', { fresh: true });
    expect(await fresh.read(1)).toEqual([]);
    expect((await fresh.stats()).signals).toBe(0);
  });

  it('lets the oldest give way and says so', async () => {
    const log = await openLog('s1', { retention: { signals: 300, bytes: 1e9 } });
    for (let from = 0; from < 400; from += 50) await log.append(many(50, from));
    const left = await log.read(1);
    expect(left.length).toBeLessThanOrEqual(300);
    expect(left.at(-1)?.id).toBe('c:399');
    expect((await log.stats()).droppedBefore).toBeGreaterThan(0);
  });
});
