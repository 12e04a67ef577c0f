import type { PanelState } from '../host';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/icons';
import { useStore } from '../store/store-context';
import { words } from '../words';

export type BlankKind = 'nothing' | 'reload' | 'not-allowed' | 'no-tab' | 'no-fires' | 'paused';

/** Why there is nothing to show, or `null` when there is something. */
export function blankOf({ session, obstacle, recording }: PanelState): BlankKind | null {
  if (session.fires.length > 0 || session.calls.length > 0 || session.submissions.length > 0) return null;
  if (obstacle === 'no-tab' || obstacle === 'not-allowed') return obstacle;
  if (recording === 'paused') return 'paused';
  if (obstacle === 'reload-needed') return 'reload';
  return session.pages.length > 0 ? 'no-fires' : 'nothing';
}

const looks: Record<BlankKind, { icon: IconName; title: string; body: string }> = {
  nothing: { icon: 'record', title: words.blank.nothing, body: words.blank.nothingMore },
  reload: { icon: 'reload', title: words.blank.reload, body: words.blank.reloadMore },
  'not-allowed': { icon: 'shield', title: words.blank.notAllowed, body: words.blank.notAllowedMore },
  'no-tab': { icon: 'page', title: words.blank.noTab, body: words.blank.noTabMore },
  'no-fires': { icon: 'missing', title: words.blank.noFires, body: words.blank.noFiresMore },
  paused: { icon: 'pause', title: words.blank.paused, body: words.blank.pausedMore },
};

/** An empty view says why it is empty and what to do. */
export function Blank({ kind }: { kind: BlankKind }) {
  const { actions } = useStore();
  const { icon, title, body } = looks[kind];
  return (
    <div class="blank">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{body}</p>
      {kind === 'nothing' && (
        <ol>
          {words.blank.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {kind === 'no-fires' && (
        <ul>
          {words.blank.noFiresReasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {kind === 'reload' && (
        <>
          <button type="button" class="btn primary" onClick={() => void actions.reload()}>
            <Icon name="reload" />
            {words.blank.reloadDo}
          </button>
          <p class="muted">{words.blank.reloadWarn}</p>
        </>
      )}
      {kind === 'paused' && (
        <button type="button" class="btn primary" onClick={() => void actions.toggleRecording()}>
          <Icon name="play" />
          {words.blank.resume}
        </button>
      )}
      {kind === 'nothing' && <p class="muted">{words.blank.private}</p>}
    </div>
  );
}
