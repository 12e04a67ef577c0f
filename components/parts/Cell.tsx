import type { ComponentChildren } from 'preact';

/** One cell of a row. */
export function Cell({ class: name, children }: { class: string; children?: ComponentChildren }) {
  return (
    <span class={name} role="gridcell">
      {children}
    </span>
  );
}
