import type { ComponentChildren } from 'preact';

/** A section of details with its heading. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <h3>{title}</h3>
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
