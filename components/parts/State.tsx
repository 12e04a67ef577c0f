import type { Tone } from '../store/consent-state';
import { visible } from '../text/visible';
import { Icon } from './Icon';
import type { IconName } from './icons';

/** A state: glyph and word, always both; colour only repeats them. */
export function State({ tone, icon, word, title }: { tone: Tone; icon: IconName; word: string; title?: string }) {
  return (
    <span class={`state is-${tone}`} title={title && visible(title)}>
      <Icon name={icon} small />
      {visible(word)}
    </span>
  );
}
