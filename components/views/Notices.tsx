import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/icons';
import { useStore } from '../store/store-context';
import { visible } from '../text/visible';
import { words } from '../words';

/** What the reader must know before trusting the list: paused, blocked, not kept; and what the last press did. */
export function Notices() {
  const { state, actions } = useStore();
  const { recording, blockers, kept, obstacle, session } = state.value;
  const notice = actions.notice.value;
  return (
    <section class="notices" aria-label={words.notices.label}>
      {actions.asking.value && (
        <Bar tone="warn" icon="bin" text={words.notices.clear(session.fires.length)} more={words.notices.clearMore}>
          <button type="button" class="btn primary" onClick={() => void actions.clear()}>
            {words.notices.clearYes}
          </button>
          <button type="button" class="btn" onClick={actions.keep}>
            {words.notices.clearNo}
          </button>
          <button type="button" class="btn" onClick={() => void actions.exportSession()}>
            {words.notices.exportFirst}
          </button>
        </Bar>
      )}
      {kept.error && <Bar tone="bad" icon="bad" text={words.notices.stored} more={kept.error} />}
      {blockers.length > 0 && (
        <Bar
          tone="warn"
          icon="warn"
          text={words.notices.blocked(words.list(blockers.map(visible)))}
          more={words.notices.blockedMore}
        />
      )}
      {recording === 'paused' && session.fires.length > 0 && (
        <Bar tone="info" icon="pause" text={words.notices.paused} more={words.notices.pausedMore}>
          <button type="button" class="btn" onClick={() => void actions.toggleRecording()}>
            {words.notices.resume}
          </button>
        </Bar>
      )}
      {obstacle === 'reload-needed' && session.fires.length > 0 && (
        <Bar tone="info" icon="reload" text={words.notices.reload} more={words.notices.reloadMore}>
          <button type="button" class="btn" onClick={() => void actions.reload()}>
            {words.notices.reloadDo}
          </button>
        </Bar>
      )}
      <div role="status" class={notice?.tone === 'bad' ? 'said' : 'said unseen'}>
        {notice && (
          <>
            {visible(notice.text)}
            <button type="button" class="link" onClick={actions.dismiss}>
              {words.notices.dismiss}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

interface BarProps {
  tone: 'warn' | 'bad' | 'info';
  icon: IconName;
  text: string;
  more: string;
  children?: ComponentChildren;
}

function Bar({ tone, icon, text, more, children }: BarProps) {
  return (
    <div class={`bar is-${tone}`} role={tone === 'info' ? 'note' : 'alert'}>
      <Icon name={icon} />
      <p>
        <strong>{text}</strong> <span>{visible(more)}</span>
      </p>
      {children && <div class="acts">{children}</div>}
    </div>
  );
}
