import { trial as t1 } from './t1';
import { trial as t2 } from './t2';
import { trial as t3 } from './t3';
import { trial as t7 } from './t7';
import { trial as t8 } from './t8';
import { trial as t13 } from './t13';
import type { Trial } from './trial';

/** All trials, in order of their numbers. */
export const trials: readonly Trial[] = [t1, t2, t3, t7, t8, t13];
