import { type Signal, signal } from '@preact/signals';
import type { PanelActions, PanelHost, PanelState } from '../../components/host';
import type { Session, Submission } from '../../lib/model';
import { sampleSession } from './sample-session';

/** A host whose state can be set and whose actions are written down. */
export interface SampleHost extends PanelHost {
  state: Signal<PanelState>;
  done: string[];
}

/** What a shell would give the panel for this session; fields of the state and actions can be overridden. */
export function sampleHost(
  session: Session = sampleSession(),
  over: Partial<PanelState> = {},
  actions: Partial<PanelActions> = {},
): SampleHost {
  const done: string[] = [];
  const note = (what: string) => () => {
    done.push(what);
  };
  return {
    done,
    state: signal<PanelState>({
      session,
      tab: { id: 1, url: 'https://www.alder.example/quote', locked: false },
      recording: 'recording',
      since: session.source.startedAt,
      blockers: [],
      kept: { signals: session.signals.length, bytes: 1_000 },
      ...over,
    }),
    actions: {
      pause: note('pause'),
      resume: note('resume'),
      clear: note('clear'),
      exportSession: note('export'),
      reloadTab: note('reload'),
      lock: (locked) => void done.push(locked ? 'lock' : 'unlock'),
      openInTab: note('open in a tab'),
      copy: (text) => void done.push(`copy ${text}`),
      ...actions,
    },
  };
}

/** An accepted submission from page `p1` to page `p2`; fields can be overridden. */
export function sampleSubmission(changes: Partial<Submission> = {}): Submission {
  const startedAt = Date.UTC(2026, 10, 25, 9, 12, 10);
  return {
    id: 's1',
    formId: 'quote',
    startedAt,
    answeredAt: startedAt + 300,
    outcome: 'accepted',
    basis: 'another page without that form was shown',
    fromPageId: 'p1',
    toPageId: 'p2',
    fires: [],
    signals: [],
    ...changes,
  };
}
