import type { Caller } from './signal';

/** A call of a page API (`fbq`, a data-layer push, …) as lists show it, tied to the fires it led to. Derived. */
export interface PageCall {
  /** Id of the call signal it was read from. */
  id: string;
  at: number;
  /** View it was made on; `null` when that cannot be told. */
  pageId: string | null;
  /** `dataLayer`, `gtag`, `fbq`, … */
  api: string;
  /** The call as a person would write it, shortened: `fbq('track', 'Lead')`, `event: form_sent`. */
  words: string;
  /** Vendor the call is addressed to; absent for plain data-layer pushes. */
  vendor?: string;
  /** Accounts it names; absent when it goes to all that were initialised. */
  accounts?: string[];
  event?: string;
  eventId?: string;
  /** Ids of the fires that came of it. */
  fires: string[];
  caller?: Caller;
  /** Found in a queue: made before anyone could watch, at an unknown earlier instant. */
  queued?: boolean;
}

/** What a vendor's file reads out of one page call. */
export interface VendorCall {
  vendor: string;
  /** `event`: should lead to a fire · `init`: names an account · `consent` · `other`. */
  kind: 'event' | 'init' | 'consent' | 'other';
  accounts?: string[];
  event?: string;
  eventId?: string;
}
