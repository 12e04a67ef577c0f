import type { CallSignal, ConsentSignal, SensorSequence } from '../model';
import { cmpTrack } from './cmp-track';
import { consentCommands } from './consent-commands';
import { consentModeTrack } from './consent-mode-track';
import type { Doc } from './documents';
import { type Hole, Sensors } from './sensors';
import type { Track } from './step';
import { switchOf, switchTrack } from './switch-track';
import { tcfTrack } from './tcf-track';
import { usOptOutTrack } from './us-opt-out';

/** In the order in which they are asked: the first that speaks for a vendor decides. */
export const frameworks = ['tcf', 'gpp', 'cmp', 'consent-mode', 'switch'] as const;
export type Framework = (typeof frameworks)[number];

/** What one document's frameworks said, with the tracks derived from it on demand. */
export class Evidence {
  private readonly sensors = new Sensors();
  private readonly signals: Record<Framework, Map<string, ConsentSignal | CallSignal>> = {
    tcf: new Map(),
    gpp: new Map(),
    cmp: new Map(),
    'consent-mode': new Map(),
    switch: new Map(),
  };
  private derived: { tracks: (Track | undefined)[]; holes: Hole[] } | null = null;

  constructor(readonly doc: Doc) {}

  /** True when the signal says something about consent and was not known. */
  add(signal: ConsentSignal | CallSignal): boolean {
    const framework = frameworkOf(signal);
    if (framework === null || this.signals[framework].has(signal.id)) return false;
    this.signals[framework].set(signal.id, signal);
    this.derived = null;
    return true;
  }

  /** True when the row of reports got or lost a hole. */
  noteSequence(sequence: SensorSequence, at: number): boolean {
    const changed = this.sensors.note(sequence, at);
    if (changed) this.derived = null;
    return changed;
  }

  /** To be called when the document's start changed. */
  stale(): void {
    this.derived = null;
  }

  /** One per framework, in their order; undefined where it never spoke. `trustRows`: a hole in a sensor's row means loss. */
  tracks(trustRows: boolean): readonly (Track | undefined)[] {
    return this.derive(trustRows).tracks;
  }

  holes(trustRows: boolean): readonly Hole[] {
    return this.derive(trustRows).holes;
  }

  private derive(trustRows: boolean): { tracks: (Track | undefined)[]; holes: Hole[] } {
    if (this.derived !== null) return this.derived;
    const reachesBack = (signal: ConsentSignal | CallSignal) => {
      if (this.doc.startAt === null) return false;
      return !trustRows || signal.sequence === undefined || this.sensors.isWhole(signal.sequence);
    };
    const early = (signal: ConsentSignal | CallSignal) =>
      signal.kind === 'call' && signal.queued === true && reachesBack(signal) && signal.at - (this.doc.startAt ?? 0) <= scriptMs;
    const tracks = frameworks.map((framework) => {
      const signals = [...this.signals[framework].values()].sort(inTime);
      return signals.length === 0 ? undefined : trackOf(framework, signals, { reachesBack, early });
    });
    this.derived = { tracks, holes: trustRows ? this.sensors.holes() : [] };
    return this.derived;
  }
}

/**
 * What was found in a queue this soon after a document's start was said by its first scripts, before a person could have answered
 * anything: its instant is not known, and the document's start is the honest one.
 */
const scriptMs = 1_500;

interface Reaches {
  reachesBack: Reach;
  /** Found in a queue right after the document's start. */
  early: Reach;
}

type Reach = (signal: ConsentSignal | CallSignal) => boolean;

function trackOf(framework: Framework, signals: readonly (ConsentSignal | CallSignal)[], { reachesBack, early }: Reaches): Track {
  if (framework === 'consent-mode') return consentModeTrack(signals, early);
  if (framework === 'switch') return switchTrack(signals.filter((signal) => signal.kind === 'call'));
  const answers = signals.filter((signal) => signal.kind === 'consent');
  if (framework === 'tcf') return tcfTrack(answers, reachesBack);
  return framework === 'gpp' ? usOptOutTrack(answers, reachesBack) : cmpTrack(answers, reachesBack);
}

const frameworkOfAnswer: Record<ConsentSignal['framework'], Framework | null> = {
  tcf: 'tcf',
  gpp: 'gpp',
  'us-privacy': 'gpp',
  cmp: 'cmp',
  'google-state': 'consent-mode',
  // A browser's wish, not a choice on this site: rules read the signal itself.
  gpc: null,
};

function frameworkOf(signal: ConsentSignal | CallSignal): Framework | null {
  if (signal.kind === 'consent') return frameworkOfAnswer[signal.framework] ?? null;
  if (consentCommands(signal).length > 0) return 'consent-mode';
  return switchOf(signal) === null ? null : 'switch';
}

/** By instant; at one instant by the sensor's own order, then by id, so that the order of arrival never shows. */
function inTime(a: ConsentSignal | CallSignal, b: ConsentSignal | CallSignal): number {
  if (a.at !== b.at) return a.at - b.at;
  const bySensor = compare(a.sequence?.sensor ?? '', b.sequence?.sensor ?? '');
  return bySensor || (a.sequence?.n ?? 0) - (b.sequence?.n ?? 0) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
