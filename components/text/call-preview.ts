import type { Json } from '../../lib/model';
import { isPersonal, masked } from './mask';
import { visible } from './visible';

/** What a call says in a few lines: a title, then the first of its named values. */
export interface CallPreview {
  title: string;
  lines: string[];
  /** Named values that did not fit. */
  more: number;
}

const bounds = { lines: 4, value: 60 };

/**
 * `{ event: 'form_sent', form: 'quote' }` is `form_sent` with one line; `['consent', 'default', { … }]` is `consent default` with the
 * values set; `'track', 'Lead', { … }` is `track Lead`. Personal values are masked. `null` when there is nothing to name it by.
 */
export function callPreview(args: readonly Json[]): CallPreview | null {
  const flat = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  const named = flat.find(isRecord);
  const said = flat.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
  const event = named && typeof named.event === 'string' && said.length === 0 ? named.event : undefined;
  const entries = Object.entries(named ?? {}).filter(([key]) => event === undefined || key !== 'event');
  const title = event ?? said.join(' ');
  if (title === '' && entries.length === 0) return null;
  return {
    title: visible(shortened(title)),
    lines: entries.slice(0, bounds.lines).map(([key, value]) => `${visible(key)}: ${shown(key, value)}`),
    more: Math.max(0, entries.length - bounds.lines),
  };
}

function shown(key: string, value: Json): string {
  if (isPersonal(key, value)) return visible(masked(String(value)));
  if (Array.isArray(value)) return `[${value.length}]`;
  if (isRecord(value)) return `{${Object.keys(value).length}}`;
  return visible(shortened(typeof value === 'string' ? `"${value}"` : String(value)));
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shortened(text: string): string {
  return text.length > bounds.value ? `${text.slice(0, bounds.value)}…` : text;
}
