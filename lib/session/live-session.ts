import type { Analyser } from '../analyse';
import { emptySettings, type Session, type Settings, type Signal } from '../model';
import type { Core } from './core';
import { createTabFilter } from './of-tab';

/** The session of one tab, growing: signals go in, and a new session comes out at most once per frame of `soon`. */
export interface LiveSession {
  push(signals: readonly Signal[]): void;
  /** Begins anew, with nothing or what is given, and says so at once. */
  reset(signals?: readonly Signal[]): void;
  current(): Session;
}

export interface LiveSessionOptions {
  core: Pick<Core, 'createAnalyser'>;
  settings?: Settings;
  /** Told when the session changed. */
  onChange(session: Session): void;
  /** Runs something a little later, once; the host decides how much. */
  soon(run: () => void): unknown;
}

/** Deriving waits for `soon`, so that a burst of signals costs one derivation. */
export function createLiveSession({ core, settings = emptySettings, onChange, soon }: LiveSessionOptions): LiveSession {
  let analyser: Analyser = core.createAnalyser(settings);
  let ofTab = createTabFilter();
  let due = false;

  function change(): void {
    if (due) return;
    due = true;
    soon(() => {
      due = false;
      onChange(analyser.session());
    });
  }

  return {
    push(signals) {
      const own = ofTab(signals);
      for (const signal of own) analyser.push(signal);
      if (own.length > 0) change();
    },
    reset(signals = []) {
      analyser = core.createAnalyser(settings);
      ofTab = createTabFilter();
      for (const signal of ofTab(signals)) analyser.push(signal);
      onChange(analyser.session());
    },
    current: () => analyser.session(),
  };
}
