/**
 * True when a URL fits one of the settings' globs. `*` stands for any run of characters, slashes too.
 * A glob may be a whole address (`https://www.example.com/danke*`), one without scheme (`*.example.com/danke/`),
 * a host (`www.example.com`), or a path (`/danke/*`). Query and fragment need not be matched; an address without
 * a host (`about:blank`) fits only when written out. Linear in the length of both, whatever the pattern.
 */
export function fitsGlob(url: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  const forms = writtenForms(url);
  return globs.some((glob) => forms.some((form) => fits(form, glob)));
}

/** The ways a person may write this address. */
function writtenForms(url: string): string[] {
  if (!URL.canParse(url)) return [url];
  const { protocol, host, pathname, search } = new URL(url);
  if (host === '') return [url];
  const path = [pathname, pathname + search];
  return [url, host, ...path, ...path.map((p) => host + p), ...path.map((p) => `${protocol}//${host}${p}`)];
}

function fits(text: string, glob: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  if (rest.length === 0) return text === glob;
  const last = rest.pop() ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}
