import type { Field } from './fields';

const mostLeaves = 20_000;
const mostDepth = 100;

/**
 * Every leaf of a JSON value as a field, named by its path (`context.page.url`, `items.0.id`). Empty lists and objects are kept as they
 * stand, and so is what lies deeper than any honest body.
 */
export function flattenJson(json: unknown, prefix = ''): Field[] {
  const fields: Field[] = [];
  walk(json, prefix, 0, fields);
  return fields;
}

function walk(value: unknown, path: string, depth: number, fields: Field[]): void {
  if (fields.length >= mostLeaves) return;
  if (typeof value !== 'object' || value === null) return void fields.push({ key: path, value: scalar(value) });
  const entries = Object.entries(value);
  if (entries.length === 0) return void fields.push({ key: path, value: Array.isArray(value) ? '[]' : '{}' });
  if (depth >= mostDepth) return void fields.push({ key: path, value: '(nested too deeply to show)' });
  for (const [key, inner] of entries) walk(inner, path === '' ? key : `${path}.${key}`, depth + 1, fields);
}

/** A leaf as text. */
export function scalar(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : String(value);
}
