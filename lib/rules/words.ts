import type { Caller, Fire } from '../model';

/** "1 view", "12 views". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "twice", "3 times". */
export function times(n: number): string {
  return n === 2 ? 'twice' : `${n} times`;
}

/** A span of milliseconds to the millisecond: "412 ms", "6.094 seconds", "2 min 28.000 s". */
export function duration(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  if (whole < 1000) return `${whole} ms`;
  if (whole < 60_000) return `${(whole / 1000).toFixed(3)} seconds`;
  return `${Math.floor(whole / 60_000)} min ${((whole % 60_000) / 1000).toFixed(3)} s`;
}

/** "a", "a and b", "a, b and c"; what is beyond `most` is counted. */
export function list(items: readonly string[], most = 8): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : [...items];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** Path of an address, without query and fragment, which may hold personal data; the address itself when it is none. */
export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Host and path: one page, whatever its query. */
export function addressOf(url: string): string {
  return hostOf(url) + pathOf(url);
}

/** Who called, in words a person can look for; undefined when nobody knows. */
export function callerWords(caller: Caller | undefined): string | undefined {
  if (!caller) return undefined;
  if (caller.container !== undefined) return `Tag Manager container ${caller.container}`;
  const line = caller.line === undefined ? '' : `, line ${caller.line}`;
  if (caller.url === null) return `a script in the page itself${line}`;
  return `${addressOf(caller.url)}${line}`;
}

/** What a lead-like fire counts: "a lead", or the name of a conversion nobody has said is one. */
export function countedAs(fire: Fire): string {
  return isUntyped(fire) ? `conversion ${conversionName(fire)}` : 'a lead';
}

/** "12 leads", "12 fires of conversion kX3v". */
export function countedTimes(n: number, fire: Fire): string {
  return isUntyped(fire) ? `${count(n, 'fire')} of conversion ${conversionName(fire)}` : count(n, 'lead');
}

/** True for a conversion of unknown kind: judged by the same rules, one severity lower. */
export function isUntyped(fire: Fire): boolean {
  return fire.leadLike === 'conversion' && fire.inferred !== true;
}

function conversionName(fire: Fire): string {
  return fire.label ?? fire.conversionId ?? fire.goal ?? fire.event;
}
