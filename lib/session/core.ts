import { createAnalyser } from '../analyse';
import { decode, factsOf, mayBeTag } from '../vendors';
import { stillNeeded } from './still-needed';

/**
 * All that knows what requests mean: decoders, consent, ledger and rules. Much heavier than what records, so worker and
 * pages load it as a script of its own, and share it.
 */
export interface Core {
  createAnalyser: typeof createAnalyser;
  decode: typeof decode;
  factsOf: typeof factsOf;
  mayBeTag: typeof mayBeTag;
  stillNeeded: typeof stillNeeded;
}

export const core: Core = { createAnalyser, decode, factsOf, mayBeTag, stillNeeded };
