/** What the user tells us about sites: `tagwitness.settings/1`, the file `--config` takes. */
export interface Settings {
  schema: 'tagwitness.settings/1';
  /** Which law the visitor is under. `auto` (default) never guesses a verdict. */
  jurisdiction?: 'auto' | 'eu' | 'us' | 'none';
  sites: SiteSettings[];
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
