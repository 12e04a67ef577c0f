import type { Way } from './way';
import { elements } from './ways/elements';
import { frames } from './ways/frames';
import { goings } from './ways/goings';
import { loads } from './ways/loads';
import { sends } from './ways/sends';
import { workers } from './ways/workers';

/** Every way to send that is tried, in the order of trying. */
export const ways: readonly Way[] = [...elements, ...loads, ...sends, ...frames, ...workers, ...goings];
