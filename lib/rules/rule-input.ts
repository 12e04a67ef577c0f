import type { ConsentChange, Fire, Page, PageCall, Settings, Signal, Submission } from '../model';

/** Everything the rules may look at; any order. */
export interface RuleInput {
  settings: Settings;
  pages: readonly Page[];
  calls: readonly PageCall[];
  consent: readonly ConsentChange[];
  fires: readonly Fire[];
  submissions: readonly Submission[];
  signals: readonly Signal[];
}
