import { clock, clockFraction } from '../text/clock';

/** An instant to the second; the milliseconds follow where there is room, and always in the tooltip. */
export function Time({ at, exact }: { at: number; exact?: boolean }) {
  const date = new Date(at);
  const valid = Number.isFinite(date.getTime());
  return (
    <time
      dateTime={valid ? date.toISOString() : undefined}
      title={valid ? `${date.toLocaleDateString()} ${clock(at)}${clockFraction(at)}` : undefined}
    >
      {clock(at)}
      <span class={exact ? undefined : 'fraction'}>{clockFraction(at)}</span>
    </time>
  );
}
