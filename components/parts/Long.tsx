import { useState } from 'preact/hooks';
import { visible, visibleLines } from '../text/visible';
import { words } from '../words';

/** Text from a page: unseen characters written out, direction kept to itself, cut when it is very long until asked. */
export function Long({ text, limit = 400, lines }: { text: string; limit?: number; lines?: boolean }) {
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > limit;
  const shown = (lines ? visibleLines : visible)(cut ? text.slice(0, limit) : text);
  return (
    <>
      <bdi>{cut ? `${shown}…` : shown}</bdi>
      {cut && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {words.details.whole(text.length)}
        </button>
      )}
    </>
  );
}
