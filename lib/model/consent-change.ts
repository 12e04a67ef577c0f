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
  /** Consent Mode types and what they are from here on. */
  types?: Partial<Record<ConsentType, ConsentState>>;
  signalId: string;
}
