import type { Category, ConsentType } from './decoded';

/** Facts about a vendor that other rooms need. Stamped on what is derived, so that no rule names a vendor's file. */
export interface VendorFacts {
  id: string;
  /** Name as its users say it. */
  name: string;
  /** Two letters for the mark in lists. */
  mark: string;
  consent: ConsentNeeds;
  /** Categories of which the vendor's library sends one per page by design; a second on the same page is a fault. */
  oncePerPage: Category[];
  /** Event id for deduplication; absent where the vendor has none. */
  dedup?: DedupRule;
  /** True when receiving forms is its job: its form posts are submissions, not leads beside them. */
  receivesForms?: boolean;
  /** Names under which a page call reaches the wire, such as TikTok's `SubmitForm` sent as `Lead`. */
  aliases?: Record<string, string[]>;
  /** Names of the cookies and storage keys its library writes on the site; `*` at the end stands for anything. */
  storage?: { names: string[]; source: string };
  /** The field in which a hit carries an opt-out under US law, for people; absent where the vendor documents none. */
  usOptOut?: { field: string; source: string };
  /** Global functions the site calls for this vendor, such as `fbq`. */
  apis?: string[];
  /** What a site should know of it before it is let onto a page; absent where there is nothing of the kind. */
  traits?: VendorTrait[];
  /** How much of its requests is read, and where their format is public. */
  wire?: WireFacts;
}

/**
 * `identifies-visitors`: tells who a visitor is beyond a cookie · `identifies-companies`: tells the visitor's company · `replays-sessions`:
 * records what the visitor does · `scrapes-forms`: reads forms by itself, without a call · `matches-by-hash`: takes hashed e-mail or phone ·
 * `routes-first-party`: can run through the site's own domain. What receives forms as its job says so in `receivesForms`.
 */
export type VendorTrait =
  | 'identifies-visitors'
  | 'identifies-companies'
  | 'replays-sessions'
  | 'scrapes-forms'
  | 'matches-by-hash'
  | 'routes-first-party';

export interface WireFacts {
  /** What is read, as a phrase: "page views, events and orders". */
  reads: string;
  /** Public page that shows the format. */
  source: string;
  /** Day on which that page was last read, ISO. */
  verified: string;
}

/** What a vendor needs before it may fire. */
export interface ConsentNeeds {
  /** False for what sets no identifier and needs no choice (a Tag Manager container load). */
  required: boolean;
  /** IAB Global Vendor List id. */
  gvlId?: number;
  /** Google Additional Consent provider id, for vendors outside the vendor list. */
  atpId?: number;
  /** TCF purposes that must rest on consent; purpose 1 is the cookie gate. */
  consentPurposes?: number[];
  /** TCF purposes that may rest on consent or, as declared, on legitimate interest. */
  flexiblePurposes?: number[];
  /** Consent Mode types this product reads; the first is the storage it needs. */
  consentModeTypes?: ConsentType[];
  /** Where these facts come from, and as of when. */
  source: string;
}

export interface DedupRule {
  /** The vendor's name for the id, as its users know it: `eventID`, `event_id`, `transaction_id`. */
  idName: string;
  /** Window in words: "48 hours". */
  window: string;
  windowMs: number;
  /** Public page that says so. */
  source: string;
}
