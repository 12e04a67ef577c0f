import { useStore } from '../store/store-context';
import { words } from '../words';
import { CopyButton } from './CopyButton';
import { Icon } from './Icon';
import { Long } from './Long';

/**
 * Where a script stands. In the developer tools it leads to the script; elsewhere it is text to copy, never a live link: following one
 * would fetch it.
 */
export function Source({ url, line }: { url: string; line?: number }) {
  const { host, actions } = useStore();
  const place = line === undefined ? url : `${url}:${line}`;
  return (
    <span class="source">
      <code>
        <Long text={place} limit={160} />
      </code>
      {host.actions.openSource && /^https?:/.test(url) ? (
        <button type="button" class="link" onClick={() => void actions.openSource(url, line)}>
          {words.details.openSource}
          <Icon name="right" small />
        </button>
      ) : (
        <CopyButton look="icon" text={() => place} label={words.details.copySource} />
      )}
    </span>
  );
}
