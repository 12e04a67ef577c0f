/** One promise of the project, tried in a real browser (or without one) until it breaks or holds. */
export interface Trial {
  /** `T1`. */
  id: string;
  /** What is done to it, in a few words. */
  title: string;
  run(options: TrialOptions): Promise<TrialRow[]>;
}

export interface TrialOptions {
  /** Rounds (kills, starts, messages, seconds: each trial says what one is) instead of the full number. */
  rounds?: number;
  /** Begins the row of random choices; the same seed makes the same choices. */
  seed: number;
}

/** One figure held against its target. */
export interface TrialRow {
  /** The browser with its version, or `none`. */
  browser: string;
  /** What was counted or measured, with how often it was tried. */
  figure: string;
  target: string;
  /** `unknown`: the trial could not bring about what it wanted to see. */
  verdict: 'met' | 'missed' | 'unknown';
}

/** A row that is met or missed. */
export function row({ name }: { name: string }, figure: string, target: string, met: boolean): TrialRow {
  return { browser: name, figure, target, verdict: met ? 'met' : 'missed' };
}
