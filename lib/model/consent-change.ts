import type { ConsentState, ConsentType } from './decoded';

/** One change of consent on the page, in force from `at` on in its document and the frames below it. Derived. */
export interface ConsentChange {
  id: string;
  /** When it took effect. A stored choice of a returning visitor reaches back to its document's start. */
  at: number;
  /** When it was seen; later than `at` for a stored choice. */
  seenAt: number;
  pageId: string | null;
  documentId: string | null;
  framework: 'tcf' | 'consent-mode' | 'gpp' | 'us-privacy' | 'cmp' | 'gpc';
  /** `shown`: the visitor is being asked · `chosen`: a choice is in force · `default`: the site's default, no visitor's choice ·
   *  `not-applicable`: the framework says the law does not apply · `unreadable`: it spoke and could not be understood. */
  state: 'shown' | 'chosen' | 'default' | 'not-applicable' | 'unreadable';
  /** A choice from an earlier visit. */
  stored?: boolean;
  /** One sentence for a person. */
  words: string;
  tcString?: string;
  addtlConsent?: string;
  /** What is wrong with the TC string itself, whatever it allows; absent when nothing is. */
  faults?: TcStringFault[];
  /** Consent Mode types and what they are from here on. */
  types?: Partial<Record<ConsentType, ConsentState>>;
  signalId: string;
}

/** A fault of a TC string, judged at the instant it was seen; `words` is one sentence for a person. */
export interface TcStringFault {
  /** `malformed`: cannot be read · `outdated-policy`: made under a policy that had ended by then · `too-old`: older than 13 months ·
   *  `no-disclosed-vendors`: made after 2026-02-28 without the segment that has been mandatory since. */
  code: 'malformed' | 'outdated-policy' | 'too-old' | 'no-disclosed-vendors';
  words: string;
}
