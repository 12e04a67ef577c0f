import { describe, expect, it } from 'vitest';
import { createVisit } from '../../test/helpers/signal-builders';
import type { Signal } from '../model';
import { createMemoryLog } from './memory-log';
import { createSplitLog } from './split-log';

const inTab = (tabId: number | null, at: number): Signal => createVisit({ tabId, at, prefix: `t${tabId}-${at}` }).call('fbq', []);
const ids = (signals: readonly Signal[]) => signals.map(({ id }) => id);

function logs() {
  const disk = createMemoryLog();
  const memory = createMemoryLog();
  const log = createSplitLog({ disk, memory, isPrivate: async (tabId) => tabId === 2 });
  return { disk, memory, log };
}

describe('a log split by window', () => {
  it('writes nothing of a private tab to the disk, and reads it back all the same', async () => {
    const { disk, log } = logs();
    const signals = [inTab(1, 10), inTab(2, 20), inTab(null, 30)];
    await log.append(signals);
    expect(ids(await disk.read(2))).toEqual(ids(signals.slice(2)));
    expect(ids(await log.read(2))).toEqual(ids(signals.slice(1)));
    expect(ids(await log.read(1))).toEqual([signals[0]?.id, signals[2]?.id]);
    expect((await log.stats()).signals).toBe(3);
  });

  it('reads what was appended just before, and forgets a tab in both', async () => {
    const { log } = logs();
    const one = inTab(2, 10);
    void log.append([one]);
    expect(ids(await log.read(2))).toEqual([one.id]);
    await log.clear(2);
    expect(await log.read(2)).toEqual([]);
  });
});
