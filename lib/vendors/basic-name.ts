/** The name in a header of basic authentication, where platforms put the key of the source; `undefined` when there is none. */
export function basicName(headers: Readonly<Record<string, string>> | undefined): string | undefined {
  for (const name in headers) {
    if (name.toLowerCase() !== 'authorization') continue;
    const packed = /^basic ([A-Za-z0-9+/]+=*)$/i.exec(headers[name] ?? '')?.[1];
    if (packed === undefined) continue;
    try {
      return atob(packed).split(':', 1)[0] || undefined;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
