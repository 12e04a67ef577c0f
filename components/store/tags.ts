import type { Fire, Session } from '../../lib/model';
import { parts } from '../text/address';

/** One account of one vendor, and what was seen of it. */
export interface Tag {
  key: string;
  vendor: string;
  vendorName: string;
  account: string | null;
  fires: number;
  /** Containers and scripts that called it. */
  callers: string[];
}

/** Every account that fired, most fires first. */
export function tagsOf(session: Session): Tag[] {
  const tags = new Map<string, Tag & { who: Set<string> }>();
  for (const fire of session.fires) {
    const key = `${fire.vendor} ${fire.account}`;
    let tag = tags.get(key);
    if (!tag) {
      tag = {
        key,
        vendor: fire.vendor,
        vendorName: fire.vendorName,
        account: fire.account,
        fires: 0,
        callers: [],
        who: new Set(),
      };
      tags.set(key, tag);
    }
    tag.fires++;
    const caller = callerName(fire);
    if (caller) tag.who.add(caller);
  }
  return [...tags.values()]
    .map(({ who, ...tag }) => ({ ...tag, callers: [...who].slice(0, 4) }))
    .sort((a, b) => b.fires - a.fires);
}

/** Container, else file name of the script that called. */
export function callerName(fire: Pick<Fire, 'caller'>): string | null {
  const { caller } = fire;
  if (!caller) return null;
  if (caller.container) return caller.container;
  return caller.url === null ? null : (parts(caller.url).path.split('/').pop() ?? caller.url);
}
