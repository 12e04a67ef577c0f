import type { Ref } from '../store/lookup';
import { useStore } from '../store/store-context';
import { visible } from '../text/visible';
import { Icon } from './Icon';

/** Leads to something else in the panel; plain text when it is no longer there. */
export function RefLink({ to, text }: { to: Ref; text: string }) {
  const { lookup, navigation } = useStore();
  if (!lookup.value.has(to)) return <span>{visible(text)}</span>;
  return (
    <button type="button" class="link" onClick={() => navigation.show(to)}>
      {visible(text)}
      <Icon name="right" small />
    </button>
  );
}
