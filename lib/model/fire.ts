import type { CarriedConsent, Category, Parameter, UserDataField } from './decoded';
import type { Caller } from './signal';

/** What one tag event meant, for one account. Never a mirror, a library load, an id sync. Derived. */
export interface Fire {
  id: string;
  at: number;
  /** View it belongs to; `null` when that cannot be told. */
  pageId: string | null;
  /** Why `pageId` is null, or how it was told when the browser did not say. */
  pageBasis?: string;
  submissionId?: string;
  vendor: string;
  /** The vendor's name for people. */
  vendorName: string;
  account: string | null;
  event: string;
  category: Category;
  eventId?: string;
  value?: number;
  currency?: string;
  orderId?: string;
  label?: string;
  conversionId?: string;
  /** Floodlight group and tag, UET goal or action: what else makes it one conversion. */
  goal?: string;
  product?: string;
  /** Sent to Google's own host, or to the site's own server container. */
  firstParty?: boolean;
  parameters: Parameter[];
  userData: UserDataField[];
  carried?: CarriedConsent;
  consent: FireConsent;
  placement?: Placement;
  /** What the placement rests on, in words. */
  placementBasis?: string;
  /** How this counts as a lead: `typed` by the vendor's own word, `settings`, `conversion` of unknown kind. Absent: not lead-like. */
  leadLike?: 'typed' | 'settings' | 'conversion';
  requests: FireRequest[];
  outcome: 'sent' | 'not-sent' | 'unknown';
  /** The browser's error, when it was not sent. */
  error?: string;
  caller?: Caller;
  /** The page call this fire came from. */
  callId?: string;
  /** An untyped conversion taken as a lead because it shares a submission with one. */
  inferred?: boolean;
  automatic?: boolean;
  noscript?: boolean;
  /** True when the vendor needs a choice before it may fire. */
  needsConsent: boolean;
  /** True when the hit is in the vendor's documented limited mode for the storage this product needs. */
  limited?: boolean;
  /** The field in which this vendor takes an opt-out under US law, and whether the hit says it; absent where there is none. */
  usOptOut?: { field: string; sent: boolean };
  /** The vendor's deduplication window, where it has one. */
  dedup?: { idName: string; window: string; windowMs: number };
  /** True when one of this category per page view is the vendor's design. */
  oncePerPage?: boolean;
}

export interface FireRequest {
  signalId: string;
  role: 'main' | 'mirror' | 'hop' | 'retry' | 'preflight';
}

/** Consent of one fire at its instant: what the page's frameworks said, and whether the hit says the same. */
export interface FireConsent {
  verdict: 'granted' | 'denied' | 'pending' | 'not-required' | 'unknown';
  agreement: 'agrees' | 'contradicts' | 'silent';
  basis: {
    /** `tcf`, `additional-consent`, `consent-mode`, `hit`, `settings` or `none`. */
    framework: string;
    /** Instant of the choice or default the verdict rests on; `null` when there is none. */
    at: number | null;
    /** One or two sentences a marketer understands. */
    words: string;
  };
  /** When pending: the instant of the choice that came later, if one came. */
  choiceAt?: number;
  /**
   * Only with `contradicts`: since when the page has been saying this without a break. A batch may have been composed up to
   * five seconds before it left, so a contradiction is sure only when this is at least that long before the fire, or `null`:
   * the page has said nothing else since its document began.
   */
  heldSince?: number | null;
  /** True when the TC string in force names the vendors that were disclosed and this one is not among them, false when it is; absent
   *  where no such string decides. */
  undisclosed?: boolean;
}

/** Where a lead was counted, decided in the order of the verdicts. */
export type Placement =
  | 'on-invalid'
  | 'at-submit'
  | 'after-acceptance'
  | 'revisit'
  | 'confirmation-without-submission'
  | 'on-click'
  | 'off-confirmation';
