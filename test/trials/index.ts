import { trial as t1 } from './t1';
import type { Trial } from './trial';

/** All trials, in order of their numbers. */
export const trials: readonly Trial[] = [t1];
