import { type Analyser, createAnalyser } from '../analyse';
import { emptySettings, type Session, type Settings, type Signal } from '../model';

/** A session that grows: signals go in, and a new session comes out at most once per frame of `soon`. */
export interface LiveSession {
  push(signals: readonly Signal[]): void;
  /** Begins anew, with nothing. */
  reset(): void;
  current(): Session;
}

export interface LiveSessionOptions {
  settings?: Settings;
  /** Told when the session changed. */
  onChange(session: Session): void;
  /** Runs something a little later, once; the host decides how much. */
  soon(run: () => void): unknown;
}

/** Deriving waits for `soon`, so that a burst of signals costs one derivation. */
export function createLiveSession({ settings = emptySettings, onChange, soon }: LiveSessionOptions): LiveSession {
  let analyser: Analyser = createAnalyser(settings);
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
      for (const signal of signals) analyser.push(signal);
      if (signals.length > 0) change();
    },
    reset() {
      analyser = createAnalyser(settings);
      change();
    },
    current: () => analyser.session(),
  };
}
