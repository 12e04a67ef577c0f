/**
 * Looks a host up by its labels, from the registrable ones down: `px.ads.linkedin.com` → `linkedin.com`, then the longest name that was
 * entered. Most hosts are settled by their last two labels. Cost grows with the labels of the host, not with the number of names, and a
 * look-alike (`facebook.com.evil.example`) is never found.
 */
export interface HostIndex<T> {
  find(host: string): readonly T[];
}

/** Entries are found under each of their names and every sub-domain of it; names have two labels at least. */
export function createHostIndex<T>(entries: Iterable<{ host: string; value: T }>): HostIndex<T> {
  const byBase = new Map<string, Map<string, T[]>>();
  for (const { host, value } of entries) {
    const base = lastTwoLabels(host);
    const names = byBase.get(base) ?? new Map<string, T[]>();
    byBase.set(base, names);
    const known = names.get(host);
    if (known) known.push(value);
    else names.set(host, [value]);
  }
  const none: readonly T[] = [];
  return {
    find(host) {
      const names = byBase.get(lastTwoLabels(host));
      if (!names) return none;
      for (let from = 0; from >= 0; ) {
        const found = names.get(from === 0 ? host : host.slice(from));
        if (found) return found;
        const dot = host.indexOf('.', from);
        from = dot < 0 ? -1 : dot + 1;
      }
      return none;
    },
  };
}

function lastTwoLabels(host: string): string {
  const dot = host.lastIndexOf('.');
  if (dot <= 0) return host;
  const before = host.lastIndexOf('.', dot - 1);
  return before < 0 ? host : host.slice(before + 1);
}
