import { defineBackground } from 'wxt/utils/define-background';
import { readBatch } from '../../lib/capture';
import type { GapSignal } from '../../lib/model';
import { showProblems } from '../../lib/platform/badge';
import { openPanelOnActionClick } from '../../lib/platform/browser';
import { captureSession, lastRest, pausedTabs, rememberPaused, rememberRest } from '../../lib/platform/capture-session';
import { bridgeChildFrames } from '../../lib/platform/child-frames';
import { loadCore } from '../../lib/platform/load-core';
import { servePanels } from '../../lib/platform/panels';
import { privateTabs } from '../../lib/platform/private-tabs';
import { serveMessages } from '../../lib/platform/serve';
import { openSessionStorageLog } from '../../lib/platform/session-storage-log';
import { tabsWithPages } from '../../lib/platform/tabs';
import { watchBrowser } from '../../lib/platform/watch';
import { gapBeforeStart } from '../../lib/session/capture-session';
import { createContinuity } from '../../lib/session/continuity';
import { openIndexedDbLog } from '../../lib/session/indexed-db-log';
import { createProblemCounter } from '../../lib/session/problem-counter';
import { createRecorder, type Recorder } from '../../lib/session/recorder';
import { createSplitLog } from '../../lib/session/split-log';

/** Registers every listener in its first turn; what they tell waits until the log is open, and is never dropped. */
export default defineBackground(() => {
  const core = loadCore();
  const panels = servePanels();
  const session = captureSession();
  const alreadyOpen = tabsWithPages();
  const recording = session.then(openRecording);

  watchBrowser(
    session.then(({ id }) => id),
    (signal) => void recording.then(({ recorder }) => recorder.see(signal)),
    (event) => void recording.then(({ recorder, continuity }) => seeGap(recorder, continuity.hear(event))),
  );
  bridgeChildFrames(async (url) => (await core).mayBeTag(url));
  serveMessages({
    'page/reports': async (message, { place }) => {
      const now = Date.now();
      const batch = readBatch(message);
      return batch ? (await recording).recorder.report(batch, { place, now }) : { received: 0 };
    },
    'devtools/body': async ({ signal }) => {
      (await recording).recorder.see(signal);
      return { done: true };
    },
    'session/state': async ({ tabId }) => {
      const { id, log, isPrivate, recorder } = await recording;
      const inMemory = (await isPrivate?.(tabId)) ?? false;
      return { captureSession: id, paused: recorder.isPaused(tabId), inMemory, kept: await log.stats() };
    },
    'session/signals': async ({ tabId }) => ({ signals: await (await recording).log.read(tabId) }),
    'session/clear': async ({ tabId }) => {
      const { recorder, problems } = await recording;
      const left = await recorder.clear(tabId);
      problems.forget(tabId);
      panels.tellTab(tabId, { cleared: left });
      return { done: true };
    },
    'session/pause': ({ tabId }) => setPaused(tabId, true),
    'session/resume': ({ tabId }) => setPaused(tabId, false),
  });
  openPanelOnActionClick();

  async function openRecording({ id, fresh }: { id: string; fresh: boolean }) {
    const [disk, isPrivate, paused, rested, known] = await Promise.all([
      openIndexedDbLog(id, { fresh }),
      privateTabs(),
      pausedTabs(),
      lastRest(),
      core,
    ]);
    const log = isPrivate ? createSplitLog({ disk, memory: await openSessionStorageLog(), isPrivate }) : disk;
    const lastAt = fresh ? null : await log.lastWrittenAt();
    const continuity = createContinuity({
      captureSession: id,
      lastAt,
      rested,
      now: Date.now,
      onRest: (rest) => void rememberRest(rest),
      later: setTimeout.bind(globalThis),
    });
    const problems = createProblemCounter({ log, core: known, onCount: showProblems, later: setTimeout.bind(globalThis) });
    const recorder = createRecorder({
      log,
      core: known,
      captureSession: id,
      paused,
      onKept(signal) {
        panels.tell(signal);
        problems.see(signal);
      },
      onWrite: continuity.writes,
    });
    // So too where a worker was killed before it had written anything: what it was told is lost.
    if (lastAt === null)
      for (const tabId of await alreadyOpen) recorder.see(gapBeforeStart({ captureSession: id, tabId, now: Date.now() }));
    seeGap(recorder, continuity.begin());
    return { id, log, isPrivate, recorder, continuity, problems, paused };
  }

  function seeGap(recorder: Recorder, gap: GapSignal | null): void {
    if (gap) recorder.see(gap);
  }

  async function setPaused(tabId: number, pause: boolean) {
    const { recorder, paused } = await recording;
    if (pause) recorder.pause(tabId, Date.now());
    else recorder.resume(tabId, Date.now());
    await rememberPaused(paused);
    panels.tellTab(tabId, { paused: pause });
    return { done: true as const };
  }
});
