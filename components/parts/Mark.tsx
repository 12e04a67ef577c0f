import { useStore } from '../store/store-context';
import { visible } from '../text/visible';

/** Two letters that stand for a vendor, on a hue of its own. The letters carry the meaning, the hue only helps. */
export function Mark({ vendor, name }: { vendor: string; name: string }) {
  const { host } = useStore();
  const letters = host.markOf?.(vendor) ?? lettersOf(name);
  return (
    <span class="mark" role="img" aria-label={visible(name)} title={visible(name)} style={{ '--h': String(hueOf(vendor)) }}>
      {letters}
    </span>
  );
}

/** `Google Ads` → `Ga`, `TikTok` → `Tt`, `Meta` → `Me`: capitals where there are two, else the first two letters. */
export function lettersOf(name: string): string {
  const clean = name.replace(/[^\p{L}\p{N} ]/gu, '');
  const capitals = clean.match(/\p{Lu}|\p{N}/gu) ?? [];
  const letters = capitals.length >= 2 ? `${capitals[0]}${capitals.at(-1)?.toLowerCase()}` : clean.slice(0, 2);
  return letters === '' ? '?' : letters;
}

/** One of 24 hues, by the FNV-1a hash of the vendor's id. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hueOf(vendor: string): number {
  let hash = 0x811c9dc5;
  for (const character of vendor) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash % 24) * 15;
}
