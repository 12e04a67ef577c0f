import { type IconName, icons } from './icons';

/** A picture beside a word, hidden from screen readers; never the only bearer of meaning. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg class={small ? 'i i-small' : 'i'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {icons[name].map((piece) =>
        typeof piece === 'string' ? <path key={piece} d={piece} /> : <path key={piece.d} d={piece.d} class={`i-${piece.look}`} />,
      )}
    </svg>
  );
}
