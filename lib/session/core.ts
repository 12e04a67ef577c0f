import { createAnalyser } from '../analyse';
import { toDecodeRequest } from '../ledger';
import type { RequestSignal } from '../model';
import { decode, factsOf, mayBeTag, suspicionOf } from '../vendors';
import { stillNeeded } from './still-needed';

/**
 * All that knows what requests mean: decoders, consent, ledger and rules. Much heavier than what records, so worker and
 * pages load it as a script of its own, and share it.
 */
export interface Core {
  createAnalyser: typeof createAnalyser;
  factsOf: typeof factsOf;
  isWorthKeeping: typeof isWorthKeeping;
  mayBeTag: typeof mayBeTag;
  stillNeeded: typeof stillNeeded;
}

export const core: Core = { createAnalyser, factsOf, isWorthKeeping, mayBeTag, stillNeeded };

/**
 * True for a request to be kept whole: a tag's, one that looks like a tag's though no vendor is known for it, and one of whose body nobody has
 * read what may make it a tag's; the page's own sensor may yet tell.
 */
function isWorthKeeping(signal: RequestSignal): boolean {
  const request = toDecodeRequest(signal);
  if (!mayBeTag(signal.url)) return suspicionOf(request) !== undefined;
  return decode(request).kind !== 'none' || signal.body?.form === 'unread' || suspicionOf(request) !== undefined;
}
