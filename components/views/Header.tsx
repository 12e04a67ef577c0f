import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/icons';
import { State } from '../parts/State';
import { consentNow } from '../store/consent-state';
import { useStore } from '../store/store-context';
import { hostOf } from '../text/address';
import { clockMinute } from '../text/clock';
import { words } from '../words';

/** Which page, since when, and what the reader can do with the recording. */
export function Header() {
  const { host, state, actions, navigation, keysShown } = useStore();
  const { lock, openInTab } = host.actions;
  const { tab, recording, since, session } = state.value;
  const paused = recording === 'paused';
  const locked = tab?.locked ?? false;
  const consent = consentNow(session.consent);
  const title = tab ? hostOf(tab.url) || words.header.noSite : words.header.noSite;
  return (
    <header class="header">
      <div class="header-row">
        <h1 title={title}>{title}</h1>
        <div class="tools" role="toolbar" aria-label={words.header.tools}>
          <Tool
            icon={paused ? 'play' : 'pause'}
            label={paused ? words.header.resume : words.header.pause}
            press={actions.toggleRecording}
          />
          <Tool icon="bin" label={words.header.clear} press={actions.askToClear} />
          <Tool icon="export" label={words.header.export} press={actions.exportSession} />
          {lock && (
            <Tool
              icon={locked ? 'pin' : 'follow'}
              label={locked ? words.header.unlock : words.header.lock}
              press={actions.toggleLock}
              pressed={locked}
            />
          )}
          {openInTab && <Tool icon="tab" label={words.header.openInTab} press={actions.openInTab} />}
          <Tool
            icon="keys"
            label={words.header.keys}
            press={() => {
              keysShown.value = true;
            }}
          />
        </div>
      </div>
      <div class="header-row">
        <p class={paused ? 'recording is-paused' : 'recording'}>
          <Icon name={paused ? 'pause' : 'record'} small />
          <strong>{paused ? words.header.paused : words.header.recording}</strong>{' '}
          <span class="muted">
            {since === null ? words.header.notYet : words.header.since(clockMinute(since))}
            {lock && locked && `, ${words.header.locked}`}
          </span>
        </p>
        <button
          type="button"
          class="chip"
          aria-label={`${words.header.consentNow}: ${consent.word}`}
          disabled={consent.id === null}
          onClick={() => consent.id !== null && navigation.show({ kind: 'consent', id: consent.id })}
        >
          <State tone={consent.tone} icon={consent.icon} word={consent.word} />
        </button>
      </div>
    </header>
  );
}

interface ToolProps {
  icon: IconName;
  label: string;
  press: () => unknown;
  pressed?: boolean;
}

function Tool({ icon, label, press, pressed }: ToolProps) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} aria-pressed={pressed} onClick={() => void press()}>
      <Icon name={icon} />
    </button>
  );
}
