import type { Fire } from '../model';

/**
 * True when two page views name the same page. A site may count views that have no address of their own (a step of a form
 * sent as `/angebot/schritt-2`): where a parameter that holds an address differs, they are two views. Fragments do not count,
 * and a parameter that only one of them has tells nothing.
 */
export function samePageView(a: Fire, b: Fire): boolean {
  const others = addresses(b);
  for (const [key, value] of addresses(a)) {
    const other = others.get(key);
    if (other !== undefined && other !== value) return false;
  }
  return true;
}

function addresses(fire: Fire): Map<string, string> {
  const found = new Map<string, string>();
  for (const { key, value } of fire.parameters) {
    if (/^(https?:\/)?\//.test(value)) found.set(key, value.split('#', 1)[0] ?? '');
  }
  return found;
}
