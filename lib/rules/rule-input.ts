import type { ConsentChange, Fire, Page, PageCall, Settings, Signal, Submission, TagStorage } from '../model';

/** Everything the rules may look at; any order. */
export interface RuleInput {
  settings: Settings;
  pages: readonly Page[];
  calls: readonly PageCall[];
  consent: readonly ConsentChange[];
  fires: readonly Fire[];
  submissions: readonly Submission[];
  /** Cookies and storage keys of vendors that came into being. */
  storage: readonly TagStorage[];
  signals: readonly Signal[];
}
