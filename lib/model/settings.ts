import type { Category } from './decoded';

/** What the user tells us about sites: `tagwitness.settings/1`, the file `--config` takes. */
export interface Settings {
  schema: 'tagwitness.settings/1';
  /** Which law the visitor is under. `auto` (default) never guesses a verdict. */
  jurisdiction?: 'auto' | 'eu' | 'us' | 'none';
  sites: SiteSettings[];
  /** Tags that are not known here, described by the user. */
  vendors?: OwnVendor[];
}

/**
 * A tag of the user's own: where its requests go, and under which names its data stand in the address or body. Where a list of names is asked for,
 * the first that was sent counts; in JSON a name is a path (`data.event`).
 */
export interface OwnVendor {
  /** Begins with `own_`. */
  id: string;
  name: string;
  /** Sub-domains are included. Without hosts the path is looked for on every host. */
  hosts?: string[];
  /** `*` stands for anything within it, a closing slash for all below it. Default: all paths of the hosts. */
  path?: string;
  account?: string[];
  event?: string[];
  /** What its event names mean. */
  events?: Record<string, Category>;
  eventId?: string[];
  value?: string[];
  currency?: string[];
  orderId?: string[];
  pageUrl?: string[];
  /** Readable names of parameters. */
  labels?: Record<string, string>;
  /** False for what keeps nothing in the browser. Default: true. */
  needsConsent?: boolean;
}

export interface SiteSettings {
  /** URL globs this entry is for. */
  match: string[];
  /** URL globs of confirmation pages. */
  confirmation?: string[];
  /** What counts as a lead here beyond the vendors' own words. */
  leads?: { vendor: string; account?: string; event?: string; label?: string; conversionId?: string }[];
  /** Accounts that must send a lead for every accepted submission. */
  expect?: { vendor: string; account?: string }[];
  wanted?: { vendor?: string; params: string[] }[];
  ignore?: { rule: string; vendor?: string; match?: string; why: string }[];
}

/** Settings that say nothing. */
export const emptySettings: Settings = { schema: 'tagwitness.settings/1', sites: [] };
