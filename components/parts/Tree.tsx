import type { Json } from '../../lib/model';
import { isPersonal, masked } from '../text/mask';
import { visible } from '../text/visible';
import { words } from '../words';
import { Long } from './Long';

const bounds = { depth: 6, entries: 60 };

interface TreeProps {
  name?: string;
  value: Json;
  revealed: boolean;
  depth?: number;
}

/** A value out of a page as a tree that folds; bounded in depth and breadth, personal values masked until asked. */
export function Tree({ name, value, revealed, depth = 0 }: TreeProps) {
  if (value === null || typeof value !== 'object') return <Leaf name={name} value={value} revealed={revealed} />;
  const entries: [string, Json][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : Object.entries(value);
  const brackets = Array.isArray(value) ? '[]' : '{}';
  if (entries.length === 0 || depth >= bounds.depth) {
    return (
      <div class="leaf">
        <Name name={name} />
        {entries.length === 0 ? brackets : `${brackets[0]}…${brackets[1]}`}
      </div>
    );
  }
  return (
    <details class="branch" open={depth < 2}>
      <summary>
        <Name name={name} />
        <span class="muted">
          {brackets[0]}
          {entries.length}
          {brackets[1]}
        </span>
      </summary>
      {entries.slice(0, bounds.entries).map(([key, item]) => (
        <Tree key={key} name={key} value={item} revealed={revealed} depth={depth + 1} />
      ))}
      {entries.length > bounds.entries && <div class="leaf muted">{words.data.more(entries.length - bounds.entries)}</div>}
    </details>
  );
}

function Leaf({ name, value, revealed }: { name?: string; value: null | boolean | number | string; revealed: boolean }) {
  const hidden = !revealed && isPersonal(name ?? '', value);
  const text = hidden ? masked(String(value)) : typeof value === 'string' ? value : JSON.stringify(value);
  const kind = value === null ? 'null' : typeof value;
  return (
    <div class="leaf">
      <Name name={name} />
      <span class={`value value-${kind}`}>
        {kind === 'string' && '"'}
        <Long text={text} limit={300} />
        {kind === 'string' && '"'}
      </span>
    </div>
  );
}

function Name({ name }: { name?: string }) {
  return name === undefined ? null : <span class="name">{visible(name)}: </span>;
}
