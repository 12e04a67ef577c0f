import type { ConsentChange, Evidence, Fire, Page, PageCall, Settings, Severity, Signal, Submission, TagStorage } from '../model';

/**
 * One rule: its words as data, and visitors as in a linter. A rule sees what is derived and never changes it; it speaks
 * only where it has evidence, and says `unknown` with the reason where evidence is missing.
 */
export interface Rule {
  meta: RuleMeta;
  create(context: RuleContext): Visitors;
}

/** Called in order of `at`; `end` comes last, when everything was seen. */
export interface Visitors {
  page?(page: Page): void;
  consent?(change: ConsentChange): void;
  call?(call: PageCall): void;
  submission?(submission: Submission): void;
  fire?(fire: Fire): void;
  end?(): void;
}

/** What a rule says about itself. Its page in `docs/rules` and every finding are written from this. */
export interface RuleMeta {
  /** A noun of the fault, the same as the file's name. A contract: never renamed, never used again. */
  id: string;
  /** The worst it can say. */
  severity: Severity;
  /** `lead`, `consent`, `content`, `counting`. */
  tags: readonly string[];
  /** What holds on a correct site: "Leads are counted where a form was accepted". */
  title: string;
  /** The fault in plain words: "Lead counted without a form having been sent". */
  failTitle: string;
  /** One sentence: why it costs money or is a risk. */
  why: string;
  /** One sentence: what puts it right, wherever the tag is. A finding's own `fix` has the values of the site. */
  fix: string;
  /** Everything the rule may say. `{name}` stands for a value given with the report. */
  messages: Readonly<Record<string, RuleMessage>>;
  /** Every reason to be silent, as the sentence that the documentation prints. */
  passes: Readonly<Record<string, string>>;
  /** Path of its page, from the root. */
  docs: string;
  /** Rules that speak instead of this one where both speak about the same fires. */
  yieldsTo?: readonly string[];
}

/** One thing a rule may say: whole sentences, never built from pieces. */
export interface RuleMessage {
  verdict: 'fail' | 'unknown' | 'pass';
  severity: Severity;
  /** When it is said, for the documentation. */
  when: string;
  title: string;
  text: string;
}

/** What a rule may look at. */
export interface RuleContext {
  settings: Settings;
  pages: readonly Page[];
  submissions: readonly Submission[];
  page(id: string | null | undefined): Page | undefined;
  submission(id: string | null | undefined): Submission | undefined;
  signal(id: string | null | undefined): Signal | undefined;
  /** In order of `at`. */
  firesOfPage(pageId: string): readonly Fire[];
  firesOfSubmission(submissionId: string): readonly Fire[];
  calls: readonly PageCall[];
  consent: readonly ConsentChange[];
  signals: readonly Signal[];
  storage: readonly TagStorage[];
  report(report: Report): void;
  /** Counts one look that found nothing wrong; `reason` is a key of `meta.passes`. */
  pass(reason: string): void;
}

/** One finding in the making. Reports with equal `key` are one cause and become one finding with all their fires. */
export interface Report {
  /** Key of `meta.messages`. */
  message: string;
  /** What makes it one cause: vendor, account, event, and the page or form. Ids of the run (fires, documents) do not belong in it. */
  key: readonly (string | null | undefined)[];
  /** Values for the message's `{name}`s. */
  data?: Readonly<Record<string, string | number>>;
  /** Vendor it is about, for the settings' `ignore`; absent when it is about several. */
  vendor?: string;
  /** One step milder than the message says, for a conversion of unknown kind. */
  lower?: boolean;
  /** Why it matters, where `meta.why` does not fit. */
  why?: string;
  /** What to do on this site, as numbered steps. Empty where nothing is to be done. */
  fix: string;
  fires?: readonly Fire[];
  submissions?: readonly Submission[];
  evidence: readonly Evidence[];
}

/** One severity milder; info stays. */
export function milder(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : 'info';
}
