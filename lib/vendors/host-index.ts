/**
 * Looks a host up by its labels, from the whole name towards the top: `a.b.c` → `a.b.c`, `b.c`, `c`. Cost grows with the labels of the
 * host, not with the number of names, and a look-alike (`facebook.com.evil.example`) is never found.
 */
export interface HostIndex<T> {
  find(host: string): readonly T[];
}

/** Entries are found under each of their names and every sub-domain of it. */
export function createHostIndex<T>(entries: Iterable<{ host: string; value: T }>): HostIndex<T> {
  const byHost = new Map<string, T[]>();
  for (const { host, value } of entries) {
    const known = byHost.get(host);
    if (known) known.push(value);
    else byHost.set(host, [value]);
  }
  const none: readonly T[] = [];
  return {
    find(host) {
      for (let from = 0; from >= 0; ) {
        const found = byHost.get(from === 0 ? host : host.slice(from));
        if (found) return found;
        const dot = host.indexOf('.', from);
        from = dot < 0 ? -1 : dot + 1;
      }
      return none;
    },
  };
}
