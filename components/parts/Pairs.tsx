import type { ComponentChildren } from 'preact';

/** A section with its heading: below the heading of what it details, or, `top`, straight in a view. */
export function Section({ title, children, top }: { title: string; children: ComponentChildren; top?: boolean }) {
  const Heading = top ? 'h2' : 'h3';
  return (
    <section class="section">
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
