/**
 * The core as a package: decode one request, or turn signals, HARs and settings into a session.
 */
export { analyse, createAnalyser } from '../lib/analyse';
export { signalsFromHar } from '../lib/capture';
export type * from '../lib/model';
export { decode } from '../lib/vendors';
