/** The nouns of the program. Imports nothing from other rooms. */
export type * from './consent-change';
export type * from './decoded';
export type * from './finding';
export type * from './fire';
export type * from './json';
export type * from './kept';
export type * from './page';
export type * from './page-call';
export type * from './session';
export type { OwnVendor, Settings, SiteSettings } from './settings';
export { emptySettings } from './settings';
export type * from './signal';
export type * from './submission';
export type * from './tag-storage';
export { ticket } from './ticket';
export type * from './vendor-facts';
