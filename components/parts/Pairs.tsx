import type { ComponentChildren } from 'preact';

interface SectionProps {
  title: string;
  children: ComponentChildren;
  /** Straight in a view, not below the heading of what it details. */
  top?: boolean;
  /** What leads here names it by this. */
  id?: string;
}

/** A section with its heading. */
export function Section({ title, children, top, id }: SectionProps) {
  const Heading = top ? 'h2' : 'h3';
  return (
    <section class="section" id={id} tabIndex={id === undefined ? undefined : -1}>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

/** Names and values; a pair without a value is left out. */
export function Pairs({ rows }: { rows: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  const said = rows.filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
  return (
    <dl class="pairs">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
